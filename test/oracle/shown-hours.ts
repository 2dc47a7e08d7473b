import { DateTime } from 'luxon';
import type { Schedule } from '../../src/slots/slot-request.js';
import { addDays, endOfDate, startOfDate } from '../../src/slots/wall-clock.js';
import { openHours } from '../../src/slots/working-hours.js';

export type Span = `${string}-${string}`;

/** A schedule of weekly hours and, if need be, more. */
export function schedule(
  timeZone: string,
  weekly: Schedule['weekly'],
  rest: Partial<Schedule> = {},
): Schedule {
  return { timeZone, weekly, overrides: [], ...rest };
}

/** What is open within so many days round the date, as the zone's clocks show it: `08 03:00-4 – 08 04:30-4`. */
export function shown(given: Schedule, date: string, days = 0): string[] {
  const zone = given.timeZone;
  const local = (instant: number) => DateTime.fromMillis(instant, { zone }).toFormat('dd HH:mmZ');
  const range = {
    start: startOfDate(zone, addDays(date, -days)),
    end: endOfDate(zone, addDays(date, days)),
  };
  return openHours(given, range).map(({ start, end }) => `${local(start)} – ${local(end)}`);
}
