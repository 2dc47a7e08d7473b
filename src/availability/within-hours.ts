import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { GRID_MEMORY } from '../slots/grid.js';
import { contains, type Interval } from '../slots/interval.js';
import { openHours } from '../slots/working-hours.js';
import { scheduleOf } from './calendar-schedule.js';

/** Whether a meeting lies in one open block of the calendar's hours, days off left out. */
export function isWithinHours(configuration: CalendarConfiguration, meeting: Interval): boolean {
  const range = { start: meeting.start - GRID_MEMORY, end: meeting.end };
  const hours = openHours(scheduleOf(configuration), range);
  return hours.some((block) => contains(block, meeting));
}
