/** Lengths in milliseconds. A `DAY` is 24 hours, which a local date need not have. */
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/**
 * A span of time in epoch milliseconds: `start` belongs to it, `end` does not. 9–10 and 10–11 touch
 * and do not overlap. One whose end is not after its start holds no instant at all.
 */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Whether some instant lies in both. Touching is not overlapping; an empty interval overlaps nothing. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether every instant of `inner` lies in `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The instants that lie in both; empty (its end not after its start) when they do not overlap. */
export function intersection(a: Interval, b: Interval): Interval {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/**
 * The same instants as few, separate intervals in ascending order. What overlaps or touches becomes
 * one, and empty intervals fall out. The list handed in may be in any order and stays as it is.
 */
export function merge(intervals: readonly Interval[]): Interval[] {
  const ascending = intervals
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  let block = ascending[0];
  for (const next of ascending) {
    if (block !== undefined && next.start <= block.end) {
      block = { start: block.start, end: Math.max(block.end, next.end) };
    } else {
      if (block !== undefined) merged.push(block);
      block = next;
    }
  }
  if (block !== undefined) merged.push(block);
  return merged;
}
