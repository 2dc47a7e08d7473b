import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import type { Schedule } from '../slots/slot-request.js';

/** The hours of a calendar as the slot engine takes them. */
export const scheduleOf = ({ settings, overrides }: CalendarConfiguration): Schedule => ({
  timeZone: settings.timeZone,
  weekly: settings.weeklyHours,
  overrides,
  travel: settings.travel,
});
