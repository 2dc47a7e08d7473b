import type { Attendance } from '../../../src/bookings/booking-status.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { say } from '../../../src/language/say.js';
import type { Button, Message } from '../message.js';
import { appointmentLine, type RowFrame } from './appointment.card.js';

/** Meetings that have begun, each with a button for what is not noted yet. `now` is epoch milliseconds. */
export function attendanceCard(bookings: readonly Booking[], asRead: RowFrame): Message {
  return {
    title: say('cards:attendance.title', { count: bookings.length }),
    lines: bookings.map((booking) => appointmentLine(booking, asRead)),
    buttons: bookings.map((booking) =>
      markButton(booking, booking.status === 'no_show' ? 'showed' : 'no_show'),
    ),
  };
}

/** What was noted, and the way back. */
export function markedCard(booking: Booking, attendance: Attendance): Message {
  const { attendeeName: attendee } = booking;
  const other = attendance === 'showed' ? 'no_show' : 'showed';
  return {
    lines: [[say(`cards:attendance.noted.${attendance}`, { attendee })]],
    buttons: [markButton(booking, other)],
  };
}

function markButton({ uid, attendeeName: attendee }: Booking, attendance: Attendance): Button {
  const verb = attendance === 'showed' ? 'showed' : 'no-show';
  return { verb, subject: uid, label: say(`cards:attendance.mark.${attendance}`, { attendee }) };
}
