import { daysSinceMonday, dayNumber, minutesOf } from './calendar-date.js';
import { DAY, intersection, merge, MINUTE, type Interval } from './interval.js';
import type { LocalWindow, Schedule } from './slot-request.js';
import { localDays } from './wall-clock.js';

/** Part of a date in milliseconds of its wall clock: 09:00–17:00 is 32,400,000 to 61,200,000. */
type ClockSpan = Interval;

/** The windows set for a date: what they open on it, and what of them runs past its midnight. */
interface DateWindows {
  readonly own: readonly ClockSpan[];
  readonly tail: readonly ClockSpan[];
}

/**
 * The blocks of time inside the range in which the schedule is open, ascending and apart: windows that
 * touch or overlap are one block, across midnight too. Each local date is laid out in the zone that
 * holds on it, by the law of the wall clock.
 */
export function openHours(schedule: Schedule, range: Interval): Interval[] {
  const { timeZone, travel = [] } = schedule;
  const spansOn = spansByDay(schedule);
  const zoneOn = zoneByDay(schedule);
  const open: Interval[] = [];
  for (const zone of new Set([timeZone, ...travel.map((trip) => trip.timeZone)])) {
    for (const piece of localDays(zone, range)) {
      if (zoneOn(piece.day) !== zone) continue;
      for (const span of spansOn(piece.day)) {
        const window = { start: piece.midnight + span.start, end: piece.midnight + span.end };
        open.push(intersection(window, piece));
      }
    }
  }
  return merge(open);
}

/**
 * What is open on a date: its override, or else the hours of its weekday and the tail of the date
 * before. An override replaces its whole date, tail included: closed is closed from midnight on.
 */
function spansByDay({ weekly, overrides }: Schedule): (day: number) => readonly ClockSpan[] {
  const week = Array.from({ length: 7 }, (_, sinceMonday) =>
    dateWindows(weekly.filter(({ weekdays }) => weekdays.some((day) => day === sinceMonday + 1))),
  );
  const overridden = new Map(
    overrides.map(({ date, intervals }) => [dayNumber(date), dateWindows(intervals)]),
  );
  const windowsOf = (day: number) => overridden.get(day) ?? week[daysSinceMonday(day)] ?? CLOSED;
  return (day) => {
    const { own } = windowsOf(day);
    return overridden.has(day) ? own : [...own, ...windowsOf(day - 1).tail];
  };
}

const CLOSED: DateWindows = { own: [], tail: [] };

function dateWindows(windows: readonly LocalWindow[]): DateWindows {
  const spans = windows.map(({ start, end }) => ({
    start: minutesOf(start) * MINUTE,
    end: minutesOf(end) * MINUTE,
  }));
  const pastMidnight = spans.filter(({ start, end }) => end <= start);
  return {
    own: spans.map(({ start, end }) => ({ start, end: end <= start ? DAY : end })),
    tail: pastMidnight.map(({ end }) => ({ start: 0, end })),
  };
}

function zoneByDay({ timeZone, travel = [] }: Schedule): (day: number) => string {
  const trips = travel.map((trip) => ({
    first: dayNumber(trip.from),
    last: dayNumber(trip.to),
    zone: trip.timeZone,
  }));
  return (day) => trips.find(({ first, last }) => first <= day && day <= last)?.zone ?? timeZone;
}
