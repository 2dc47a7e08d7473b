import { parseTimeZone } from '../../../../src/calendars/words/time-zone.parser.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import { nextStep } from '../../dialogues/booking/booking.dialogue.js';
import type { BookingFacts } from '../../dialogues/booking/booking-facts.js';
import { type BookingState, inZoneOf } from '../../dialogues/booking/booking-state.js';
import { isFree, wishedDays } from '../../dialogues/time-choice/time-choice.dialogue.js';
import { chosenDay } from '../../dialogues/time-choice/time-choices.js';
import type { FormValues } from '../form.js';
import { nearestDays } from './offered-choices.js';

/** The choice that lets somebody name a zone which is not among the likely ones. */
export const OTHER_ZONE = 'other';

/** The time that stands in the window, epoch milliseconds; null when none does. */
export const pickedTime = ({ time = '' }: FormValues): number | null =>
  /^\d+$/.test(time) ? Number(time) : null;

/**
 * What was decided in the window beside the time, which is decided when it is handed in. What depends
 * on something that was changed is open again.
 */
export function decidedIn(state: BookingState, values: FormValues): BookingState {
  const { host = '', calendar = '', length = '', day = '' } = values;
  const here = inZone({ ...state, start: null }, values);
  if (host !== '' && host !== state.hostId) return { ...here, ...NOTHING_CHOSEN, hostId: host };
  if (state.movingUid !== null) return onDay(here, state, day);
  if (calendar !== '' && calendar !== state.calendarId) {
    return { ...here, calendarId: calendar, durationMinutes: null };
  }
  const isLonger = length !== '' && Number(length) !== state.durationMinutes;
  const lasting = isLonger ? { ...here, durationMinutes: Number(length) } : here;
  return onDay(lasting, state, day);
}

const NOTHING_CHOSEN = {
  ...{ calendarId: null, durationMinutes: null, movingUid: null, isAnother: false },
} as const;

/** In another zone, the same instant may be another day. */
function inZone(state: BookingState, values: FormValues): BookingState {
  const { zone = '', otherZone = '' } = values;
  const named = otherZone === '' ? null : parseTimeZone(otherZone);
  const chosen = zone === '' || zone === OTHER_ZONE ? state.timeZone : zone;
  const timeZone = zone === OTHER_ZONE && named?.ok ? named.value : chosen;
  if (timeZone === null || timeZone === state.timeZone) return state;
  const start = pickedTime(values);
  return { ...inZoneOf(state, timeZone), ...(start && { date: localDateOf(timeZone, start) }) };
}

const onDay = (state: BookingState, before: BookingState, day: string): BookingState =>
  day === '' || day === before.date ? state : chosenDay(state, day);

/** Decides what a talk would ask about, since all of it can be changed in the window. */
export function proposed(state: BookingState, facts: BookingFacts): BookingState {
  const [calendar] = facts.calendars;
  switch (nextStep(state, facts)) {
    case 'existing':
      return { ...state, isAnother: true };
    case 'calendar':
      return calendar ? { ...state, calendarId: calendar.id } : state;
    case 'duration': {
      const chosen = facts.calendars.find(({ id }) => id === state.calendarId);
      return { ...state, durationMinutes: chosen?.durations[0] ?? null };
    }
    default:
      return state;
  }
}

/**
 * The day that stands in the window until one is chosen: the first that fits, or where a day without
 * times was asked for, the one nearest to it.
 */
export function withDay(
  state: BookingState,
  facts: BookingFacts,
  asked: Pick<BookingState, 'wish' | 'date'>,
): BookingState {
  if (nextStep(state, facts) !== 'day') return state;
  const date = state.wish === null ? (asked.wish?.from ?? asked.date) : null;
  const days = wishedDays(state, facts);
  const [day] = date === null ? days : nearestDays(days, date);
  return day ? { ...state, date: day.date } : state;
}

/** A time that can still be had, on the day that is shown; else none. */
export function keptTime(
  start: number | null,
  { date, timeZone }: BookingState,
  { days }: BookingFacts,
): number | null {
  const isKept =
    start !== null && isFree(days, start) && date === localDateOf(timeZone ?? 'UTC', start);
  return isKept ? start : null;
}
