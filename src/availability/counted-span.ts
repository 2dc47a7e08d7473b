import type { CalendarSettings } from '../calendars/settings/calendar-settings.js';
import type { Interval } from '../slots/interval.js';
import {
  addDays,
  endOfDate,
  type LocalDate,
  localDateOf,
  startOfDate,
  weekdayOf,
} from '../slots/wall-clock.js';

/** No month is longer. */
const LONGEST_MONTH = 31;

/**
 * The instants in which meetings count towards the limits of starts in `range`: the whole local days,
 * weeks and months that the range touches in the host's zone. Null when there are no limits.
 */
export function countedSpan(
  { limits, timeZone }: Pick<CalendarSettings, 'limits' | 'timeZone'>,
  range: Interval,
): Interval | null {
  const { perDay, perWeek, perMonth } = limits;
  if (!perDay && !perWeek && !perMonth) return null;
  const first = localDateOf(timeZone, range.start);
  const last = localDateOf(timeZone, range.end);
  const firsts = [
    first,
    ...(perWeek ? [mondayOf(first)] : []),
    ...(perMonth ? [monthStart(first)] : []),
  ];
  const lasts = [
    last,
    ...(perWeek ? [addDays(mondayOf(last), 6)] : []),
    ...(perMonth ? [monthEnd(last)] : []),
  ];
  return {
    start: startOfDate(timeZone, firsts.toSorted().at(0) ?? first),
    end: endOfDate(timeZone, lasts.toSorted().at(-1) ?? last),
  };
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));
const monthStart = (date: LocalDate): LocalDate => `${date.slice(0, 8)}01`;
const monthEnd = (date: LocalDate): LocalDate =>
  addDays(monthStart(addDays(monthStart(date), LONGEST_MONTH)), -1);
