import { type HostClocks, zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { say } from '../../../src/language/say.js';
import { type Message, time } from '../message.js';

/** What was done with other times of a booking. */
export interface OtherTimeDone {
  readonly attendeeName: string;
  /** Ascending, epoch milliseconds. */
  readonly starts: readonly number[];
  readonly clocks: HostClocks;
  /** What should be said beside it. */
  readonly notes: readonly string[];
}

export function proposedCard({ attendeeName, starts, clocks, notes }: OtherTimeDone): Message {
  const said = say('commands:proposed', { attendee: attendeeName });
  const times = starts.flatMap((start, index) => [index === 0 ? ' ' : ', ', timeOn(clocks, start)]);
  return { lines: [[said, ...times], ...notes.map((note) => [note])] };
}

export function movedCard({ attendeeName, starts, clocks, notes }: OtherTimeDone): Message {
  const said = say('commands:moved', { attendee: attendeeName });
  const times = starts.flatMap((start) => [' ', timeOn(clocks, start)]);
  return { lines: [[said, ...times], ...notes.map((note) => [note])] };
}

/** Each time in the zone that holds for the host then. */
const timeOn = (clocks: HostClocks, start: number) => time(start, zoneAt(clocks, start));
