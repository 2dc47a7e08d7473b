import { DAY, MINUTE } from '../../slots/interval.js';
import { instantsOf, localDays, localDateOf, offsetMinutesAt } from '../../slots/wall-clock.js';
import { contentLine } from './content-line.js';

/** So far round a meeting its zone is written down: more than the longest time between two changes. */
const SPAN = 366 * DAY;

/** `20270202T090000Z`. */
export const utcTime = (at: number): string => `${compact(at)}Z`;

/**
 * A property that holds a time: local in the zone, so that it stays right when the zone's rules
 * change; in UTC where a clock shows the time twice, of which calendars take now the one, now the other.
 */
export function timeLine(name: string, at: number, zone: string): string {
  const local = compact(at + offset(zone, at));
  if (zone === 'UTC' || isShownTwice(zone, at)) return contentLine(name, utcTime(at));
  return contentLine(`${name};TZID=${zone}`, local);
}

/** The zone's clock round the instant (VTIMEZONE), one entry for each change; empty for UTC. */
export function zoneLines(zone: string, at: number): string {
  if (zone === 'UTC') return '';
  const spans = offsetSpans(zone, at);
  const least = Math.min(...spans.map(({ offset }) => offset));
  const observances = spans.map(({ start, offset }, index) => {
    const before = spans[index - 1]?.offset;
    const kind = offset === least ? 'STANDARD' : 'DAYLIGHT';
    // What holds at the beginning counts from of old. A change is told by the clock before it.
    const onset = before === undefined ? '19700101T000000' : compact(start + before);
    return [
      contentLine('BEGIN', kind),
      contentLine('DTSTART', onset),
      contentLine('TZOFFSETFROM', offsetText(before ?? offset)),
      contentLine('TZOFFSETTO', offsetText(offset)),
      contentLine('END', kind),
    ].join('');
  });
  return [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', zone),
    ...observances,
    contentLine('END', 'VTIMEZONE'),
  ].join('');
}

interface OffsetSpan {
  /** Epoch milliseconds. */
  readonly start: number;
  /** Local time less UTC, milliseconds. */
  readonly offset: number;
}

function offsetSpans(zone: string, at: number): OffsetSpan[] {
  const days = localDays(zone, { start: at - SPAN, end: at + SPAN });
  return days
    .map(({ start, day, midnight }) => ({ start, offset: day * DAY - midnight }))
    .filter(({ offset }, index, all) => offset !== all[index - 1]?.offset);
}

const offset = (zone: string, at: number): number => offsetMinutesAt(zone, at) * MINUTE;

function isShownTwice(zone: string, at: number): boolean {
  const time = new Date(at + offset(zone, at)).toISOString().slice(11, 16);
  return instantsOf(zone, localDateOf(zone, at), time).length > 1;
}

/** `20270202T100000`, of an instant whose UTC is read as local time. */
const compact = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+Z$/g, '');

/** `+0530` */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const pad = (count: number) => String(count).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
}
