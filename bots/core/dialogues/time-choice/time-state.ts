import { z } from 'zod';
import { DAY_PARTS } from '../../../../src/calendars/words/wish.parser.js';

const wishSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  part: z.enum(DAY_PARTS).nullable(),
  at: z.number().nullable(),
  // What is kept of earlier releases has neither.
  orAt: z.number().nullable().default(null),
  clock: z.string().nullable().default(null),
});

/** How far the choice of a day and a time has come, in whatever dialogue. What is null is not decided yet. */
export const timeFields = {
  timeZone: z.string().nullable(),
  /** When they would like to meet, as long as that has not led to a time. */
  wish: wishSchema.nullable(),
  /** The day that was talked about last: a time without a day is one of it. */
  talkedDay: z.string().nullable().default(null),
  /** How many of the days with times were passed over. */
  skippedDays: z.number(),
  date: z.string().nullable(),
  /** Epoch milliseconds. */
  start: z.number().nullable(),
};

export type TimeState = z.infer<z.ZodObject<typeof timeFields>>;

/** Nothing chosen; the day that is talked about stays. */
export const NO_TIME = { wish: null, skippedDays: 0, date: null, start: null } as const;

/** The same dialogue before a time was chosen; everything else stays. */
export const anotherTime = <State extends TimeState>(state: State): State => ({
  ...state,
  ...NO_TIME,
  talkedDay: dayTalkedOf(state),
});

/** The day that was chosen, or else talked about last; null where there is none. */
export const dayTalkedOf = ({ date, talkedDay }: TimeState): string | null => date ?? talkedDay;
