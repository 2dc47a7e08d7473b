import { BookingProblemWords } from '../../bots/core/booking-problem-words.js';
import { affectedCard } from '../../bots/core/cards/affected.card.js';
import { bookingCard, type BookingCardFacts } from '../../bots/core/cards/booking.card.js';
import { embedCard } from '../../bots/core/cards/embed.card.js';
import { changeReply, type LatestChange } from '../../bots/core/cards/change-reply.card.js';
import {
  type CalendarCardFacts,
  nextTimesLines,
  savedCard,
  sharedCard,
  settingsCard,
} from '../../bots/core/cards/calendar.card.js';
import {
  handedLines,
  handoverAsked,
  handoverCard,
  handoverChoice,
  type HandoverFacts,
} from '../../bots/core/cards/handover.card.js';
import { yesOrNoChoices } from '../../bots/core/dialogues/confirmations.js';
import { link, type Message, person, sentences } from '../../bots/core/message.js';
import type { BookingProblem } from '../../src/bookings/booking.errors.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { DEFAULT_SETTINGS } from '../../src/calendars/settings/calendar-settings.js';
import { say } from '../../src/language/say.js';
import { otherTimeStates } from './other-time-states.js';
import { ownCardStates } from './own-card-states.js';
import { talkStates } from './talk-states.js';

const at = (instant: string): number => Date.parse(instant);
const slot = (start: string) => ({ start: at(start), end: at(start) + 1_800_000 });

const settings = { ...DEFAULT_SETTINGS, title: 'Intro call', timeZone: 'Europe/Berlin' };

const configuration: CalendarConfiguration = {
  ...{ id: 'c', scheduleId: 's', slug: 'intro-call', settings, overrides: [], active: true },
  host: { id: 'h', handle: 'ada', name: 'Ada', email: null },
  ...{ pausedAt: null, pausedUntil: null, homePlatform: 'console', homeWorkspace: 'local' },
};

const calendar: CalendarCardFacts = {
  configuration,
  state: { kind: 'open' },
  link: { url: 'https://book.example.com/ada/intro-call', isLoopback: false },
  nextTimes: ['2027-02-01T08:00:00Z', '2027-02-01T08:15:00Z', '2027-02-01T08:30:00Z'].map(slot),
  channels: ['#bookings'],
};

const closed: CalendarCardFacts = { ...calendar, nextTimes: [] };
const nothing = { state: { kind: 'open' }, nextTimes: [] } as const;

const booking: BookingCardFacts = {
  ...{ uid: '7k2m9cabcdefghjkmnpq', sequence: 0, title: 'Intro call' },
  status: 'confirmed',
  ...slot('2027-02-01T09:00:00Z'),
  ...{ phase: 'ahead', isOnline: false },
  ...{ movedFrom: null, timeZone: 'Europe/Berlin', attendeeName: 'Grace', hostName: 'Ada' },
  booker: null,
  ...{
    ...{ place: null, announcedPlace: null, placeForAll: null },
    cancelledBy: null,
    cancelReason: null,
    answerBy: null,
    question: null,
    actedBy: null,
    timeQuestion: null,
    isKept: false,
  },
  neighbours: { before: null, after: null },
};
const moved: BookingCardFacts = { ...booking, movedFrom: at('2027-01-29T09:00:00Z') };
const cancelled: BookingCardFacts = {
  ...moved,
  ...{ status: 'cancelled' as const, cancelledBy: 'attendee', cancelReason: 'I am ill' },
};

const request: BookingCardFacts = {
  ...{ ...booking, status: 'pending', answerBy: at('2027-01-31T16:00:00Z') },
  neighbours: { before: slot('2027-02-01T08:00:00Z'), after: slot('2027-02-01T11:00:00Z') },
};
const until = at('2027-01-31T16:00:00Z');
const [later, latest] = [slot('2027-02-01T13:00:00Z'), slot('2027-02-02T09:00:00Z')];
const asking: BookingCardFacts = { ...booking, question: { kind: 'move', times: [later], until } };
const proposing: BookingCardFacts = {
  ...booking,
  question: { kind: 'proposal', times: [later, latest], until },
};
const change = (kind: LatestChange['kind'], more: Partial<LatestChange> = {}): LatestChange => ({
  ...{ kind, actor: 'host', reason: null, asked: [] },
  ...more,
});

const free = ['2027-02-01T10:00:00Z', '2027-02-01T11:00:00Z', '2027-02-01T12:00:00Z'].map(slot);
const problem = (kind: BookingProblem): Message =>
  new BookingProblemWords().of(kind, 'Europe/Berlin');

const standing = (uid: string, attendeeName: string, start: string) => ({
  ...{ uid, attendeeName, start: at(start), timeZone: 'Europe/Berlin' },
});

const chatPerson = (userKey: string, name: string) =>
  ({ ...{ platform: 'slack', workspace: 'T1' }, userKey, name }) as const;
const bob = chatPerson('U0BOB', 'Bob');

const handover: HandoverFacts = {
  ...{ title: 'Intro call', host: 'Ada', person: 'Bob', givesBookings: true, hasOwnNumber: true },
  place: null,
  fitting: [
    standing('7k2m9cabcdefghjkmnpq', 'Sam Rivers', '2027-02-02T09:00:00Z'),
    standing('8k2m9cabcdefghjkmnpq', 'Kim Lake', '2027-02-02T10:00:00Z'),
  ],
  misfits: [
    { ...standing('9k2m9cabcdefghjkmnpq', 'Jo Hill', '2027-02-03T09:00:00Z'), why: 'busy' },
  ],
};

const affected = Array.from({ length: 12 }, (_, index) => ({
  ...{ uid: `7k2m${String(index).padStart(2, '0')}cabcdefghjkmnp`, attendeeName: 'Grace' },
  ...{ start: at('2027-02-01T09:00:00Z') + index * 3_600_000, timeZone: 'Europe/Berlin' },
}));

/** Every state the assistant can be found in, beside the plain answers. */
export const chatStates: Readonly<Record<string, Message>> = {
  'calendar-saved': savedCard({ ...calendar, notes: [] }),
  'calendar-saved-on-this-machine': savedCard({
    ...calendar,
    ...{ link: { ...calendar.link, isLoopback: true }, notes: [], channels: [] },
  }),
  'calendar-shown': settingsCard(calendar),
  'calendar-shown-with-limits': settingsCard({
    ...calendar,
    configuration: {
      ...configuration,
      settings: {
        ...settings,
        ...{ furtherDurationsMinutes: [60], startOffsetMinutes: 5, oneOpenBooking: true },
        limits: { perDay: { count: 3 }, perMonth: { minutes: 600 } },
        cutoffs: { cancelMinutes: 120, moveMinutes: null, reason: 'required' },
        travel: [{ from: '2027-02-01', to: '2027-02-03', timeZone: 'Asia/Tokyo' }],
      },
    },
  }),
  'calendar-shown-paused': settingsCard({ ...closed, state: { kind: 'paused', until: null } }),
  'calendar-shown-paused-until': settingsCard({
    ...closed,
    state: { kind: 'paused', until: new Date(at('2027-02-05T00:00:00Z')) },
  }),
  'calendar-shown-with-approval': settingsCard({
    ...calendar,
    configuration: { ...configuration, settings: { ...settings, approval: 'host' } },
  }),
  'calendar-shown-off': settingsCard({ ...closed, state: { kind: 'off' } }),
  'calendar-shared': sharedCard(calendar),
  'calendar-embedded': embedCard(calendar, 'https://book.example.com'),
  'question-to-delete': {
    ...sentences(say('calendar:delete.sure.none', { title: 'Intro call', count: 0 })),
    choices: yesOrNoChoices('q', { label: say('commands:confirm.yes.delete'), look: 'danger' }),
    typed: say('commands:confirm.delete'),
  },
  ...talkStates(),
  ...otherTimeStates(),
  ...ownCardStates({ booking, moved, asking, proposing }),
  'card-booked': bookingCard(booking, { isShared: true }),
  'card-booked-in-chat': bookingCard({
    ...booking,
    booker: person(chatPerson('U0GRACE', 'Grace')),
  }),
  'card-booked-in-chat-by-another-name': bookingCard({
    ...booking,
    booker: person(chatPerson('U0EVE', 'Eve')),
  }),
  'card-booked-in-full': bookingCard(booking, {
    contact: {
      email: 'grace@example.com',
      notes: 'About the new compiler',
      answers: [{ label: 'Company', text: 'Navy' }],
    },
  }),
  'card-moved': bookingCard(moved),
  'card-cancelled': bookingCard(cancelled),
  'card-cancelled-by-host': bookingCard({ ...cancelled, cancelledBy: 'host', cancelReason: null }),
  'card-request': bookingCard(request),
  'card-request-alone': bookingCard({ ...request, neighbours: { before: null, after: null } }),
  'card-declined': bookingCard({ ...request, status: 'declined', cancelReason: 'I am away' }),
  'card-expired': bookingCard({ ...request, status: 'expired' }),
  'card-asks-to-move': bookingCard(asking),
  'card-proposed': bookingCard(proposing),
  'card-asked-to-move': bookingCard({ ...booking, timeQuestion: 'asked-to-move' }),
  'card-moved-unasked': bookingCard({ ...moved, timeQuestion: 'moved-unasked' }),
  'card-online': bookingCard({ ...booking, isOnline: true }),
  'card-running': bookingCard({ ...booking, isOnline: true, phase: 'running' }),
  'card-over': bookingCard({ ...booking, isOnline: true, phase: 'over' }),
  'card-showed': bookingCard({ ...booking, status: 'showed', phase: 'over' }),
  'card-no-show': bookingCard({ ...booking, status: 'no_show', phase: 'over' }),
  'card-kept': bookingCard({ ...booking, isKept: true }),
  'reply-confirmed': changeReply(booking, change('confirmed')),
  'reply-declined': changeReply(request, change('declined', { reason: 'I am away' })),
  'reply-declined-by-delegate': changeReply(
    { ...request, actedBy: 'Eve' },
    change('declined', { reason: 'I am away' }),
  ),
  'reply-expired': changeReply(request, change('expired', { actor: 'system' })),
  'reply-moved': changeReply(moved, change('moved')),
  'reply-move-requested': changeReply(asking, change('move_requested', { asked: [later.start] })),
  'reply-move-wanted': changeReply(booking, change('move_wanted', { actor: 'host' })),
  'reply-move-declined': changeReply(booking, change('move_declined')),
  'reply-move-withdrawn': changeReply(booking, change('move_withdrawn', { actor: 'attendee' })),
  'reply-move-kept': changeReply(booking, change('move_kept', { actor: 'attendee' })),
  'reply-move-unanswered': changeReply(booking, change('move_declined', { actor: 'system' })),
  'reply-proposed': changeReply(
    proposing,
    change('proposed', { asked: [later.start, latest.start] }),
  ),
  'reply-proposal-ended': changeReply(booking, change('proposal_ended', { actor: 'attendee' })),
  'reply-cancelled': changeReply(cancelled, change('cancelled', { reason: 'I am ill' })),
  'affected-one': affectedCard('q', affected.slice(0, 1)),
  'affected-many': affectedCard('q', affected),
  'handover-question': handoverCard('q', { ...handover, givesBookings: false }),
  'handover-question-with-bookings': handoverCard('q', handover),
  'handover-choice': handoverChoice(handover, bob),
  'handover-asked': handoverAsked(handover, person(bob, 'Bob')),
  'handover-done': {
    lines: [...handedLines(handover, 'host'), ...handedLines(handover, 'person')],
  },
  'no-bookings': {
    lines: [[say('commands:noBookings')], [link('https://book.example.com/ada/intro-call')]],
  },
  'no-calendar': sentences(say('commands:noCalendar')),
  'nothing-free': { lines: nextTimesLines(nothing, settings) },
  'nothing-free-in-a-fixed-window': {
    lines: nextTimesLines(nothing, {
      ...settings,
      bookingWindow: { kind: 'fixed', from: '2027-01-01', to: '2027-01-31' },
    }),
  },
  'database-down': sentences(say('commands:failed')),
  'failed-after-saving': sentences(say('commands:failedLate')),
  'problem-taken': problem({ kind: 'slot-taken', alternatives: free }),
  'problem-not-offered': problem({ kind: 'slot-not-offered', step: 'notice', alternatives: free }),
  'problem-paused': problem({
    kind: 'calendar-paused',
    until: new Date(at('2027-02-05T00:00:00Z')),
  }),
  'problem-closed': problem({ kind: 'booking-closed', status: 'cancelled' }),
  'problem-changed': problem({ kind: 'booking-changed', start: at('2027-02-01T09:00:00Z') }),
  'problem-uncertain': problem({ kind: 'unavailable', retryAfterSeconds: 5, isUncertain: true }),
  'problem-unavailable': problem({ kind: 'unavailable', retryAfterSeconds: 5 }),
};
