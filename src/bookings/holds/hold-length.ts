import { MINUTE } from '../../slots/interval.js';
import type { Booking } from '../booking.entity.js';

/** Long enough to fill in a form, in milliseconds. */
export const HOLD_TIME = 5 * MINUTE;

/** However long somebody types, others wait no longer for a time that is not booked. */
const LONGEST_HOLD = 30 * MINUTE;

/** Until when a hold may stay for whoever is still at it at `now`; epoch milliseconds. */
export const heldOn = ({ createdAt }: Pick<Booking, 'createdAt'>, now: number): number =>
  Math.min(now + HOLD_TIME, createdAt.getTime() + LONGEST_HOLD);
