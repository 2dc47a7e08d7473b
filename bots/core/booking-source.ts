import { BOOKING_SOURCES, type BookingSource } from '../../src/bookings/booking.entity.js';

/** What is booked on a platform, by the platform's name. */
export const sourceOf = (platform: string): BookingSource =>
  BOOKING_SOURCES.find((source) => source === platform) ?? 'console';
