import { z } from 'zod';
import { DAY_PARTS } from '../../../src/calendars/words/wish.parser.js';

const wishSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  part: z.enum(DAY_PARTS).nullable(),
  at: z.number().nullable(),
});

/** How far a booking by talk has come. What is null is not decided yet. */
export const bookingStateSchema = z.object({
  /** The dialogue's own id, held by its choices, so that those of an earlier one are known as such. */
  id: z.string(),
  /** The booking that is moved; null when a new one is made. */
  movingUid: z.string().nullable(),
  hostId: z.string().nullable(),
  calendarId: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  timeZone: z.string().nullable(),
  /** When they would like to meet, as long as that has not led to a time. */
  wish: wishSchema.nullable(),
  /** How many of the days with times were passed over. */
  skippedDays: z.number(),
  date: z.string().nullable(),
  /** Epoch milliseconds. */
  start: z.number().nullable(),
  /** By the id of the field; an empty text is an answer too. */
  answers: z.record(z.string(), z.string()),
  /** They have an open booking with this host and want another one. */
  isAnother: z.boolean(),
});

export type BookingState = z.infer<typeof bookingStateSchema>;

export const freshState = (id: string): BookingState => ({
  ...{ id, movingUid: null, hostId: null, calendarId: null, durationMinutes: null, timeZone: null },
  ...{ wish: null, skippedDays: 0, date: null, start: null, answers: {}, isAnother: false },
});
