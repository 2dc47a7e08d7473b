import { dateFormat } from './date-format.js';
import { fullDayName } from './day-words.js';

/** A meeting or an offered start: epoch milliseconds, half-open. */
export interface Slot {
  readonly start: number;
  readonly end: number;
}

/** How the reader wants times written. */
export interface ClockFace {
  /** IANA name. */
  readonly zone: string;
  readonly hourCycle: '12' | '24';
}

/** '10:00', or '10:00 am' */
export const timeOf = (at: number, face: ClockFace): string =>
  dateFormat(face.hourCycle === '12' ? 'time12' : 'time24', face.zone).format(at);

/** 0 … 23 */
export const hourOf = (at: number, zone: string): number =>
  Number(dateFormat('hour', zone).format(at));

/** 'YYYY-MM-DD' in the zone. */
export const dateOf = (at: number, zone: string): string =>
  dateFormat('numbers', zone).format(at).split('/').reverse().join('-');

/** 'UTC+5:45' */
export function offsetOf(at: number, zone: string): string {
  const part = dateFormat('offset', zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return (part?.value ?? 'UTC').replace('GMT', 'UTC').replace('UTC+0', 'UTC');
}

/** The instant in the form that links and forms carry: '2026-12-08T09:00:00Z'. */
export const instantText = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');

/** '10:00 – 10:30'; an end on a later day says which. */
export function timeRange(slot: Slot, face: ClockFace): string {
  const range = `${timeOf(slot.start, face)} – ${timeOf(slot.end, face)}`;
  const lastDay = dateOf(slot.end, face.zone);
  return lastDay === dateOf(slot.start, face.zone) ? range : `${range} (${fullDayName(lastDay)})`;
}

/** A zone's name for reading: 'America/New York'. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

export interface WhenWords {
  readonly day: string;
  readonly time: string;
  readonly zone: string;
}

/** Day, time and zone of a meeting; the zone names its offset, so that an hour told twice is clear. */
export const whenWords = (slot: Slot, face: ClockFace): WhenWords => ({
  day: fullDayName(dateOf(slot.start, face.zone)),
  time: timeRange(slot, face),
  zone: `${zoneName(face.zone)} (${offsetOf(slot.start, face.zone)})`,
});
