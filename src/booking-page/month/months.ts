import type { Interval } from '../../slots/interval.js';
import { localDateOf, startOfDate } from '../../slots/wall-clock.js';

/** First and last month, `YYYY-MM`; text that sorts as time does. */
export interface MonthSpan {
  readonly first: string;
  readonly last: string;
}

/** The month a wall calendar in the zone shows at the instant. */
export const monthAt = (zone: string, instant: number): string =>
  monthOf(localDateOf(zone, instant));

/** `2027-02`, of `2027-02-28`. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** The month so many months later (earlier when negative). */
export function addMonths(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** From the first midnight of the month in the zone to that of the next. */
export function monthInterval(zone: string, month: string): Interval {
  const firstDay = (of: string): number => startOfDate(zone, `${of}-01`);
  return { start: firstDay(month), end: firstDay(addMonths(month, 1)) };
}

/**
 * The months that a page showing `month` leads to. From a month in which nothing can be booked the
 * way goes straight back to those in which something can.
 */
export function neighbours(
  month: string,
  { first, last }: MonthSpan,
): { readonly previousMonth?: string; readonly nextMonth?: string } {
  const before = addMonths(month, -1);
  const after = addMonths(month, 1);
  return {
    ...(month > first ? { previousMonth: before < last ? before : last } : {}),
    ...(month < last ? { nextMonth: after > first ? after : first } : {}),
  };
}
