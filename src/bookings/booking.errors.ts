import type { Interval } from '../slots/interval.js';
import type { SlotExplanation } from '../slots/explain-slot.js';
import type { Change } from './changeable.js';
import type { IntakeProblem } from './intake/intake.js';
import type { BookingStatus } from './booking-status.js';

/** The steps that stand for somebody else's time; which one is nobody's business. */
const TAKEN = ['busy', 'booking', 'buffer'] as const;

/** A rule of the calendar that removed a start. */
export type RuleStep = Exclude<SlotExplanation['step'], (typeof TAKEN)[number]>;

/** A start that is not offered: taken, or against a rule. Alternatives are looked up later. */
export function slotProblem({ step }: SlotExplanation): BookingProblem {
  return isRule(step)
    ? { kind: 'slot-not-offered', step, alternatives: [] }
    : { kind: 'slot-taken', alternatives: [] };
}

function isRule(step: SlotExplanation['step']): step is RuleStep {
  return !TAKEN.some((taken) => taken === step);
}

/** Nobody meets in the past, whatever the calendar says. */
export const HAS_PASSED = {
  kind: 'slot-not-offered',
  step: 'notice',
  alternatives: [],
} as const satisfies BookingProblem;

/** Why a booking was not made, moved or cancelled. Instants are epoch milliseconds. */
export type BookingProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'calendar-off' }
  | { readonly kind: 'calendar-paused'; readonly until: Date | null }
  /** The length that was asked for is not one of these, in minutes. */
  | { readonly kind: 'duration-not-offered'; readonly offered: readonly number[] }
  /** This address has a booking ahead, and the calendar takes one at a time from each. */
  | { readonly kind: 'already-booked' }
  /** The link books once, and did; or it ran out. */
  | { readonly kind: 'link-used' }
  | {
      readonly kind: 'slot-taken';
      readonly alternatives: readonly Interval[];
      /** Which one, where several starts were asked for; epoch milliseconds. */
      readonly start?: number;
    }
  | {
      readonly kind: 'slot-not-offered';
      readonly step: RuleStep;
      readonly alternatives: readonly Interval[];
      readonly start?: number;
    }
  /** Answers or guests break a rule of the calendar. */
  | { readonly kind: 'intake-refused'; readonly problems: readonly IntakeProblem[] }
  /** Cancelled, declined, expired, or already begun. */
  | { readonly kind: 'booking-closed'; readonly status: BookingStatus }
  /** Whether somebody came is known when the meeting begins, epoch milliseconds. */
  | { readonly kind: 'not-begun'; readonly start: number }
  /** Attendees could change it until so many minutes before the start; null: never. */
  | { readonly kind: 'too-late'; readonly change: Change; readonly minutes: number | null }
  /** The host wants to know why, and was not told. */
  | { readonly kind: 'reason-missing' }
  /** It waits for no answer, or not for this one. */
  | { readonly kind: 'nothing-asked'; readonly status: BookingStatus }
  /** Somebody changed it since the page was made; `start` is its present time. */
  | { readonly kind: 'booking-changed'; readonly start: number }
  /** The secret fits another hold than the one it came with. */
  | { readonly kind: 'no-reservation' }
  /** Enough is held for visitors who are filling in a form. */
  | { readonly kind: 'too-many-holds'; readonly retryAfterSeconds: number }
  | { readonly kind: 'idempotency-conflict' }
  | { readonly kind: 'idempotency-waiting' }
  | {
      readonly kind: 'unavailable';
      readonly retryAfterSeconds: number;
      /** The connection was lost at COMMIT: it may have been done. The same request finds out. */
      readonly isUncertain?: boolean;
    };

/** The start cannot be had, taken or against a rule: another one may do. */
export type StartProblem = Extract<
  BookingProblem,
  { readonly kind: 'slot-taken' | 'slot-not-offered' }
>;

export const isAboutStart = (problem: BookingProblem): problem is StartProblem =>
  problem.kind === 'slot-taken' || problem.kind === 'slot-not-offered';
