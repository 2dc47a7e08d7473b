import { say } from '../../../src/language/say.js';
import type { Message } from '../message.js';
import { type AttendeeFacts, attendeeCard } from './attendee.card.js';
import { bookingCard, type BookingCardFacts } from './booking.card.js';

/** What both sides of a meeting are reminded with: its card, which says that it is near. */
export function reminderCard(
  reader: 'attendee' | 'host',
  read: { readonly facts: BookingCardFacts; readonly attendee: AttendeeFacts },
): Message {
  const { attendeeName: attendee, hostName: host } = read.facts;
  return reader === 'host'
    ? { ...bookingCard(read.facts), title: say('cards:reminder.host', { attendee }) }
    : { ...attendeeCard(read), title: say('cards:reminder.attendee', { host }) };
}
