import { DateTime } from 'luxon';
import { addDays, type LocalDate } from '../../slots/wall-clock.js';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is `YYYY-MM-DD` and names a day that exists. */
export function isLocalDate(text: string): boolean {
  return ISO_DATE.test(text) && atUtc(text).isValid;
}

/** The date of a year, month (1–12) and day; null when there is no such day, like 30 February. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  return DateTime.utc(year, month, day).toISODate();
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return atUtc(date).plus({ months }).toFormat('yyyy-MM-dd');
}

/** The last date of the month of `date`. */
export function lastOfMonth(date: LocalDate): LocalDate {
  return addDays(addMonths(`${date.slice(0, 8)}01`, 1), -1);
}

/** Days from `first` to `last`, zero when they are the same. */
export function daysBetween(first: LocalDate, last: LocalDate): number {
  return Math.round(atUtc(last).diff(atUtc(first), 'days').days);
}

/** `Mon 7 Dec 2026`. */
export function describeDate(date: LocalDate): string {
  return atUtc(date).setLocale('en-GB').toFormat('ccc d LLL yyyy');
}

// Arithmetic on dates happens in UTC, which skips and repeats nothing.
const atUtc = (date: LocalDate): DateTime => DateTime.fromISO(date, { zone: 'utc' });
