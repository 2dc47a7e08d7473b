import type { Interval } from '../../slots/interval.js';
import { addDays, endOfDate, instantsOf, type LocalDate } from '../../slots/wall-clock.js';
import { type HostClocks, zoneOn } from '../settings/zone-at.js';
import type { LocalHours } from './time-off.service.js';

/**
 * Local hours of some dates as instants (epoch milliseconds), each date by the clock of its trip. An
 * end at or before its start is on the next date, by the same clock. A time that is skipped by the clocks begins or ends with the gap; of two equal times
 * hours begin at the first and end at the last, so that nothing between them stays open.
 */
export function hoursOnDates(
  clocks: HostClocks,
  dates: readonly LocalDate[],
  hours: readonly LocalHours[],
): Interval[] {
  return dates.flatMap((date) => {
    const timeZone = zoneOn(clocks, date);
    return hours
      .map(({ start, end }) => {
        const endDate = end !== '24:00' && end <= start ? addDays(date, 1) : date;
        return {
          start: at(timeZone, date, start).first,
          end: at(timeZone, endDate, end).last,
        };
      })
      .filter((span) => span.start < span.end);
  });
}

/** The first and the last instant at which clocks show this; equal but in a fold. */
function at(timeZone: string, date: LocalDate, time: string): { first: number; last: number } {
  const instants =
    time === '24:00' ? [endOfDate(timeZone, date)] : instantsOf(timeZone, date, time);
  const first = instants[0] ?? endOfGap(timeZone, date, time);
  return { first, last: instants.at(-1) ?? first };
}

/** The first time of the date, after `time`, that exists. */
function endOfGap(timeZone: string, date: LocalDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  for (let minutes = hour * 60 + minute + 1; minutes < 1440; minutes += 1) {
    const later = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
    const [instant] = instantsOf(timeZone, date, later);
    if (instant !== undefined) return instant;
  }
  return endOfDate(timeZone, date);
}

const pad = (number: number): string => String(number).padStart(2, '0');
