import { type HostClocks, zoneAt, zoneOn } from '../../../src/calendars/settings/zone-at.js';
import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import { describeDate } from '../../../src/calendars/words/local-date.js';
import { describeWhen } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import {
  type OtherTimeFacts,
  type OtherTimeState,
  type OtherTimeStep,
  otherTimeStep,
} from '../dialogues/other-time/other-time.dialogue.js';
import { otherTimeChoices } from '../dialogues/other-time/other-time-answers.js';
import { type Line, type Message, time } from '../message.js';
import { presentTime } from './meeting-time.js';

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
  { purpose, date, starts, doubtful }: OtherTimeState,
  { attendeeName: attendee, former, refusal, clocks, days }: OtherTimeFacts,
): Message {
  const on = (at: number) => time(at, zoneAt(clocks, at));
  switch (step) {
    case 'day': {
      const asked = starts.length > 0 ? 'more' : purpose;
      const zone = zonesOf(clocks, days);
      return {
        lines: [
          [say(`other:ask.${asked}`, { attendee, zone })],
          [say('other:now'), ' ', on(former)],
        ],
      };
    }
    case 'time': {
      const zone = zoneOn(clocks, date ?? '');
      return { lines: [[say('book:ask.time', { date: describeDate(date ?? ''), zone })]] };
    }
    case 'override': {
      const isRule = refusal !== null && refusal !== 'taken' && refusal !== 'over';
      const why = isRule ? say(`commands:step.${refusal}`) : '';
      const at = doubtful ?? 0;
      const when = describeWhen(at, zoneAt(clocks, at));
      return { lines: [[say('commands:insist', { why, when })]] };
    }
  }
}

/** Everything that would be written, in full and with its zone. */
function confirmation(
  { purpose, starts }: OtherTimeState,
  { title, attendeeName: attendee, former, minutes, clocks }: OtherTimeFacts,
): Message {
  const on = (at: number) => time(at, zoneAt(clocks, at));
  const isMove = purpose === 'move';
  const count = starts.length;
  return {
    title: isMove
      ? say('other:confirm.move', { title, attendee })
      : say('other:confirm.propose', { title, attendee, count }),
    lines: [
      presentTime(former, zoneAt(clocks, former)),
      ...starts.map((start): Line => [
        ...(isMove ? [] : ['• ']),
        on(start),
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

/** The zones of the days that can be chosen, each once; of none, the host's own. */
function zonesOf(clocks: HostClocks, days: OtherTimeFacts['days']): string {
  const zones = days.map(({ date }) => zoneOn(clocks, date));
  return [...new Set(zones.length > 0 ? zones : [clocks.timeZone])].join(', ');
}
