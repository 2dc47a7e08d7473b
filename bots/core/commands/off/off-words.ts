import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { hoursOnDates } from '../../../../src/calendars/time-off/hours-on-dates.js';
import type { LocalHours } from '../../../../src/calendars/time-off/time-off.service.js';
import type { DateRange } from '../../../../src/calendars/words/date-speech.js';
import { describeZones, hostReading } from '../../../../src/calendars/settings/zone-at.js';
import { describeDates, parseDates } from '../../../../src/calendars/words/dates.parser.js';
import { namesTime, parseDayHours } from '../../../../src/calendars/words/day-hours.parser.js';
import { daysBetween } from '../../../../src/calendars/words/local-date.js';
import { quoted } from '../../../../src/calendars/words/plain-words.js';
import { describeIntervals } from '../../../../src/calendars/words/weekly-hours.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import type { Interval } from '../../../../src/slots/interval.js';
import { addDays } from '../../../../src/slots/wall-clock.js';
import type { CommandCall } from '../command.js';

/** At once; the dates and spans of a command are saved in one transaction. */
const MOST_DAYS = 366;

/** Dates, and hours on them, as a command names them. */
export interface OffWords {
  readonly dates: DateRange;
  readonly hours: readonly LocalHours[];
  /** Asked before hours past midnight are saved. */
  readonly confirm?: string;
}

/** Reads the `dates` and `times` of a command; without times, whole days are meant. */
export function readOff(
  { settings }: CalendarConfiguration,
  call: CommandCall,
): Outcome<OffWords, SentenceProblem> {
  const dates = parseDates(call.word('dates') ?? '', hostReading(settings, call.saidAt));
  if (!dates.ok) return dates;
  if (daysBetween(dates.value.from, dates.value.to) >= MOST_DAYS) {
    return refusedWith(say('commands:off.tooLong', { most: MOST_DAYS }));
  }
  const text = call.word('times');
  if (text === undefined) return wholeDays(dates.value, call.word('reason') ?? '');
  const hours = parseDayHours(text);
  if (!hours.ok) return hours;
  const { intervals, confirm } = hours.value;
  return done({
    dates: dates.value,
    hours: intervals,
    ...(confirm && !call.isConfirmed ? { confirm } : {}),
  });
}

/** A time that could not be read must not close the whole day as its reason. */
function wholeDays(dates: DateRange, reason: string): Outcome<OffWords, SentenceProblem> {
  if (!namesTime(reason)) return done({ dates, hours: [] });
  const hours = parseDayHours(reason);
  if (!hours.ok && /^\d/.test(reason.trim())) return hours;
  return refusedWith(say('commands:off.whichTimes', { text: quoted(reason) }));
}

export function datesOf({ from, to }: DateRange): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Dates and hours in words, with the zone in which they are meant. */
export function describeOff({ settings }: CalendarConfiguration, { dates, hours }: OffWords) {
  return {
    dates: describeDates(dates),
    hours: describeIntervals(hours),
    zone: describeZones(settings, datesOf(dates)),
  };
}

/** The dates that were named, each with its whole time. */
export const daysOf = (calendar: CalendarConfiguration, { dates }: OffWords) =>
  datesOf(dates).map((date) => ({
    date,
    spans: spansOf(calendar, { dates: { from: date, to: date }, hours: [] }),
  }));

/** The named hours of the named dates as instants; without hours, the whole dates. */
export function spansOf(
  { settings }: CalendarConfiguration,
  { dates, hours }: OffWords,
): Interval[] {
  const wholeDays = [{ start: '00:00', end: '24:00' }];
  return hoursOnDates(settings, datesOf(dates), hours.length > 0 ? hours : wholeDays);
}
