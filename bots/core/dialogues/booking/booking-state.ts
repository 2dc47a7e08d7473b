import { z } from 'zod';
import { byClocksOf } from '../../../../src/calendars/words/wish.parser.js';
import { NO_TIME, timeFields } from '../time-choice/time-state.js';

/** How far a booking by talk has come. What is null is not decided yet. */
export const bookingStateSchema = z.object({
  /** The dialogue's own id, held by its choices, so that those of an earlier one are known as such. */
  id: z.string(),
  /** The booking that is moved; null when a new one is made. */
  movingUid: z.string().nullable(),
  hostId: z.string().nullable(),
  calendarId: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  /** How long they would like to meet, as long as nobody has looked whether they can. */
  wishedMinutes: z.number().nullable().default(null),
  ...timeFields,
  /** The chosen time as it is held meanwhile; null where nothing is. */
  hold: z.object({ uid: z.string(), secret: z.string(), start: z.number() }).nullable(),
  /** What is held of the booking that is moved: epoch milliseconds. */
  heldStarts: z.array(z.number()).default([]),
  /** By the id of the field; an empty text is an answer too. */
  answers: z.record(z.string(), z.string()),
  /** They have an open booking with this host and want another one. */
  isAnother: z.boolean(),
});

export type BookingState = z.infer<typeof bookingStateSchema>;

export const freshState = (id: string): BookingState => ({
  ...{ id, movingUid: null, hostId: null, calendarId: null, durationMinutes: null, timeZone: null },
  ...{ ...NO_TIME, talkedDay: null, wishedMinutes: null, hold: null, heldStarts: [] },
  ...{ answers: {}, isAnother: false },
});

/** By the clocks of a zone. What they wished for before theirs was known was meant by these. */
export function inZoneOf(state: BookingState, timeZone: string): BookingState {
  const { wish } = state;
  const isGuessed = state.timeZone === null && wish !== null;
  return { ...state, timeZone, wish: isGuessed ? byClocksOf(timeZone, wish) : wish };
}
