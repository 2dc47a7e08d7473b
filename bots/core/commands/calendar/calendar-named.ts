import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';

/** By the end of its link, its title, or its number in the list. */
export function calendarNamed(
  all: readonly CalendarConfiguration[],
  name: string,
): CalendarConfiguration | undefined {
  const wanted = name.toLowerCase();
  return (
    all.find(({ slug }) => slug === wanted) ??
    all.find(({ settings }) => settings.title.toLowerCase() === wanted) ??
    all.find((_calendar, index) => String(index + 1) === wanted)
  );
}
