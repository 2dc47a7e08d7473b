import { describeMinutes } from '../../../src/calendars/words/duration.parser.js';
import type { Interval } from '../../../src/slots/interval.js';
import { type TextPart, time } from '../message.js';

/** When a meeting starts, and how long it takes; `timeZone` is an IANA name. */
export const meetingTime = ({ start, end }: Interval, timeZone: string): TextPart[] => [
  time(start, timeZone),
  ` · ${describeMinutes(Math.round((end - start) / 60_000))}`,
];

/** The span of a booking as its row has it. */
export const spanOf = (row: { readonly startsAt: Date; readonly endsAt: Date }): Interval => ({
  start: row.startsAt.getTime(),
  end: row.endsAt.getTime(),
});
