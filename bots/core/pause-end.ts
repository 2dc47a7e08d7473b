import {
  type CalendarConfiguration,
  calendarState,
} from '../../src/calendars/calendar-configuration.js';
import { zoneAt } from '../../src/calendars/settings/zone-at.js';
import { type LocalDate, localDateOf } from '../../src/slots/wall-clock.js';

/** The host's day on which the first of these calendars comes out of its pause; null where none is known. */
export function pauseEnd(
  calendars: readonly CalendarConfiguration[],
  now: number,
): LocalDate | null {
  const ends = calendars.flatMap((calendar) => {
    const state = calendarState(calendar, now);
    if (state.kind !== 'paused' || state.until === null) return [];
    const end = state.until.getTime();
    return [{ end, timeZone: zoneAt(calendar.settings, end) }];
  });
  const [first] = ends.toSorted((one, other) => one.end - other.end);
  return first ? localDateOf(first.timeZone, first.end) : null;
}
