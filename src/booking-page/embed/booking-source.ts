import type { BookingSource } from '../../bookings/booking.entity.js';
import type { Query } from '../views/address.js';

/** Whether somebody books on the page itself or where another site shows it. */
export const sourceOf = ({ embed }: Query): BookingSource =>
  embed === undefined ? 'web' : 'embed';
