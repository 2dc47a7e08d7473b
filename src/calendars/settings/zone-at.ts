import { type LocalDate, localDateOf } from '../../slots/wall-clock.js';
import type { DateContext } from '../words/date.parser.js';
import type { Trip } from '../words/trips.js';

/** The clocks that a host goes by: the schedule's own, and those of the trips. */
export interface HostClocks {
  /** IANA name. */
  readonly timeZone: string;
  readonly travel: readonly Trip[];
}

/** The zone whose clock the host goes by at an instant: that of a trip, or the schedule's own. */
export function zoneAt({ timeZone, travel }: HostClocks, instant: number): string {
  const trip = travel.find(({ from, to, timeZone: zone }) => {
    const date = localDateOf(zone, instant);
    return from <= date && date <= to;
  });
  return trip?.timeZone ?? timeZone;
}

/** The zone whose clock the host goes by on a date of theirs, as the schedule lays it out. */
export function zoneOn({ timeZone, travel }: HostClocks, date: LocalDate): string {
  return travel.find(({ from, to }) => from <= date && date <= to)?.timeZone ?? timeZone;
}

/** The zones of some dates, each change once: `Europe/Berlin, Asia/Tokyo`. */
export function describeZones(clocks: HostClocks, dates: readonly LocalDate[]): string {
  const zones = dates.map((date) => zoneOn(clocks, date));
  return zones.filter((zone, index) => zone !== zones[index - 1]).join(', ');
}

/**
 * How words of a host about dates and times are read: each date by the clock they go by on it, and a
 * time without a day as one of the day that is talked about.
 */
export function hostReading(
  clocks: HostClocks,
  now: number,
  day: LocalDate | null = null,
): DateContext {
  return { now, timeZone: zoneAt(clocks, now), zoneOn: (date) => zoneOn(clocks, date), day };
}

/** The day of an instant by the clock that the host goes by then. */
export const dayAt = (clocks: HostClocks, instant: number): LocalDate =>
  localDateOf(zoneAt(clocks, instant), instant);
