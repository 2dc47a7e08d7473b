import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { intersection, type Interval, MINUTE } from '../slots/interval.js';
import { dateOfDay } from '../slots/calendar-date.js';
import { endOfDate, localDays, startOfDate } from '../slots/wall-clock.js';
import { openHours } from '../slots/working-hours.js';
import { scheduleOf } from './calendar-schedule.js';

/** How long a request waits for its host. Instants are epoch milliseconds. */
export interface WaitingTime {
  /** Without an answer by then it is over. */
  readonly until: number;
  /** When the host is reminded for the first time, see `nextNudge`. */
  readonly nudge: number;
}

interface Request {
  readonly now: number;
  /** The earliest start that hangs on the answer. */
  readonly start: number;
}

const HOUR = 60 * MINUTE;
/** The host has so long to answer; days without hours are not counted. */
const ANSWER_TIME = 48 * HOUR;
/** The attendee knows so long before the start. */
const KNOWN_BEFORE = 2 * HOUR;
/** The host is reminded a second time so long before the end. */
const LAST_NUDGE = 2 * HOUR;

/**
 * With approval nobody may ask later than this before a start: the host has an hour to answer, and
 * the attendee knows two hours before.
 */
export const APPROVAL_NOTICE_MINUTES = 180;

export function waitingTime(configuration: CalendarConfiguration, request: Request): WaitingTime {
  const { now, start } = request;
  // Who asks to move in the last two hours gets an answer until the start, or none.
  const latest = start - KNOWN_BEFORE > now ? start - KNOWN_BEFORE : start;
  const counted = countedTime(configuration, { start: now, end: latest });
  const until = after(counted, ANSWER_TIME) ?? latest;
  const untilThen = counted.map((piece) => intersection(piece, { start: now, end: until }));
  const halfway = after(untilThen, lengthOf(untilThen) / 2) ?? (now + until) / 2;
  return { until, nudge: Math.floor(halfway) };
}

/** Whether the host is being reminded for the last time. */
export const isLastNudge = (now: number, until: number): boolean => now >= until - LAST_NUDGE;

/** When to remind the host again after this reminder; null when there is no other. */
export const nextNudge = (now: number, until: number): number | null =>
  isLastNudge(now, until) ? null : until - LAST_NUDGE;

/** The parts of a span that lie on days with hours, ascending. */
function countedTime(configuration: CalendarConfiguration, span: Interval): Interval[] {
  const schedule = scheduleOf(configuration);
  const { timeZone } = schedule;
  return localDays(timeZone, span).filter(({ day }) => {
    const date = dateOfDay(day);
    const wholeDay = { start: startOfDate(timeZone, date), end: endOfDate(timeZone, date) };
    return openHours(schedule, wholeDay).length > 0;
  });
}

/** The instant at which so much of the spans has passed; null when there is not so much. */
function after(spans: readonly Interval[], length: number): number | null {
  let left = length;
  for (const { start, end } of spans) {
    const own = Math.max(0, end - start);
    if (own > 0 && left <= own) return start + left;
    left -= own;
  }
  return null;
}

const lengthOf = (spans: readonly Interval[]): number =>
  spans.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0);
