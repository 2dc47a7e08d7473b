import type { BookingStatus } from '../../../src/bookings/booking-status.js';
import { say } from '../../../src/language/say.js';
import { type Button, type Line, type Message, sentences, time } from '../message.js';

/** What a card about a booking shows. Times are epoch milliseconds. */
export interface BookingCardFacts {
  readonly uid: string;
  readonly title: string;
  readonly status: BookingStatus;
  readonly start: number;
  readonly end: number;
  /** The start before the latest move. */
  readonly movedFrom: number | null;
  /** The host's zone, for readers whose own is unknown. */
  readonly timeZone: string;
  /** Where they meet, as far as everybody in the channel may know; null when no place was set. */
  readonly place: string | null;
  readonly attendeeName: string;
  readonly hostName: string;
  readonly cancelledBy: string | null;
  readonly cancelReason: string | null;
}

/** The living alert of a booking, as it stands now. */
export function bookingCard(facts: BookingCardFacts): Message {
  return {
    title: cardTitle(facts),
    lines: [
      [say('cards:who', { attendee: facts.attendeeName, title: facts.title })],
      ...whenLines(facts),
      ...(facts.place === null ? [] : [[say('cards:place', { place: facts.place })]]),
      ...reasonLines(facts),
      [say('cards:code', { code: shortCode(facts.uid) })],
    ],
    buttons: isOpen(facts) ? openButtons(facts.uid) : [],
  };
}

/** One line under the card for each change. */
export function changeReply(facts: BookingCardFacts): Message {
  if (facts.status === 'cancelled')
    return { lines: [[cancelledTitle(facts)], ...reasonLines(facts)] };
  if (facts.status === 'showed' || facts.status === 'no_show') {
    return sentences(
      say(`cards:attendance.noted.${facts.status}`, { attendee: facts.attendeeName }),
    );
  }
  return { lines: [[say('cards:movedTo'), ' ', time(facts.start, facts.timeZone)]] };
}

/** Enough of the uid to type: unique among one host's bookings for all practical purposes. */
export const shortCode = (uid: string): string => uid.slice(0, 6);

function cardTitle(facts: BookingCardFacts): string {
  if (facts.status === 'cancelled') return cancelledTitle(facts);
  if (facts.status === 'confirmed' && facts.movedFrom !== null) return say('cards:moved');
  return say(`cards:status.${facts.status}`);
}

function cancelledTitle({ cancelledBy, attendeeName, hostName }: BookingCardFacts): string {
  const who = cancelledBy === 'host' ? hostName : attendeeName;
  return say('cards:cancelledBy', { who });
}

function whenLines(facts: BookingCardFacts): Line[] {
  const now = time(facts.start, facts.timeZone);
  if (facts.status === 'cancelled') return [[{ ...now, isFormer: true }]];
  if (facts.movedFrom === null || facts.movedFrom === facts.start) return [[now]];
  return [[{ ...time(facts.movedFrom, facts.timeZone), isFormer: true }], [now]];
}

function reasonLines({ cancelReason }: BookingCardFacts): Line[] {
  return cancelReason ? [[say('cards:reason', { reason: cancelReason })]] : [];
}

const isOpen = ({ status }: BookingCardFacts): boolean =>
  status === 'confirmed' || status === 'pending';

function openButtons(uid: string): Button[] {
  return [
    { verb: 'reschedule', subject: uid, label: say('cards:reschedule') },
    { verb: 'cancel', subject: uid, label: say('cards:cancel'), look: 'danger' },
  ];
}
