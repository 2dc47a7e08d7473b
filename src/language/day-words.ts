import { dateFormat, type DateShape } from './date-format.js';

/** A local date is text, 'YYYY-MM-DD'; it has no zone, so it is read and written as if in UTC. */
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const words = (date: string, shape: DateShape): string =>
  dateFormat(shape, 'UTC').format(midnight(date));

/** 'Monday 7 December' */
export const dayName = (date: string): string =>
  `${words(date, 'weekday')} ${words(date, 'dayOfMonth')}`;

/** 'Monday 7 December 2026' */
export const fullDayName = (date: string): string =>
  `${words(date, 'weekday')} ${words(date, 'dayOfYear')}`;

/** 'December 2026', from '2026-12'. */
export const monthName = (month: string): string => words(`${month}-01`, 'month');

export interface WeekdayName {
  readonly short: string;
  readonly long: string;
}

/** Seven names, the first that of ISO weekday `first` (1 = Monday … 7 = Sunday). */
export function weekdayNames(first: number): readonly WeekdayName[] {
  // 2024-01-01 was a Monday.
  return Array.from({ length: 7 }, (_, index) => {
    const date = `2024-01-0${1 + ((index + first - 1) % 7)}`;
    return { short: words(date, 'shortWeekday'), long: words(date, 'weekday') };
  });
}
