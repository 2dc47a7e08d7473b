import { dateOfDay, daysSinceFirst, daysSinceMonday } from './calendar-date.js';
import { MINUTE, type Interval } from './interval.js';
import type { Limit, SlotRequest } from './slot-request.js';
import { endOfDate, localDayNumber, startOfDate } from './wall-clock.js';

/** A kind of period that a limit counts in. Periods are known by their first day. */
interface Period {
  readonly firstDay: (day: number) => number;
  readonly longestDays: number;
}

const DATE: Period = { firstDay: (day) => day, longestDays: 1 };
const WEEK: Period = { firstDay: (day) => day - daysSinceMonday(day), longestDays: 7 };
const MONTH: Period = { firstDay: (day) => day - daysSinceFirst(day), longestDays: 31 };

/** One limit and what already counts towards it. */
interface Counter {
  readonly limit: Limit;
  readonly period: Period;
  readonly used: ReadonlyMap<number, Required<Limit>>;
}

/**
 * Those starts that no limit forbids. A start is judged alone, as if it were the one more meeting on
 * its local date: `counted` and it together must stay within the limits of its day, week and month.
 */
export function withinLimits(request: SlotRequest, starts: readonly number[]): number[] {
  const counters = countersOf(request);
  if (counters.length === 0) return [...starts];
  const zone = request.schedule.timeZone;
  const room = new Map<number, boolean>();
  return starts.filter((start) => {
    const day = localDayNumber(zone, start);
    const known = room.get(day);
    if (known !== undefined) return known;
    const free = !counters.some((counter) => isFull(counter, day, request.rules.durationMinutes));
    room.set(day, free);
    return free;
  });
}

/** The day, week or month that is too full for this start, as the instants it spans. */
export function fullPeriod(request: SlotRequest, start: number): Interval | undefined {
  const zone = request.schedule.timeZone;
  const day = localDayNumber(zone, start);
  const full = countersOf(request).find((counter) =>
    isFull(counter, day, request.rules.durationMinutes),
  );
  if (full === undefined) return undefined;
  const { firstDay, longestDays } = full.period;
  const first = firstDay(day);
  const last = firstDay(first + longestDays) - 1;
  return { start: startOfDate(zone, dateOfDay(first)), end: endOfDate(zone, dateOfDay(last)) };
}

function isFull({ limit, period, used }: Counter, day: number, duration: number): boolean {
  const { count, minutes } = used.get(period.firstDay(day)) ?? { count: 0, minutes: 0 };
  const { count: mostMeetings = Infinity, minutes: mostMinutes = Infinity } = limit;
  return count + 1 > mostMeetings || minutes + duration > mostMinutes;
}

function countersOf({ rules, schedule, counted = [] }: SlotRequest): Counter[] {
  const { perDay, perWeek, perMonth } = rules.limits ?? {};
  const meetings = counted.map(({ start, end, meeting }) => ({
    day: localDayNumber(schedule.timeZone, start),
    minutes: (end - start) / MINUTE,
    meeting,
  }));
  const counter = (limit: Limit | undefined, period: Period): Counter[] => {
    if (limit === undefined) return [];
    const used = new Map<number, Required<Limit>>();
    const known = new Set<string>();
    for (const { day, minutes, meeting } of meetings) {
      const key = period.firstDay(day);
      if (meeting !== undefined) {
        const name = `${key} ${meeting}`;
        if (known.has(name)) continue;
        known.add(name);
      }
      const before = used.get(key) ?? { count: 0, minutes: 0 };
      used.set(key, { count: before.count + 1, minutes: before.minutes + minutes });
    }
    return [{ limit, period, used }];
  };
  return [...counter(perDay, DATE), ...counter(perWeek, WEEK), ...counter(perMonth, MONTH)];
}
