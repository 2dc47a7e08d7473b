import { z } from 'zod';
import type { BookingProblem, RuleStep } from '../../../../src/bookings/booking.errors.js';
import { MOST_PROPOSED } from '../../../../src/bookings/other-times/most-proposed.js';
import { dayAt } from '../../../../src/calendars/settings/zone-at.js';
import { say } from '../../../../src/language/say.js';
import type { Settled } from '../talk.js';
import { isFree, settleTime, type TimeFacts } from '../time-choice/time-choice.dialogue.js';
import { NO_TIME, timeFields } from '../time-choice/time-state.js';

/** How far a host's search for another time has come. */
export const otherTimeStateSchema = z.object({
  id: z.string(),
  /** The booking that is to have another time. */
  uid: z.string(),
  /** To ask the attendee which of some times suits, or to move without asking. */
  purpose: z.enum(['propose', 'move']),
  ...timeFields,
  /** The times that were chosen, epoch milliseconds. */
  starts: z.array(z.number()),
  /** Those of them that are held meanwhile. */
  heldStarts: z.array(z.number()).default([]),
  /** A time against the calendar's own rules, which the host is asked about. */
  doubtful: z.number().nullable(),
  /** They meant such a time. */
  isInsisted: z.boolean(),
  /** They want one more time to propose. */
  isAdding: z.boolean(),
});

export type OtherTimeState = z.infer<typeof otherTimeStateSchema>;

export const freshOtherTime = (
  known: Pick<OtherTimeState, 'id' | 'uid' | 'purpose' | 'timeZone'>,
): OtherTimeState => ({
  ...{ ...known, ...NO_TIME, talkedDay: null },
  ...{ starts: [], heldStarts: [], doubtful: null, isInsisted: false, isAdding: true },
});

/** Why a typed time cannot be had at once: a rule that a host may break, or what nobody may. */
export type Refusal = RuleStep | 'taken' | 'over';

/** What the world says to that search. */
export interface OtherTimeFacts extends TimeFacts {
  readonly title: string;
  readonly attendeeName: string;
  readonly minutes: number;
  /** The present time, epoch milliseconds. */
  readonly former: number;
  /** What stands against the time in doubt; null when nothing does, or none is. */
  readonly refusal: Refusal | null;
  /** Why the booking can have no other time; null when it can. */
  readonly hindrance: BookingProblem | null;
}

export type OtherTimeStep = 'day' | 'time' | 'override' | 'confirm';

export function otherTimeStep(state: OtherTimeState): OtherTimeStep {
  if (state.doubtful !== null) return 'override';
  if (!state.isAdding) return 'confirm';
  return state.date === null ? 'day' : 'time';
}

/** Decides what leaves no choice: what becomes of a typed time, and whether a chosen one is the last. */
export function settleOtherTime(
  state: OtherTimeState,
  facts: OtherTimeFacts,
): Settled<OtherTimeState> {
  const { doubtful, start } = state;
  if (doubtful !== null) return settleDoubt(state, doubtful, facts);
  if (start !== null) return { state: withTime(state, start, facts), notes: [] };
  return state.isAdding ? settleTime(state, facts) : { state, notes: [] };
}

function settleDoubt(
  state: OtherTimeState,
  at: number,
  facts: OtherTimeFacts,
): Settled<OtherTimeState> {
  const { former, refusal, days } = facts;
  const without = { ...state, doubtful: null };
  if (at === former) return { state: without, notes: [say('other:sameTime')] };
  if (isFree(days, at) || refusal === null) {
    return { state: withTime(without, at, facts), notes: [] };
  }
  if (refusal === 'taken') return { state: without, notes: [say('other:taken')] };
  return refusal === 'over'
    ? { state: without, notes: [say('book:overAlready')] }
    : { state, notes: [] };
}

/** A booking moves to one time. */
export const MOST_STARTS = { propose: MOST_PROPOSED, move: 1 } as const;

export function withTime(
  state: OtherTimeState,
  start: number,
  { clocks }: OtherTimeFacts,
): OtherTimeState {
  const { purpose, starts } = state;
  const all = purpose === 'move' ? [start] : [...new Set([...starts, start])];
  return {
    ...state,
    ...NO_TIME,
    ...{
      talkedDay: dayAt(clocks, start),
      doubtful: null,
      isAdding: false,
      starts: all.toSorted((a, b) => a - b),
    },
  };
}
