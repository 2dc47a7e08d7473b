import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { endOfDate, type LocalDate, startOfDate } from '../slots/wall-clock.js';
import { openHours } from '../slots/working-hours.js';
import { scheduleOf } from './calendar-schedule.js';

export interface HostDay {
  readonly date: LocalDate;
  /** IANA name. */
  readonly timeZone: string;
}

/** When the hours of all these calendars are over on that day, epoch milliseconds; null without any. */
export function endOfHours(
  calendars: readonly CalendarConfiguration[],
  { date, timeZone }: HostDay,
): number | null {
  const day = { start: startOfDate(timeZone, date), end: endOfDate(timeZone, date) };
  const ends = calendars.flatMap((calendar) =>
    openHours(scheduleOf(calendar), day).map(({ end }) => Math.min(end, day.end)),
  );
  return ends.length === 0 ? null : Math.max(...ends);
}
