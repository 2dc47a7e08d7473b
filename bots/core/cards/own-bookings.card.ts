import { shortCode } from '../../../src/bookings/booking-uid.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { meetingWith } from '../../../src/language/meeting-words.js';
import { say } from '../../../src/language/say.js';
import { type Button, type Line, type Message } from '../message.js';
import { meetingTime, spanOf } from './meeting-time.js';

/** Buttons for more bookings than these would bury the list. */
const MOST_WITH_BUTTONS = 5;

/** What somebody booked in chat that is still ahead. */
export function ownBookingsCard(bookings: readonly Booking[], timeZone: string): Message {
  if (bookings.length === 0) return { lines: [[say('book:own.none')]] };
  const kinds = ['move-mine', 'cancel-mine'] as const;
  return {
    title: say('book:own.title', { count: bookings.length }),
    lines: bookings.map((booking) => ownLine(booking, timeZone)),
    buttons: bookings
      .slice(0, MOST_WITH_BUTTONS)
      .flatMap((booking) => kinds.map((verb) => ownButton(verb, booking))),
  };
}

/** Asks which of several is meant. */
export function whichCard(
  bookings: readonly Booking[],
  verb: 'move-mine' | 'cancel-mine',
  timeZone: string,
): Message {
  return {
    title: say(verb === 'move-mine' ? 'book:own.whichMove' : 'book:own.whichCancel'),
    lines: bookings.map((booking) => ownLine(booking, timeZone)),
    buttons: bookings.slice(0, 2 * MOST_WITH_BUTTONS).map((booking) => ownButton(verb, booking)),
  };
}

function ownLine(booking: Booking, zone: string): Line {
  const { title, hostName: host, status, uid } = booking;
  const state = say(`cards:status.${status}`);
  const facts = { meeting: meetingWith(title, host), state, code: shortCode(uid) };
  return [...meetingTime(spanOf(booking), zone), say('book:own.row', facts)];
}

function ownButton(verb: 'move-mine' | 'cancel-mine', { uid }: Booking): Button {
  const code = shortCode(uid);
  return verb === 'move-mine'
    ? { verb, subject: uid, label: say('book:own.move', { code }) }
    : { verb, subject: uid, label: say('book:own.cancel', { code }), look: 'danger' };
}
