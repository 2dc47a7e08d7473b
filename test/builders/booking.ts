import type { INestApplicationContext } from '@nestjs/common';
import type { BookedAnswer } from '../../src/bookings/booking-answer.js';
import { CreateBooking } from '../../src/bookings/create-booking.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';

/** A body for `POST …/bookings` that any calendar takes, if the start is free. */
export const aRequest = (start: string, more: Readonly<Record<string, unknown>> = {}) => ({
  start,
  attendee: { name: 'Sam Rivers', email: 'sam@example.com', timeZone: 'Europe/Berlin' },
  ...more,
});

/** Sam Rivers booked this calendar at this start (`2027-02-01T12:00:00Z`). */
export async function aBooking(
  app: INestApplicationContext,
  calendar: CalendarConfiguration,
  start: string,
): Promise<BookedAnswer> {
  const outcome = await app.get(CreateBooking).run({
    ...{ hostId: calendar.host.id, calendarId: calendar.id, start: Date.parse(start) },
    attendee: {
      ...{ name: 'Sam Rivers', email: 'sam@example.com', timeZone: 'Europe/Berlin', locale: null },
    },
    ...{ notes: '', source: 'web', utm: {} },
  });
  if (!outcome.ok) throw new Error(`The booking was refused: ${outcome.problem.kind}`);
  return outcome.value.value;
}
