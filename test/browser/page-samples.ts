import type { Meeting } from '../../src/booking-page/views/site/about.view.js';
import type { Asks } from '../../src/booking-page/views/details/details-fields.view.js';
import type { Shell } from '../../src/booking-page/views/layout.view.js';
import type { FreeDay } from '../../src/booking-page/views/month/month-grid.view.js';
import type { BookingPlace, CalendarPlace } from '../../src/booking-page/views/page-links.js';
import type { Picker } from '../../src/booking-page/views/month/picker.view.js';
import type { ClockFace, Slot } from '../../src/language/time-words.js';

import type { Question, QuestionKind } from '../../src/calendars/questions/question.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

export const at = (text: string): number => Date.parse(text);

/** A meeting of half an hour from `start`. */
export const halfHour = (start: string): Slot => ({
  start: at(start),
  end: at(start) + 30 * MINUTE,
});

export const aShell = (over: Partial<Shell> = {}): Shell => ({
  lang: 'en',
  dir: 'ltr',
  stylesheet: '/assets/page.css',
  ...over,
});

export const aMeeting = (over: Partial<Meeting> = {}): Meeting => ({
  hostName: 'Ada Okafor',
  title: 'Intro call',
  durationMinutes: 30,
  description: 'A first chat about your project: what you want, what it takes, whether we fit.',
  location: { text: 'Google Meet', url: null },
  confirmation: 'automatic',
  ...over,
});

export const aCalendarPlace = (over: Partial<CalendarPlace> = {}): CalendarPlace => ({
  host: 'ada',
  slug: 'intro-call',
  carried: {},
  ...over,
});

export const aBookingPlace = (over: Partial<BookingPlace> = {}): BookingPlace => ({
  uid: '3kTMd8Zq',
  token: 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE',
  carried: {},
  ...over,
});

export const berlin: ClockFace = { zone: 'Europe/Berlin', hourCycle: '24' };

/** The weekdays of December 2026 but for a few, with three to eight times each. */
export const freeDays: readonly FreeDay[] = Array.from({ length: 31 }, (_, index) => index + 1)
  .filter((day) => new Date(Date.UTC(2026, 11, day)).getUTCDay() % 6 !== 0)
  .filter((day) => ![2, 3, 16, 24, 25, 31].includes(day))
  .map((day) => ({ date: `2026-12-${String(day).padStart(2, '0')}`, times: 3 + (day % 6) }));

/** Starts every half hour from 09:00 to 18:30 in Berlin, on a winter day. */
export const dayOfSlots = (date: string): readonly Slot[] =>
  Array.from({ length: 20 }, (_, index) => index)
    .filter((index) => index % 5 !== 3)
    .map((index) => at(`${date}T08:00:00Z`) + index * 30 * MINUTE)
    .map((start) => ({ start, end: start + 30 * MINUTE }));

export const aPicker = (over: Partial<Picker> = {}): Picker => ({
  month: '2026-12',
  today: '2026-12-07',
  days: freeDays,
  previousMonth: '2026-11',
  nextMonth: '2027-01',
  chosen: { date: '2026-12-08', slots: dayOfSlots('2026-12-08') },
  zone: { name: 'Europe/Berlin', now: at('2026-12-07T13:05:00Z') },
  hourCycle: '24',
  windowDays: 60,
  ...over,
});

/** The night in which Berlin's clocks go back: 02:00 to 03:00 comes twice. */
export const foldNight: readonly Slot[] = Array.from({ length: 8 }, (_, index) => {
  const start = at('2026-10-24T23:00:00Z') + index * 30 * MINUTE;
  return { start, end: start + 30 * MINUTE };
});

/** Every day and a whole day of quarter hours: the largest page there is. */
export const fullPicker = aPicker({
  days: Array.from({ length: 31 }, (_, index) => ({
    date: `2026-12-${String(index + 1).padStart(2, '0')}`,
    times: 96,
  })),
  chosen: {
    date: '2026-12-08',
    slots: Array.from({ length: 96 }, (_, index) => {
      const start = at('2026-12-07T23:00:00Z') + index * 15 * MINUTE;
      return { start, end: Math.min(start + 30 * MINUTE, start + DAY) };
    }),
  },
});

const question = (label: string, kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  ...{ id: label, label, kind, required: false, options: [] },
  ...more,
});

const QUESTIONS: readonly Question[] = [
  question('Company', 'text', { id: 'company', required: true }),
  question('What is it about?', 'select', {
    ...{ id: 'topic', required: true, options: ['Sales', 'Support', 'Something else'] },
  }),
  question('What interests you?', 'multi-select', {
    ...{ id: 'interests', options: ['Compilers', 'Debugging', 'Navy'] },
  }),
  question('What did you try so far?', 'long-text', { id: 'tried' }),
  question('How many are you?', 'number', { id: 'team' }),
  question('Your website', 'url', { id: 'site' }),
  question('I have worked with you before', 'checkbox', { id: 'known' }),
];

/** A form that asks everything there is, answered so far as `given` says, by id. */
export const aForm = (given: Readonly<Record<string, readonly string[]>> = {}): Asks => {
  const asked = (name: string, one: Question) => ({
    ...{ name, question: one, given: given[one.id] ?? [] },
  });
  return {
    place: [asked('phone', question('Phone number', 'phone', { id: 'phone', required: true }))],
    questions: QUESTIONS.map((one, index) => asked(`a${index + 1}`, one)),
    consent: [
      asked(
        'consent',
        question('I agree that this call may be recorded.', 'checkbox', {
          ...{ id: 'consent', required: true },
        }),
      ),
    ],
    guestLimit: 3,
    termsUrl: 'https://example.com/terms',
  };
};
