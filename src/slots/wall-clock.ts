/**
 * The one place in which instants (epoch milliseconds) and local time meet. One law rules it:
 *
 *   An instant is open when its local wall-clock time, in the schedule's zone, lies inside a window
 *   of its local date.
 *
 * So a local time that a zone skips is open never, and one that a zone repeats is open twice. Nobody
 * here asks "which instant is 02:30?" first: a zone is a list of segments with a constant offset, a
 * local date is the one or more pieces of time that carry it, and a window is intersected with those
 * pieces. Gaps, folds, half-hour changes, skipped dates and days without a midnight need no case of
 * their own.
 */
import {
  dateOfDay,
  dayNumber,
  minutesOf,
  type LocalDate,
  type LocalTime,
} from './calendar-date.js';
import { DAY, intersection, MINUTE, type Interval } from './interval.js';
import { offsetAt, segmentsIn, type OffsetSegment } from './zone-offsets.js';

export { addDays, weekdayOf } from './calendar-date.js';
export type { LocalDate, LocalTime, Weekday } from './calendar-date.js';
export { isZone } from './zone-offsets.js';

/** A stretch of time that carries one local date without a change of the clock. */
export interface LocalDay extends Interval {
  /** Whole days since 1970-01-01. */
  readonly day: number;
  /** The instant of its 00:00 by this stretch's own offset, so that 09:00 is `midnight` + 9 h. */
  readonly midnight: number;
}

/** Local time less UTC in minutes: 120 for Berlin in summer. */
export function offsetMinutesAt(zone: string, instant: number): number {
  return offsetAt(zone, instant) / MINUTE;
}

/** The date a wall calendar in the zone shows at the instant. */
export function localDateOf(zone: string, instant: number): LocalDate {
  return dateOfDay(localDayNumber(zone, instant));
}

/** The same as whole days since 1970-01-01. */
export function localDayNumber(zone: string, instant: number): number {
  return Math.floor((instant + offsetAt(zone, instant)) / DAY);
}

/**
 * The first instant whose local date is the date: 01:00 on a day without a midnight. For a date that
 * the zone skips it is where the date would begin, and equals `endOfDate`.
 */
export function startOfDate(zone: string, date: LocalDate): number {
  return startOfDay(zone, dayNumber(date));
}

/** The end (excluded) of the last instant whose local date is the date. */
export function endOfDate(zone: string, date: LocalDate): number {
  const localEnd = (dayNumber(date) + 1) * DAY;
  const last = segmentsRound(zone, localEnd).findLast(
    ({ start, offset }) => start < localEnd - offset,
  );
  return last === undefined ? localEnd : Math.min(last.end, localEnd - last.offset);
}

/** The first instant of a day number, see `startOfDate`. */
export function startOfDay(zone: string, day: number): number {
  const localStart = day * DAY;
  const first = segmentsRound(zone, localStart).find(
    ({ end, offset }) => localStart - offset < end,
  );
  return first === undefined ? localStart : Math.max(first.start, localStart - first.offset);
}

/** Every instant at which clocks in the zone show this: none in a gap, two in a fold, else one. Ascending. */
export function instantsOf(zone: string, date: LocalDate, time: LocalTime): number[] {
  const local = dayNumber(date) * DAY + minutesOf(time) * MINUTE;
  return segmentsRound(zone, local)
    .filter(({ start, end, offset }) => start <= local - offset && local - offset < end)
    .map(({ offset }) => local - offset);
}

/** The range cut wherever the local date or the offset changes, ascending. */
export function localDays(zone: string, range: Interval): LocalDay[] {
  const days: LocalDay[] = [];
  for (const segment of segmentsIn(zone, range)) {
    const { offset } = segment;
    let day = Math.floor((segment.start + offset) / DAY);
    for (let midnight = day * DAY - offset; midnight < segment.end; day += 1, midnight += DAY) {
      const { start, end } = intersection({ start: midnight, end: midnight + DAY }, segment);
      days.push({ start, end, day, midnight });
    }
  }
  return days;
}

// Local time has never been two days away from UTC, so what a clock shows lies within these bounds.
function segmentsRound(zone: string, local: number): readonly OffsetSegment[] {
  return segmentsIn(zone, { start: local - 2 * DAY, end: local + 2 * DAY });
}
