import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import { describeDate } from '../../../src/calendars/words/local-date.js';
import { describeWhen } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import {
  type OtherTimeFacts,
  type OtherTimeState,
  type OtherTimeStep,
  otherTimeStep,
} from '../dialogues/other-time.dialogue.js';
import { otherTimeChoices } from '../dialogues/other-time-answers.js';
import { type Line, type Message, time } from '../message.js';

/** The question that a host's search for another time has come to. */
export function otherTimeQuestion(
  state: OtherTimeState,
  facts: OtherTimeFacts,
  notes: readonly string[] = [],
): Message {
  const step = otherTimeStep(state);
  const asked = step === 'confirm' ? confirmation(state, facts) : question(step, state, facts);
  return {
    ...asked,
    lines: [...notes.map((note): Line => [note]), ...asked.lines],
    choices: { dialogue: state.id, step, options: otherTimeChoices(state, facts) },
  };
}

function question(
  step: Exclude<OtherTimeStep, 'confirm'>,
  { purpose, timeZone, date, starts, doubtful }: OtherTimeState,
  { attendeeName: attendee, former, refusal }: OtherTimeFacts,
): Message {
  const zone = timeZone ?? 'UTC';
  switch (step) {
    case 'day': {
      const asked = starts.length > 0 ? 'more' : purpose;
      return {
        lines: [
          [say(`other:ask.${asked}`, { attendee, zone })],
          [say('other:now'), ' ', time(former, zone)],
        ],
      };
    }
    case 'time':
      return { lines: [[say('book:ask.time', { date: describeDate(date ?? ''), zone })]] };
    case 'override': {
      const isRule = refusal !== null && refusal !== 'taken' && refusal !== 'over';
      const why = isRule ? say(`commands:step.${refusal}`) : '';
      const when = describeWhen(doubtful ?? 0, zone);
      return { lines: [[say('commands:insist', { why, when })]] };
    }
  }
}

/** Everything that would be written, in full and with its zone. */
function confirmation(
  { purpose, timeZone, starts }: OtherTimeState,
  { title, attendeeName: attendee, former, minutes }: OtherTimeFacts,
): Message {
  const zone = timeZone ?? 'UTC';
  const isMove = purpose === 'move';
  const count = starts.length;
  return {
    title: isMove
      ? say('other:confirm.move', { title, attendee })
      : say('other:confirm.propose', { title, attendee, count }),
    lines: [
      isMove
        ? [{ ...time(former, zone), isFormer: true }]
        : [say('other:now'), ' ', time(former, zone)],
      ...starts.map((start): Line => [
        ...(isMove ? [] : ['• ']),
        time(start, zone),
        ` · ${describeMinutes(minutes)}`,
      ]),
      [
        isMove
          ? say('other:confirm.unasked', { attendee })
          : say('other:confirm.held', { attendee, count }),
      ],
    ],
  };
}
