import type { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { CHANGEABLE_STATUSES } from './booking-status.js';

/** A booking can be moved and cancelled until it starts; null when it still can. */
export function closedProblem(booking: Booking, now: number): BookingProblem | null {
  const isChangeable = CHANGEABLE_STATUSES.some((status) => status === booking.status);
  const hasBegun = booking.startsAt.getTime() <= now;
  return isChangeable && !hasBegun ? null : { kind: 'booking-closed', status: booking.status };
}
