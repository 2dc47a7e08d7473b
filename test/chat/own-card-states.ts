import { attendeeCard } from '../../bots/core/cards/attendee.card.js';
import type { BookingCardFacts } from '../../bots/core/cards/booking.card.js';
import type { Message } from '../../bots/core/message.js';

const manageUrl = 'https://book.example.com/b/7k2m9cabcdefghjkmnpq?t=token';
const attendee = { timeZone: 'Asia/Tokyo', place: 'We call you', manageUrl };
const card = (facts: BookingCardFacts): Message => attendeeCard({ facts, attendee });

/** The states of a booking that whoever booked is shown differently. */
interface Samples {
  readonly booking: BookingCardFacts;
  readonly moved: BookingCardFacts;
  readonly asking: BookingCardFacts;
  readonly proposing: BookingCardFacts;
}

/** What whoever booked in chat is shown. */
export const ownCardStates = ({
  booking,
  moved,
  asking,
  proposing,
}: Samples): Readonly<Record<string, Message>> => ({
  'own-card-booked': card(booking),
  'own-card-requested': card({
    ...{ ...booking, status: 'pending', answerBy: Date.parse('2027-02-01T16:00:00Z') },
  }),
  'own-card-cancelled': card({
    ...{ ...booking, status: 'cancelled', cancelledBy: 'host', actedBy: 'Eve' },
  }),
  'own-card-proposed': card(proposing),
  'own-card-asks-to-move': card(asking),
  'own-card-asked-to-move': card({ ...booking, timeQuestion: 'asked-to-move' }),
  'own-card-moved-unasked': card({ ...moved, timeQuestion: 'moved-unasked' }),
});
