import type { BookingChange } from '../history/booking-change.entity.js';
import { isMovedUnasked } from '../history/booking-history.js';
import type { Booking } from '../booking.entity.js';

/** What a host has left their attendee to say: whether they choose another time, or the new one suits. */
export type TimeQuestion = 'asked-to-move' | 'moved-unasked';

/** The question that stands, given all changes, oldest first; null when there is none. */
export function timeQuestion(
  { hostAskedMove }: Pick<Booking, 'hostAskedMove'>,
  changes: readonly Pick<BookingChange, 'kind' | 'actor'>[],
): TimeQuestion | null {
  if (hostAskedMove) return 'asked-to-move';
  return isMovedUnasked(changes) ? 'moved-unasked' : null;
}
