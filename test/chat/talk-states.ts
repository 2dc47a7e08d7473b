import { attendeeCard } from '../../bots/core/cards/attendee.card.js';
import type { BookingCardFacts } from '../../bots/core/cards/booking.card.js';
import { bookingQuestion } from '../../bots/core/cards/booking-question.card.js';
import type { BookingFacts } from '../../bots/core/dialogues/booking-facts.js';
import { freshState } from '../../bots/core/dialogues/booking-state.js';
import { offeredDays } from '../../bots/core/dialogues/offered-days.js';
import { type Message, sentences } from '../../bots/core/message.js';
import { say } from '../../src/language/say.js';

const at = (instant: string): number => Date.parse(instant);
const berlin = 'Europe/Berlin';

const times = ['09:00', '09:30', '13:00', '16:30'].map((time) => ({
  start: at(`2027-02-02T${time}:00Z`),
}));

const facts: BookingFacts = {
  now: at('2027-02-01T07:00:00Z'),
  people: [
    { id: 'h', name: 'Ada' },
    { id: 'b', name: 'Bob' },
  ],
  hostName: 'Ada',
  openBookings: [],
  calendars: [{ id: 'c', title: 'Intro call', durations: [30], timeZone: 'America/New_York' }],
  days: offeredDays([...times, { start: at('2027-02-03T09:00:00Z') }], berlin),
  fields: [],
};

const chosen = {
  ...{ ...freshState('d'), hostId: 'h', calendarId: 'c', durationMinutes: 30, timeZone: berlin },
};
const open = {
  uid: '7k2m9cabcdefghjkmnpq',
  title: 'Intro call',
  start: at('2027-02-05T09:00:00Z'),
};
const timed = { ...chosen, date: '2027-02-02', start: times[2]?.start ?? 0 };
const manageUrl = 'https://book.example.com/b/7k2m9cabcdefghjkmnpq?t=token';

/** Every question of a booking by talk, and what whoever booked is shown. */
export const talkStates = (booking: BookingCardFacts): Readonly<Record<string, Message>> => {
  const attendee = { timeZone: 'Asia/Tokyo', place: 'We call you', manageUrl };
  return {
    'talk-person': bookingQuestion(freshState('d'), facts),
    'talk-existing': bookingQuestion(chosen, { ...facts, openBookings: [open] }),
    'talk-day': bookingQuestion(chosen, facts),
    'talk-zone': bookingQuestion({ ...chosen, timeZone: null }, facts),
    'talk-time': bookingQuestion({ ...chosen, date: '2027-02-02' }, facts),
    'talk-taken': bookingQuestion({ ...chosen, date: '2027-02-02' }, facts, [say('book:taken')]),
    'talk-confirm': bookingQuestion(timed, facts),
    'talk-confirm-move': bookingQuestion(
      { ...timed, movingUid: open.uid },
      { ...facts, openBookings: [open] },
    ),
    'talk-nobody': sentences(say('book:nobodyHere')),
    'own-card-booked': attendeeCard({ facts: booking, attendee }),
    'own-card-requested': attendeeCard({
      facts: { ...booking, status: 'pending', answerBy: at('2027-02-01T16:00:00Z') },
      attendee,
    }),
    'own-card-cancelled': attendeeCard({
      facts: { ...booking, status: 'cancelled', cancelledBy: 'host', actedBy: 'Eve' },
      attendee,
    }),
  };
};
