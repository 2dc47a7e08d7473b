import { nextNudge } from '../../availability/waiting-time.js';
import type { Booking } from '../booking.entity.js';

/** What waits for a host beside the other times of a booking; instants are epoch milliseconds. */
export interface StillWaiting {
  /** When they are reminded; null when nothing waits. */
  readonly nudge: number | null;
  /** Of a request: until when it keeps its own time. */
  readonly until?: number;
}

/**
 * A request goes on waiting for its host whatever becomes of other times, at least until `least`, and
 * they are reminded as before. A booking that stands waits for nothing.
 */
export function stillWaiting(
  { status, nudgeAt, holdExpiresAt }: Pick<Booking, 'status' | 'nudgeAt' | 'holdExpiresAt'>,
  now: number,
  least = now,
): StillWaiting {
  if (status !== 'pending') return { nudge: null };
  const until = Math.max(holdExpiresAt?.getTime() ?? now, least);
  return { until, nudge: nudgeAt?.getTime() ?? nextNudge(now, until) };
}
