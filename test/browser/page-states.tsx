import type { VNode } from 'preact';
import { BookingView, type BookingPage } from '../../src/booking-page/views/manage/booking.view.js';
import { DoneView, type DonePage } from '../../src/booking-page/views/done.view.js';
import type { Shell } from '../../src/booking-page/views/layout.view.js';
import { CancelView } from '../../src/booking-page/views/manage/cancel.view.js';
import { RemindersView } from '../../src/booking-page/views/site/reminders.view.js';
import { FindView } from '../../src/booking-page/views/site/find.view.js';
import { HomeView } from '../../src/booking-page/views/site/home.view.js';
import { HostLinksView } from '../../src/booking-page/views/site/host-links.view.js';
import { MonthView, type MonthPage } from '../../src/booking-page/views/month/month.view.js';
import {
  ProblemTypesView,
  ProblemTypeView,
} from '../../src/booking-page/views/site/problem-type.view.js';
import { PrivacyView } from '../../src/booking-page/views/site/privacy.view.js';
import { RescheduleConfirmView } from '../../src/booking-page/views/manage/reschedule-confirm.view.js';
import { RescheduleView } from '../../src/booking-page/views/manage/reschedule.view.js';
import { say } from '../../src/language/say.js';
import {
  alternatives,
  detailsHeld,
  detailsStates,
  longWords,
  type StateView,
  word,
} from './details-states.js';
import { messageStates } from './message-states.js';
import {
  aBookingPlace,
  aCalendarPlace,
  aMeeting,
  aPicker,
  at,
  berlin,
  foldNight,
  halfHour,
  aShell,
} from './page-samples.js';

const month =
  (over: Partial<MonthPage> = {}): StateView =>
  (shell) =>
    MonthView({ shell, meeting: aMeeting(), place: aCalendarPlace(), picker: aPicker(), ...over });

const booking =
  (over: Partial<BookingPage> = {}): StateView =>
  (shell) =>
    BookingView({
      shell,
      place: aBookingPlace(),
      meeting: aMeeting(),
      state: 'booked',
      slot: halfHour('2026-12-08T09:00:00Z'),
      face: berlin,
      hostZone: 'Europe/Berlin',
      attendeeName: 'Grace Hopper',
      mayMove: true,
      mayCancel: true,
      mail: { kind: 'none' },
      ...over,
    });

const monthStates: Readonly<Record<string, StateView>> = {
  month: month(),
  'month-12-hours': month({ picker: aPicker({ hourCycle: '12' }) }),
  'month-prefilled': month({
    place: aCalendarPlace({
      carried: { name: 'Grace Hopper', email: 'grace@example.com', utm_source: 'letter' },
    }),
  }),
  'month-clocks-change': month({
    picker: aPicker({
      month: '2026-10',
      today: '2026-10-20',
      days: [{ date: '2026-10-25', times: foldNight.length }],
      chosen: { date: '2026-10-25', slots: foldNight },
    }),
  }),
  'month-empty': month({
    picker: aPicker({ days: [], chosen: undefined, nextFree: '2027-01-04' }),
  }),
  'month-day-empty': month({
    picker: aPicker({ chosen: { date: '2026-12-12', slots: [] }, nextFree: '2026-12-14' }),
  }),
  'month-nothing-free': month({
    picker: aPicker({ days: [], chosen: undefined, previousMonth: undefined }),
  }),
  'month-locked-zone-sunday-first': month({
    meeting: aMeeting({ confirmation: 'host', location: undefined, durationMinutes: 90 }),
    picker: aPicker({
      weekStartsOn: 7,
      zone: { name: 'America/New_York', now: at('2026-12-07T13:05:00Z'), locked: true },
    }),
  }),
  'month-lengths': month({ durations: [15, 30, 60] }),
  'month-long-words': month({ meeting: longWords }),
  'month-only-this-machine': month({ onlyThisMachine: true }),
};

const bookingStates: Readonly<Record<string, StateView>> = {
  booked: booking(),
  'booked-other-zone': booking({
    hostZone: 'Asia/Tokyo',
    slot: halfHour('2026-12-08T16:45:00Z'),
    mail: { kind: 'handed-over', at: at('2026-12-07T13:05:00Z') },
  }),
  'booked-all-said': booking({
    meeting: aMeeting({
      location: { text: 'meet.example.com', url: 'https://meet.example.com/ada' },
    }),
    answers: [
      { label: 'Company', text: 'Remington Rand' },
      { label: 'What did you try so far?', text: 'Nanoseconds.\nAnd a moth.' },
    ],
    guests: 2,
    afterText: 'Bring a nanosecond.\nMore at https://example.com/before.',
  }),
  'booked-long-words': booking({ meeting: longWords, attendeeName: word }),
  'booked-too-late': booking({
    mayMove: false,
    mayCancel: false,
    tooLate: [say('problems:tooLate.moveNever'), say('problems:tooLate.cancel', { length: '2 h' })],
  }),
  'booked-mail-delayed': booking({ mail: { kind: 'delayed' } }),
  'booked-mail-refused': booking({ mail: { kind: 'refused' } }),
  'booked-mail-given-up': booking({ mail: { kind: 'given-up' } }),
  requested: booking({ state: 'requested', answerBy: at('2026-12-07T16:00:00Z') }),
  'move-asked': booking({
    question: { kind: 'move', times: alternatives.slice(0, 1), until: at('2026-12-07T16:00:00Z') },
  }),
  proposed: booking({
    question: { kind: 'proposal', times: alternatives, until: at('2026-12-07T16:00:00Z') },
  }),
  'moved-by-host': booking({ state: 'moved', timeQuestion: 'moved-unasked' }),
  'asked-to-move': booking({ state: 'booked', timeQuestion: 'asked-to-move' }),
  declined: booking({ state: 'declined', mayMove: false, mayCancel: false }),
  moved: booking({ state: 'moved' }),
  cancelled: booking({
    state: 'cancelled',
    mayMove: false,
    mayCancel: false,
    calendarHref: '/ada/intro-call',
  }),
  over: booking({
    state: 'over',
    mayMove: false,
    mayCancel: false,
    calendarHref: '/ada/intro-call',
  }),
};

const done =
  (over: Partial<DonePage> = {}): StateView =>
  (shell) =>
    DoneView({
      ...{ shell: framed(shell), place: aBookingPlace(), meeting: aMeeting(), state: 'booked' },
      ...{ slot: halfHour('2026-12-08T09:00:00Z'), face: berlin, hostZone: 'Europe/Berlin' },
      ...{ attendeeName: 'Grace Hopper', mail: { kind: 'none' }, status: 'confirmed' },
      ...over,
    });

const framed = (shell: Shell): Shell => ({ ...shell, embed: 'https://ada.example' });

/** Pages as they stand in a frame of another site. */
const framedStates: Readonly<Record<string, StateView>> = {
  'month-framed': (shell) => month({ isDayChosen: true })(framed(shell)),
  'details-framed': (shell) => detailsHeld(framed(shell)),
  done: done(),
  'done-requested': done({
    ...{ state: 'requested', status: 'pending', mail: { kind: 'quiet' } },
    answerBy: at('2026-12-07T16:00:00Z'),
  }),
  'done-moved': done({ state: 'moved', mail: { kind: 'delayed' } }),
  'done-cancelled': done({ state: 'cancelled', status: 'cancelled' }),
};

const move = {
  meeting: aMeeting(),
  place: aBookingPlace(),
  picker: aPicker(),
  current: halfHour('2026-12-08T09:00:00Z'),
};

const manageStates: Readonly<Record<string, StateView>> = {
  reschedule: (shell) => RescheduleView({ shell, ...move }),
  'reschedule-taken': (shell) =>
    RescheduleView({ shell, ...move, replacement: { reason: 'taken', alternatives } }),
  'reschedule-moved-meanwhile': (shell) => RescheduleView({ shell, ...move, movedMeanwhile: true }),
  'reschedule-confirm': (shell) =>
    RescheduleConfirmView({
      shell,
      meeting: aMeeting(),
      place: aBookingPlace(),
      from: halfHour('2026-12-08T09:00:00Z'),
      to: halfHour('2026-12-09T10:00:00Z'),
      face: berlin,
      sequence: 1,
      rule: 'optional',
    }),
  'reschedule-reason-missing': (shell) =>
    RescheduleConfirmView({
      shell,
      meeting: aMeeting(),
      place: aBookingPlace(),
      from: halfHour('2026-12-08T09:00:00Z'),
      to: halfHour('2026-12-09T10:00:00Z'),
      face: berlin,
      sequence: 1,
      rule: 'required',
      problems: [{ field: 'reason', message: say('page:reasonMissing') }],
    }),
  cancel: (shell) =>
    CancelView({
      shell,
      meeting: aMeeting(),
      place: aBookingPlace(),
      slot: halfHour('2026-12-08T09:00:00Z'),
      face: berlin,
      rule: 'optional',
      reason: '',
      problems: [],
    }),
};

const hostName = 'Ada Okafor';

const otherStates: Readonly<Record<string, StateView>> = {
  'host-links': (shell) =>
    HostLinksView({
      shell,
      hostName,
      links: [
        {
          href: '/ada/intro-call',
          title: 'Intro call',
          durationsMinutes: [30],
          description: aMeeting().description,
        },
        { href: '/ada/deep-dive', title: 'Deep dive', durationsMinutes: [60, 90] },
      ],
    }),
  'host-links-none': (shell) => HostLinksView({ shell, hostName, links: [] }),
  'home-nothing': (shell) => HomeView({ shell }),
  'home-set-up': (shell) =>
    HomeView({
      shell,
      setUp: [
        { title: 'Database', detail: 'The embedded PostgreSQL is running.', done: true },
        { title: 'First calendar', detail: 'Type /schedule setup in the console.', done: false },
      ],
    }),
  'problem-types': (shell) => ProblemTypesView({ shell }),
  'problem-type': (shell) => ProblemTypeView({ shell, name: 'slot-taken' }),
  reminders: (shell) => RemindersView({ shell, action: '/b/reminders-off?t=v1.k1.token' }),
  find: (shell) => FindView({ shell, email: '', problems: [] }),
  'find-problem': (shell) =>
    FindView({
      shell,
      email: 'sam@',
      problems: [{ field: 'email', message: say('page:emailMalformed') }],
    }),
  privacy: (shell) =>
    PrivacyView({ shell, operatorName: 'Example Ltd', contactEmail: 'desk@example.com' }),
};

/** Every state a page can be in, by name. */
export const pageStates: Readonly<Record<string, StateView>> = {
  ...monthStates,
  ...detailsStates,
  ...bookingStates,
  ...manageStates,
  ...framedStates,
  ...messageStates,
  ...otherStates,
};

/** A state's view with the ordinary shell. */
export const stateNamed = (name: string): VNode => {
  const view = pageStates[name];
  if (!view) throw new Error(`No page state is called ${name}.`);
  return view(aShell());
};
