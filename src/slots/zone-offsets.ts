import { dayNumberOf } from './calendar-date.js';
import { DAY, intersection, MINUTE, type Interval } from './interval.js';
import { SlotFault } from './slot-fault.js';

/** A stretch of time in which a zone keeps one offset (local time less UTC, milliseconds). */
export interface OffsetSegment extends Interval {
  readonly offset: number;
}

// The shortest that a zone has kept an offset since 1970 is a week (Recife, October 2000), so no
// change hides between two probes.
const PROBE_STEP = 3 * DAY;
const CHUNK = 120 * PROBE_STEP;
// Intl takes any spelling of a name ("EUROPE/berlin"), so the caches need a bound against strangers.
const CACHE_LIMIT = 1000;
const LONGEST_RANGE = 100 * 366 * DAY;
// ECMAScript counts no further from 1970.
const LAST_INSTANT = 8.64e15;

// The order in which en-US shows them: month, day, year, hour, minute, second.
const NUMBERS_ONLY: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
};

const chunksByZone = new Map<string, Map<number, readonly OffsetSegment[]>>();

/** Whether the name is a zone: whatever Intl takes, aliases (Europe/Kiev) and fixed offsets included. */
export function isZone(name: string): boolean {
  try {
    formatIn(name);
    return true;
  } catch {
    return false;
  }
}

/** Local time less UTC at the instant, milliseconds. */
export function offsetAt(zone: string, instant: number): number {
  const segments = chunk(zone, Math.floor(instant / CHUNK));
  return segments.find(({ end }) => instant < end)?.offset ?? NaN;
}

/** The range cut wherever the zone changes its offset, ascending. */
export function segmentsIn(zone: string, range: Interval): OffsetSegment[] {
  if (!(range.end - range.start <= LONGEST_RANGE)) throw impossible(range);
  const segments: OffsetSegment[] = [];
  for (let index = Math.floor(range.start / CHUNK); index * CHUNK < range.end; index += 1) {
    for (const segment of chunk(zone, index)) {
      const { start, end } = intersection(segment, range);
      if (start < end) segments.push({ start, end, offset: segment.offset });
    }
  }
  return segments;
}

function chunk(zone: string, index: number): readonly OffsetSegment[] {
  const chunks = remembered(chunksByZone, zone, () => new Map<number, readonly OffsetSegment[]>());
  return remembered(chunks, index, () => buildChunk(zone, index));
}

function impossible({ start, end }: Interval): SlotFault {
  return new SlotFault('impossible-range', `Local time from ${start} to ${end} cannot be known.`);
}

function remembered<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(key, made);
  return made;
}

function buildChunk(zone: string, index: number): readonly OffsetSegment[] {
  let start = index * CHUNK;
  const end = start + CHUNK;
  if (!(-LAST_INSTANT <= start && end <= LAST_INSTANT)) throw impossible({ start, end });
  const probe = offsetProbe(zone);
  const segments: OffsetSegment[] = [];
  let offset = probe(start);
  for (let probed = start; probed < end; probed += PROBE_STEP) {
    const next = probed + PROBE_STEP;
    while (probe(next) !== offset) {
      const change = firstChange(probe, Math.max(start, probed), next);
      segments.push({ start, end: change, offset });
      start = change;
      offset = probe(change);
    }
  }
  segments.push({ start, end, offset });
  return segments;
}

/** Bisects, to the second, for the first instant whose offset is no longer that of `low`. */
function firstChange(probe: (instant: number) => number, low: number, high: number): number {
  const before = probe(low);
  let same = low;
  let changed = high;
  while (changed - same > 1000) {
    const middle = same + Math.floor((changed - same) / 2000) * 1000;
    if (probe(middle) === before) same = middle;
    else changed = middle;
  }
  return changed;
}

/** Asks Intl what a clock in the zone shows, for whole seconds of the common era. */
function offsetProbe(zone: string): (instant: number) => number {
  const format = formatIn(zone);
  return (instant) => {
    const shown = format.format(instant).match(/\d+/g)?.map(Number) ?? [];
    const [month = 0, dayOfMonth = 0, year = 0, hour = 0, minute = 0, second = 0] = shown;
    const local = (hour * 60 + minute) * MINUTE + second * 1000;
    return dayNumberOf(year, month, dayOfMonth) * DAY + local - instant;
  };
}

function formatIn(zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { ...NUMBERS_ONLY, timeZone: zone });
  } catch (cause) {
    const message = `There is no time zone "${zone}"; names look like this: Europe/Berlin.`;
    throw new SlotFault('unknown-zone', message, { cause });
  }
}
