import type { HostCalendar } from '../../calendars/host-api/host-calendar.mapper.js';
import type { Booking } from '../booking.entity.js';

/** The bookings that a change left outside what is open, soonest first; nobody has moved them. */
export interface Affecting {
  /** Their uids. */
  readonly affectedBookings: readonly string[];
}

/** A calendar as a change of it is answered in the API. */
export interface ChangedCalendar extends HostCalendar, Affecting {}

export const affecting = (bookings: readonly Booking[]): Affecting => ({
  affectedBookings: bookings.map(({ uid }) => uid),
});
