import type { Interval } from '../slots/interval.js';
import type { SlotExplanation } from '../slots/explain-slot.js';
import type { BookingStatus } from './booking-status.js';

/** Why a booking was not made, moved or cancelled. Instants are epoch milliseconds. */
export type BookingProblem =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'calendar-off' }
  | { readonly kind: 'calendar-paused'; readonly until: Date | null }
  | { readonly kind: 'slot-taken'; readonly alternatives: readonly Interval[] }
  | {
      readonly kind: 'slot-not-offered';
      readonly step: SlotExplanation['step'];
      readonly alternatives: readonly Interval[];
    }
  /** Cancelled, declined, expired, or already begun. */
  | { readonly kind: 'booking-closed'; readonly status: BookingStatus }
  /** Somebody changed it since the page was made; `start` is its present time. */
  | { readonly kind: 'booking-changed'; readonly start: number }
  | { readonly kind: 'idempotency-conflict' }
  | { readonly kind: 'idempotency-waiting' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };
