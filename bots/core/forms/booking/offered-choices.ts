import { describeDate } from '../../../../src/calendars/words/local-date.js';
import { localDateOf } from '../../../../src/slots/wall-clock.js';
import type {
  BookingFacts,
  OfferedDay,
  OfferedTime,
} from '../../dialogues/booking/booking-facts.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import { timeChoice } from '../../dialogues/time-choice/time-choices.js';
import type { Choice } from '../../message.js';

/**
 * So many days or times stand in one field: more than anybody looks through. What a platform shows of
 * them at once is its renderer's to say.
 */
const MOST = 100;

/** Days with times, so many at most, with the chosen one among them: from the last, later ones follow. */
export function shownDays(days: readonly OfferedDay[], date: string | null): readonly OfferedDay[] {
  const chosen = days.findIndex((day) => day.date === date);
  const from = chosen < MOST - 1 ? 0 : Math.min(chosen - MOST / 2, days.length - MOST);
  return days.slice(from, from + MOST);
}

/** The times of the chosen day by the part of the day, the one that was wished for first. */
export function timesOf({ date, wish }: BookingState, { days }: BookingFacts): Choice[] {
  const times = days.find((day) => day.date === date)?.times ?? [];
  const wished = times.filter(({ part }) => part === wish?.part);
  const others = times.filter(({ part }) => part !== wish?.part);
  // So many are told apart by their hours.
  const shown = times.length > MOST ? times.map(byHour) : [...wished, ...others].map(timeChoice);
  return shown;
}

const byHour = (time: OfferedTime): Choice => ({
  ...timeChoice(time),
  group: `${time.label.slice(0, 2)}:00`,
});

/** So many days stand beside the one that was chosen. */
const DAYS_NEAR = 3;

/** The days from the one nearest to `date` on; of two that are as near, the later one first. */
export function nearestDays(days: readonly OfferedDay[], date: string): readonly OfferedDay[] {
  const distance = (day: OfferedDay) => Math.abs(Date.parse(day.date) - Date.parse(date));
  return days.toReversed().toSorted((one, other) => distance(one) - distance(other));
}

/** The times of the day of `at`, and of the days nearest to it, each with its date where they are of several. */
export function timesNear(
  at: number,
  { timeZone }: BookingState,
  { days }: BookingFacts,
): readonly Choice[] {
  const own = localDateOf(timeZone ?? 'UTC', at);
  const near = nearestDays(days, own)
    .slice(0, DAYS_NEAR)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1));
  const all = near.flatMap(({ date, times }) =>
    times.map(({ start, label }) => ({ start, date, label })),
  );
  return all
    .toSorted((one, other) => Math.abs(one.start - at) - Math.abs(other.start - at))
    .slice(0, MOST)
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, date, label }) => ({
      id: String(start),
      label: near.length === 1 ? label : `${describeDate(date)}, ${label}`,
      group: describeDate(date),
    }));
}
