import { Info } from 'luxon';
import { parseDayHours } from '../../../src/calendars/words/day-hours.parser.js';
import { plainWords } from '../../../src/calendars/words/plain-words.js';
import {
  describeIntervals,
  intervalOf,
  spansOfHours,
  type WeeklyHours,
} from '../../../src/calendars/words/weekly-hours.js';
import { WEEKDAYS } from '../../../src/calendars/words/weekday-names.js';
import { say } from '../../../src/language/say.js';
import type { FieldSentences } from './form-script.js';
import type { FormField, FormValues } from './form.js';

const NAMES = Info.weekdays('long', { locale: 'en-GB' });

/** The id of a weekday's field, which names the day in the words of hours, too: `monday`. */
const DAYS = WEEKDAYS.map((day) => ({
  ...{ day, label: NAMES[day - 1] ?? '' },
  id: (NAMES[day - 1] ?? '').toLowerCase(),
}));

const CLOSED = /^(?:closed|none|no|off|-)?$/;

/** A field for each weekday, in which its hours stand as they are unless something was typed. */
export function dayFields(hours: WeeklyHours, values: FormValues): readonly FormField[] {
  const spans = spansOfHours(hours);
  return DAYS.map(({ day, id, label }) => ({
    ...{ id, label, kind: 'line', isRequired: false, isLive: true },
    value: values[id] ?? describeIntervals((spans.get(day) ?? []).map(intervalOf)),
    ...(day === 1 ? { hint: say('forms:hours.hint') } : {}),
    example: '09:00-12:00, 13:00-17:00',
  }));
}

export function dayProblems(values: FormValues): FieldSentences {
  const wrong = DAYS.flatMap(({ id }) => {
    const text = values[id] ?? '';
    const read = isClosed(text) ? null : parseDayHours(text);
    return read === null || read.ok ? [] : [[id, read.problem.sentence] as const];
  });
  return Object.fromEntries(wrong);
}

/** `monday 09:00-12:00; … sunday closed`. */
export const hoursText = (values: FormValues): string =>
  DAYS.map(({ id }) => {
    const text = (values[id] ?? '').replaceAll('\n', ' ');
    return `${id} ${isClosed(text) ? 'closed' : text}`;
  }).join('; ');

const isClosed = (text: string): boolean => CLOSED.test(plainWords(text));
