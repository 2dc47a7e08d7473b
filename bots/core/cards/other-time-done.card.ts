import { say } from '../../../src/language/say.js';
import { type Message, time } from '../message.js';
import { timeList } from './waiting.card.js';

/** What was done with other times of a booking. */
export interface OtherTimeDone {
  readonly attendeeName: string;
  /** Ascending, epoch milliseconds. */
  readonly starts: readonly number[];
  readonly timeZone: string;
  /** What should be said beside it. */
  readonly notes: readonly string[];
}

export function proposedCard({ attendeeName, starts, timeZone, notes }: OtherTimeDone): Message {
  const said = say('commands:proposed', { attendee: attendeeName });
  const times = timeList(
    starts.map((start) => ({ start })),
    timeZone,
  );
  return { lines: [[said, ...times], ...notes.map((note) => [note])] };
}

export function movedCard({ attendeeName, starts, timeZone, notes }: OtherTimeDone): Message {
  const said = say('commands:moved', { attendee: attendeeName });
  const times = starts.flatMap((start) => [' ', time(start, timeZone)]);
  return { lines: [[said, ...times], ...notes.map((note) => [note])] };
}
