import type { BookingFacts } from './booking-facts.js';
import { type BookingField, valueOf } from './booking-fields.js';
import type { BookingState } from './booking-state.js';
import type { Settled } from '../talk.js';
import { settleTime } from '../time-choice/time-choice.dialogue.js';

/** What has to be decided next. `person` to `time` lead to a time, `field` to what is asked about it. */
export type BookingStep =
  'person' | 'existing' | 'calendar' | 'duration' | 'zone' | 'day' | 'time' | 'field' | 'confirm';

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

/** The first field that was neither answered nor needs to be asked. */
export function openField(state: BookingState, { fields }: BookingFacts): BookingField | null {
  return fields.find((field) => valueOf(field, state.answers) === undefined) ?? null;
}

/** Decides what leaves no choice: the only person, calendar or length, and the time that was wished for. */
export function settle(state: BookingState, facts: BookingFacts): Settled<BookingState> {
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
    case 'time':
      return settleTime(state, facts);
    default:
      return quiet(state);
  }
}

const quiet = (state: BookingState): Settled<BookingState> => ({ state, notes: [] });
