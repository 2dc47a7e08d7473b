import { localDateOf } from '../../slots/wall-clock.js';
import type { CalendarSettings } from './calendar-settings.js';

/** The zone whose clock the host goes by at an instant: that of a trip, or the schedule's own. */
export function zoneAt(
  { timeZone, travel }: Pick<CalendarSettings, 'timeZone' | 'travel'>,
  instant: number,
): string {
  const trip = travel.find(({ from, to, timeZone: zone }) => {
    const date = localDateOf(zone, instant);
    return from <= date && date <= to;
  });
  return trip?.timeZone ?? timeZone;
}
