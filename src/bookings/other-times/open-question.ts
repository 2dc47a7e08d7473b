import type { Interval } from '../../slots/interval.js';
import type { AskedFor, Booking } from '../booking.entity.js';

/** Times held for a booking until somebody says whether it moves to one of them. */
export interface OpenQuestion {
  /** `move`: the attendee asked, the host answers. `proposal`: the other way round. */
  readonly kind: AskedFor;
  /** Ascending, epoch milliseconds. */
  readonly times: readonly Interval[];
  /** Without an answer by then the booking stays where it is. */
  readonly until: number;
}

/** The question that these times are held for; null when there is none, or it is too late for an answer. */
export function openQuestion(held: readonly Booking[], now: number): OpenQuestion | null {
  const [first] = held;
  if (!first?.heldFor || first.heldFor === 'choice') return null;
  const until = first.holdExpiresAt?.getTime() ?? 0;
  if (until <= now) return null;
  const times = held.map(({ startsAt, endsAt }) => ({
    start: startsAt.getTime(),
    end: endsAt.getTime(),
  }));
  return { kind: first.heldFor, times, until };
}
