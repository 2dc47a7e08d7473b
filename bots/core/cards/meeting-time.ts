import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import type { Interval } from '../../../src/slots/interval.js';
import { say } from '../../../src/language/say.js';
import { type Line, type TextPart, time } from '../message.js';

/** When a meeting starts, and how long it takes; `timeZone` is an IANA name. */
export const meetingTime = ({ start, end }: Interval, timeZone: string): TextPart[] => [
  time(start, timeZone),
  ` · ${describeMinutes(Math.round((end - start) / 60_000))}`,
];

/** The time that stands while another one is looked for. */
export const presentTime = (start: number, timeZone: string): Line => [
  say('other:now'),
  ' ',
  time(start, timeZone),
];

/** The span of a booking as its row has it. */
export const spanOf = (row: { readonly startsAt: Date; readonly endsAt: Date }): Interval => ({
  start: row.startsAt.getTime(),
  end: row.endsAt.getTime(),
});
