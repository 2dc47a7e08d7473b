import { say } from '../../language/say.js';
import type { LocalTime, Weekday } from '../../slots/wall-clock.js';
import { localTime, MINUTES_PER_DAY, minutesOf } from './time-of-day.parser.js';
import { describeWeekdays, WEEKDAYS } from './weekday-names.js';

/** A window of one local day; an end at or before the start runs into the next day. */
export interface LocalInterval {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** One window on each of some weekdays. */
export interface WeeklyWindow extends LocalInterval {
  readonly weekdays: readonly Weekday[];
}

export type WeeklyHours = readonly WeeklyWindow[];

/** Minutes since the midnight of a day, `from < to`; `to` may lie in the next day. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

export type DaySpans = ReadonlyMap<Weekday, readonly DaySpan[]>;

export function spanOf({ start, end }: LocalInterval): DaySpan {
  const from = minutesOf(start);
  const to = minutesOf(end);
  return { from, to: to <= from ? to + MINUTES_PER_DAY : to };
}

export const intervalOf = ({ from, to }: DaySpan): LocalInterval => ({
  start: localTime(from),
  end: localTime(to),
});

/** Spans in order, those that overlap or touch joined. */
export function joinSpans(spans: readonly DaySpan[]): readonly DaySpan[] {
  return spans
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
    .reduce<readonly DaySpan[]>((joined, span) => {
      const last = joined.at(-1);
      if (!last || span.from > last.to) return [...joined, span];
      return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }];
    }, []);
}

/** The same hours in one form: per day joined, days with the same windows together, in order. */
export function canonicalHours(hours: WeeklyHours): WeeklyHours {
  return hoursFromSpans(spansOfHours(hours));
}

export function spansOfHours(hours: WeeklyHours): DaySpans {
  return new Map(
    WEEKDAYS.map((weekday) => [
      weekday,
      hours.filter(({ weekdays }) => weekdays.includes(weekday)).map(spanOf),
    ]),
  );
}

export function hoursFromSpans(spans: DaySpans): WeeklyHours {
  return groupsOf(joinedWeek(spans)).flatMap(({ weekdays, spans: daySpans }) =>
    daySpans.map((span) => ({ weekdays, ...intervalOf(span) })),
  );
}

/** `Mon–Fri 09:00–12:00, 13:00–17:00; Sat 10:00–14:00`. */
export function describeWeeklyHours(hours: WeeklyHours): string {
  const groups = groupsOf(joinedWeek(spansOfHours(hours)));
  if (groups.length === 0) return say('words:hours.none');
  return groups
    .map(
      ({ weekdays, spans }) =>
        `${describeWeekdays(weekdays)} ${describeIntervals(spans.map(intervalOf))}`,
    )
    .join('; ');
}

/** `09:00–12:00, 13:00–17:00`. */
export function describeIntervals(intervals: readonly LocalInterval[]): string {
  return intervals.map(({ start, end }) => `${start}–${end}`).join(', ');
}

/**
 * Joined days. A span of more than a day cannot be written as two times, so what reaches past its
 * midnight moves to the next weekday, where it means the same.
 */
function joinedWeek(spans: DaySpans): DaySpans {
  const own = new Map(WEEKDAYS.map((day) => [day, joinSpans(spans.get(day) ?? [])] as const));
  const tooLong = WEEKDAYS.flatMap((day) =>
    (own.get(day) ?? []).filter(isUnwritable).map((span) => ({ day, span })),
  );
  if (tooLong.length === 0) return own;
  const moved = WEEKDAYS.map((day) => {
    const before = day === 1 ? 7 : day - 1;
    const kept = (own.get(day) ?? []).map((span) =>
      isUnwritable(span) ? { from: span.from, to: MINUTES_PER_DAY } : span,
    );
    const tails = tooLong
      .filter((long) => long.day === before)
      .map(({ span }) => ({ from: 0, to: span.to - MINUTES_PER_DAY }));
    return [day, [...kept, ...tails]] as const;
  });
  return joinedWeek(new Map(moved));
}

const isUnwritable = ({ from, to }: DaySpan): boolean =>
  to > MINUTES_PER_DAY && to - from >= MINUTES_PER_DAY;

interface DayGroup {
  readonly weekdays: readonly Weekday[];
  readonly spans: readonly DaySpan[];
}

function groupsOf(spans: DaySpans): readonly DayGroup[] {
  const open = WEEKDAYS.filter((day) => (spans.get(day) ?? []).length > 0);
  const keyOf = (day: Weekday) => describeIntervals((spans.get(day) ?? []).map(intervalOf));
  return [...Map.groupBy(open, keyOf).values()].map((weekdays) => ({
    weekdays,
    spans: spans.get(weekdays[0] ?? 1) ?? [],
  }));
}
