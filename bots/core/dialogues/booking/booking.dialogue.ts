import { describeMinutes } from '../../../../src/calendars/words/duration.parser.js';
import { say } from '../../../../src/language/say.js';
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
  switch (nextStep(state, facts)) {
    case 'person':
      return quiet(person && !otherPerson ? { ...state, hostId: person.id } : state);
    case 'calendar':
      return quiet(settleCalendar(state, facts));
    case 'duration':
      return settleDuration(state, facts);
    case 'day':
    case 'time':
      return settleTime(state, facts);
    default:
      return quiet(state);
  }
}

const quiet = (state: BookingState): Settled<BookingState> => ({ state, notes: [] });

/** The only calendar, or the only one in which they can meet as long as they would like to. */
function settleCalendar(state: BookingState, { calendars }: BookingFacts): BookingState {
  const { wishedMinutes: wished } = state;
  const fitting = calendars.filter(
    ({ durations }) => wished === null || durations.includes(wished),
  );
  const [calendar, other] = fitting.length > 0 ? fitting : calendars;
  return calendar && !other ? { ...state, calendarId: calendar.id } : state;
}

function settleDuration(state: BookingState, facts: BookingFacts): Settled<BookingState> {
  const { wishedMinutes: wished } = state;
  const durations = offeredLengths(state, facts);
  const [only, other] = durations;
  if (only === undefined) return quiet(state);
  if (wished !== null) {
    const decided = { ...state, wishedMinutes: null };
    if (durations.includes(wished)) return quiet({ ...decided, durationMinutes: wished });
    return { state: decided, notes: [otherLength(wished, durations)] };
  }
  return quiet(other === undefined ? { ...state, durationMinutes: only } : state);
}

/** How long a meeting in the chosen calendar may last, in minutes. */
export const offeredLengths = (
  { calendarId }: BookingState,
  { calendars }: BookingFacts,
): readonly number[] => calendars.find(({ id }) => id === calendarId)?.durations ?? [];

/** A length that there is not, and those that there are. */
export const otherLength = (minutes: number, durations: readonly number[]): string =>
  say('book:otherLength', {
    length: describeMinutes(minutes),
    offered: durations.map(describeMinutes).join(', '),
  });
