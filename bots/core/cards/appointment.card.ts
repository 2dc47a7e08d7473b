import type { Booking } from '../../../src/bookings/booking.entity.js';
import { say } from '../../../src/language/say.js';
import { type Line, time } from '../message.js';
import { shortCode } from './booking.card.js';

/** One row of the appointment list: when, who, what, state, code. `now` is epoch milliseconds. */
export function appointmentLine(
  booking: Booking,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
): Line {
  const { attendeeName: attendee, title, uid } = booking;
  return [
    time(booking.startsAt, timeZone),
    say('cards:row', { attendee, title, state: stateOf(booking, now), code: shortCode(uid) }),
  ];
}

function stateOf({ status, endsAt }: Booking, now: number): string {
  const isOver = status === 'confirmed' && endsAt.getTime() <= now;
  return isOver ? say('cards:status.showed') : say(`cards:status.${status}`);
}
