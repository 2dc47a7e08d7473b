import { describeDate } from '../../../src/calendars/words/local-date.js';
import { say } from '../../../src/language/say.js';
import { localDateOf } from '../../../src/slots/wall-clock.js';
import type { BookingFacts, OfferedDay } from './booking-facts.js';
import { type BookingField, valueOf } from './booking-fields.js';
import type { BookingState } from './booking-state.js';

/** What has to be decided next. `person` to `time` lead to a time, `field` to what is asked about it. */
export type BookingStep =
  'person' | 'existing' | 'calendar' | 'duration' | 'zone' | 'day' | 'time' | 'field' | 'confirm';

/** A state after what decides itself was decided, and what should be said about that. */
export interface Settled {
  readonly state: BookingState;
  readonly notes: readonly string[];
}

export function nextStep(state: BookingState, facts: BookingFacts): BookingStep {
  if (state.hostId === null) return 'person';
  if (isAskedAboutExisting(state, facts)) return 'existing';
  if (state.calendarId === null) return 'calendar';
  if (state.durationMinutes === null) return 'duration';
  if (state.timeZone === null) return 'zone';
  if (state.start === null) return state.date === null ? 'day' : 'time';
  return openField(state, facts) ? 'field' : 'confirm';
}

function isAskedAboutExisting(state: BookingState, { openBookings }: BookingFacts): boolean {
  return !state.isAnother && state.movingUid === null && openBookings.length > 0;
}

/** The first field that was neither answered nor needs to be asked; none for a booking that moves. */
export function openField(state: BookingState, { fields }: BookingFacts): BookingField | null {
  if (state.movingUid !== null) return null;
  return fields.find((field) => valueOf(field, state.answers) === undefined) ?? null;
}

/** Decides what leaves no choice: the only person, calendar or length, and the time that was wished for. */
export function settle(state: BookingState, facts: BookingFacts): Settled {
  const [person, otherPerson] = facts.people;
  const [calendar, otherCalendar] = facts.calendars;
  switch (nextStep(state, facts)) {
    case 'person':
      return quiet(person && !otherPerson ? { ...state, hostId: person.id } : state);
    case 'calendar':
      return quiet(calendar && !otherCalendar ? { ...state, calendarId: calendar.id } : state);
    case 'duration': {
      const chosen = facts.calendars.find(({ id }) => id === state.calendarId);
      const [only, other] = chosen?.durations ?? [];
      const isOnly = only !== undefined && other === undefined;
      return quiet(isOnly ? { ...state, durationMinutes: only } : state);
    }
    case 'day':
      return state.wish === null ? quiet(state) : followWish(state, facts);
    case 'time':
      return keepDay(state, facts);
    default:
      return quiet(state);
  }
}

const quiet = (state: BookingState): Settled => ({ state, notes: [] });

/** A day whose last time has gone is no choice any more. */
function keepDay(state: BookingState, { days }: BookingFacts): Settled {
  const { date } = state;
  if (date === null || days.some((day) => day.date === date)) return quiet(state);
  return { state: { ...state, date: null, wish: null }, notes: [noTimes(date)] };
}

function followWish(state: BookingState, facts: BookingFacts): Settled {
  const { wish, timeZone } = state;
  if (wish === null || timeZone === null) return quiet(state);
  if (wish.at !== null) return followTime(state, wish.at, facts);
  const { from, to } = wish;
  const inRange = facts.days.filter(({ date }) => isWithin(date, from, to));
  const [first, second] = inRange;
  if (!first) {
    const skippedDays = facts.days.filter(({ date }) => from !== null && date < from).length;
    const dates = from === null || from === to ? (from ?? '') : `${from} – ${to ?? ''}`;
    const note =
      from === null
        ? []
        : [from === to ? noTimes(from) : say('book:noneBetween', { dates: spoken(dates) })];
    return { state: { ...state, wish: null, skippedDays }, notes: note };
  }
  return second ? quiet(state) : quiet({ ...state, date: first.date });
}

function followTime(state: BookingState, at: number, { days, now }: BookingFacts): Settled {
  const date = localDateOf(state.timeZone ?? 'UTC', at);
  const day = days.find((one) => one.date === date);
  const free = day?.times.some(({ start }) => start === at) === true;
  if (free) return quiet({ ...state, date, start: at, wish: null });
  if (!day) {
    const skippedDays = days.filter((one) => one.date < date).length;
    return { state: { ...state, wish: null, skippedDays }, notes: [noTimes(date)] };
  }
  const note = at <= now ? say('book:overAlready') : say('book:notFreeThen');
  return { state: { ...state, date, wish: null }, notes: [note] };
}

/** The days that are in question: those that fit the wish, or all when none fits. */
export function wishedDays({ wish }: BookingState, { days }: BookingFacts): readonly OfferedDay[] {
  if (wish === null) return days;
  const inRange = days.filter(({ date }) => isWithin(date, wish.from, wish.to));
  const { part } = wish;
  const fitting = inRange.filter(({ times }) => times.some((time) => time.part === part));
  if (part !== null && fitting.length > 0) return fitting;
  return inRange.length > 0 ? inRange : days;
}

const isWithin = (date: string, from: string | null, to: string | null): boolean =>
  (from === null || date >= from) && (to === null || date <= to);

const noTimes = (date: string): string => say('book:noneOn', { date: describeDate(date) });

const spoken = (dates: string): string => dates.split(' – ').map(describeDate).join(' – ');
