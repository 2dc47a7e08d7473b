import type { BookingChange } from '../../bookings/history/booking-change.entity.js';

/**
 * Whether the booking was ever more than a request: only then it is in anybody's calendar. A move
 * stands at once: what its attendee moves while it waits is a request anew.
 */
export const hasStood = (changes: readonly Pick<BookingChange, 'kind'>[]): boolean =>
  changes.some(({ kind }) => kind === 'booked' || kind === 'confirmed' || kind === 'moved');
