import type { AlertDetail, AlertEvent } from '../../../src/calendars/alerts/alert-options.js';
import type { Message } from '../message.js';
import { attendeeCard } from './attendee.card.js';
import { bookingCard, handedCard } from './booking.card.js';
import type { CardFacts } from './booking-card-facts.js';
import { EVENT_OF, withinDetail } from './card-detail.js';
import { changeReply } from './change-reply.card.js';

/** Who reads a card: everybody in a channel, or one person alone. */
export type CardReader = 'channel' | 'host' | 'former-host' | 'attendee';

interface LivingCard {
  readonly card: Message;
  /** What is said below it of the latest change; null where there is nobody to tell. */
  readonly reply: { readonly event: AlertEvent; readonly message: Message } | null;
}

/** The card of a booking as one of its readers sees it. */
export function livingCard(
  read: CardFacts,
  { reader, detail }: { readonly reader: CardReader; readonly detail: AlertDetail },
): LivingCard {
  const { facts: known, latest, contact } = withinDetail(read, detail);
  // Replies stand under the card, in the zone of whoever reads both.
  const facts = reader === 'attendee' ? { ...known, timeZone: read.attendee.timeZone } : known;
  if (reader === 'former-host') return { card: handedCard(facts), reply: null };
  const isShared = reader === 'channel';
  const card =
    reader === 'attendee' ? attendeeCard(read) : bookingCard(facts, { contact, isShared });
  // Whoever reads alone what they did themselves has had an answer to it.
  const isOwn = latest?.actor === reader && facts.actedBy === null;
  if (!latest || isOwn) return { card, reply: null };
  return { card, reply: { event: EVENT_OF[latest.kind], message: changeReply(facts, latest) } };
}
