import { bookingQuestion } from '../../bots/core/cards/booking-question.card.js';
import type { BookingFacts } from '../../bots/core/dialogues/booking/booking-facts.js';
import { moveFields } from '../../bots/core/dialogues/booking/booking-fields.js';
import { freshState } from '../../bots/core/dialogues/booking/booking-state.js';
import { expiredPicker } from '../../bots/core/dialogues/expired-picker.js';
import { offeredDays } from '../../bots/core/dialogues/other-time/offered-days.js';
import { type Message, sentences } from '../../bots/core/message.js';
import { DEFAULT_SETTINGS } from '../../src/calendars/settings/calendar-settings.js';
import { say } from '../../src/language/say.js';

const at = (instant: string): number => Date.parse(instant);
const berlin = 'Europe/Berlin';
const clocks = { timeZone: berlin, travel: [] };

const times = ['09:00', '09:30', '13:00', '16:30'].map((time) => ({
  start: at(`2027-02-02T${time}:00Z`),
}));

const facts: BookingFacts = {
  now: at('2027-02-01T07:00:00Z'),
  clocks,
  people: [
    { id: 'h', name: 'Ada' },
    { id: 'b', name: 'Bob' },
  ],
  hostName: 'Ada',
  openBookings: [],
  calendars: [
    {
      ...{ id: 'c', title: 'Intro call', durations: [30], timeZone: 'America/New_York' },
      place: null,
    },
  ],
  days: offeredDays([...times, { start: at('2027-02-03T09:00:00Z') }], clocks),
  fields: [],
  ...{ hindrance: null, whyNot: null },
  ...{ afterText: null, pausedUntil: null },
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
const [reason] = moveFields({
  ...{ id: 'c', scheduleId: 's', slug: 'intro-call', overrides: [], active: true },
  host: { id: 'h', handle: 'ada', name: 'Ada', email: null },
  settings: {
    ...{ ...DEFAULT_SETTINGS, title: 'Intro call', timeZone: berlin },
    cutoffs: { cancelMinutes: 0, moveMinutes: 0, reason: 'required' },
  },
  ...{ pausedAt: null, pausedUntil: null, homePlatform: 'console', homeWorkspace: 'local' },
});
if (!reason) throw new Error('There is no field for the reason.');

/** Every question of a booking by talk. */
export const talkStates = (): Readonly<Record<string, Message>> => {
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
    'talk-reason': bookingQuestion(
      { ...timed, movingUid: open.uid },
      { ...facts, openBookings: [open], fields: [reason] },
    ),
    'talk-reason-given': bookingQuestion(
      { ...timed, movingUid: open.uid, answers: { reason: 'A train is late' } },
      { ...facts, openBookings: [open], fields: [reason] },
    ),
    'talk-expired': expiredPicker({ verb: 'start-booking', subject: 'anew' }),
  };
};
