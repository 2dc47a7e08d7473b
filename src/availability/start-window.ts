import { DateTime } from 'luxon';
import type { BookingWindow, CalendarSettings } from '../calendars/settings/calendar-settings.js';
import { MINUTE } from '../slots/interval.js';
import {
  addDays,
  endOfDate,
  type LocalDate,
  localDateOf,
  startOfDate,
} from '../slots/wall-clock.js';
import { APPROVAL_NOTICE_MINUTES } from './waiting-time.js';

/** `unlimited` reaches two years ahead. */
const UNLIMITED_DAYS = 731;

/** The instants between which a meeting may start; notice in days and longer is calendar arithmetic. */
export function startWindow(
  settings: CalendarSettings,
  now: number,
): { readonly from?: number; readonly to: number } {
  const { bookingWindow, timeZone } = settings;
  const noticed = calendarNotice(settings, now);
  const { from, to } = windowDates(bookingWindow, localDateOf(timeZone, now));
  const opens = [noticed, from === null ? null : startOfDate(timeZone, from)];
  const known = opens.filter((instant) => instant !== null);
  return {
    to: endOfDate(timeZone, to),
    ...(known.length === 0 ? {} : { from: Math.max(...known) }),
  };
}

/** When the notice is over, whatever it is counted in: no meeting starts before. */
export function noticeEnd(settings: CalendarSettings, now: number): number {
  const elapsed = now + elapsedNoticeMinutes(settings) * MINUTE;
  return Math.max(elapsed, calendarNotice(settings, now) ?? elapsed);
}

/** The part of the notice that is elapsed time: all of a short one, and what an approval needs. */
export function elapsedNoticeMinutes({ minimumNotice, approval }: CalendarSettings): number {
  const { amount, unit } = minimumNotice;
  const factor = unit === 'hours' ? 60 : unit === 'minutes' ? 1 : 0;
  return Math.max(amount * factor, approval === 'host' ? APPROVAL_NOTICE_MINUTES : 0);
}

/** When a notice in days, weeks or months is over; null for a shorter one, which is elapsed time. */
function calendarNotice({ minimumNotice, timeZone }: CalendarSettings, now: number): number | null {
  const { amount, unit } = minimumNotice;
  if (unit === 'minutes' || unit === 'hours') return null;
  return DateTime.fromMillis(now, { zone: timeZone })
    .plus({ [unit]: amount })
    .toMillis();
}

/** First and last local date on which a meeting may start; without a first one, from now on. */
function windowDates(
  window: BookingWindow,
  today: LocalDate,
): { readonly from: LocalDate | null; readonly to: LocalDate } {
  if (window.kind === 'fixed') return { from: window.from, to: window.to };
  const days = window.kind === 'rolling' ? window.days : UNLIMITED_DAYS;
  return { from: null, to: addDays(today, days) };
}
