import { dayAt } from '../../../src/calendars/settings/zone-at.js';
import { describeDate, isLocalDate } from '../../../src/calendars/words/local-date.js';
import { namesTimeAlone } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import {
  MOST_STARTS,
  type OtherTimeFacts,
  type OtherTimeState,
} from '../dialogues/other-time/other-time.dialogue.js';
import type { Choice } from '../message.js';
import { nearestDays, shownDays } from './booking/offered-choices.js';
import type { FormField, FormValues } from './form.js';

/** To ask comes first; to move without asking is second. */
export const purposeIn = ({ how }: FormValues): OtherTimeState['purpose'] =>
  how === 'move' ? 'move' : 'propose';

/** The times that were picked, epoch milliseconds. */
export const chosenStarts = ({ times = '' }: FormValues): readonly number[] =>
  times
    .split('\n')
    .filter((id) => /^\d{1,15}$/.test(id))
    .map(Number);

/** The times that were written; one without a day is of the day that stands in the window. */
export const wordsIn = ({ words = '', day = '' }: FormValues): readonly string[] =>
  words
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => (isLocalDate(day) && namesTimeAlone(word) ? `${day} ${word}` : word));

export function otherTimeFields(facts: OtherTimeFacts, values: FormValues): readonly FormField[] {
  const { days, attendeeName: attendee } = facts;
  const purpose = purposeIn(values);
  const count = MOST_STARTS[purpose];
  const own = dayAt(facts.clocks, facts.former);
  const day = days.find(({ date }) => date === values['day']) ?? nearestDays(days, own)[0];
  const date = day?.date ?? '';
  const options = timeOptions(facts, date, chosenStarts(values));
  const offered = new Set(options.map(({ id }) => id));
  const picked = chosenStarts(values)
    .map(String)
    .filter((id) => offered.has(id));
  return [
    {
      ...{ id: 'how', kind: 'choice', value: purpose, isRequired: true, isLive: true },
      label: say('forms:otherTime.how'),
      options: [
        { id: 'propose', label: say('forms:otherTime.propose') },
        { id: 'move', label: say('forms:otherTime.move') },
      ],
    },
    ...(options.length === 0 ? [] : [dayField(facts, date), timesField(options, picked, count)]),
    {
      ...{ id: 'words', kind: 'line', value: values['words'] ?? '', isRequired: false },
      ...{ label: say('forms:otherTime.words'), example: 'tomorrow 15:00' },
      ...(count > 1 ? { hint: say('forms:otherTime.wordsHint') } : {}),
    },
    {
      ...{ id: 'reason', kind: 'line', value: values['reason'] ?? '', isRequired: false },
      label: say('forms:otherTime.reason'),
      hint: say('forms:otherTime.reasonHint', { attendee }),
    },
  ];
}

const dayField = ({ days }: OtherTimeFacts, day: string): FormField => ({
  ...{ id: 'day', kind: 'choice', value: day, isRequired: false, isLive: true },
  label: say('forms:otherTime.day'),
  options: shownDays(days, day).map(({ date }) => ({ id: date, label: describeDate(date) })),
});

function timesField(
  options: readonly Choice[],
  picked: readonly string[],
  count: number,
): FormField {
  const hint =
    count > 1 ? say('forms:otherTime.timesHint', { count }) : say('forms:otherTime.oneTime');
  return {
    ...{ id: 'times', kind: 'choices', isRequired: false, value: picked.join('\n') },
    ...{ label: say('forms:otherTime.times'), hint, options, most: count },
  };
}

/** Those of the day, and those that were picked on other days, by their dates. */
function timeOptions(
  { days }: OtherTimeFacts,
  day: string,
  picked: readonly number[],
): readonly Choice[] {
  return days.flatMap(({ date, times }) =>
    times
      .filter(({ start }) => date === day || picked.includes(start))
      .map(({ start, label }) => ({ id: String(start), label, group: describeDate(date) })),
  );
}
