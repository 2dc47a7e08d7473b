import { MINUTE, overlaps, type Interval } from './interval.js';
import type { SlotRequest, SlotRules } from './slot-request.js';

/**
 * The time a new slot must stay clear of: every event and booking that reaches into the range, in
 * the order they come, each widened by the new booking's buffers. A slot that needs 15 free minutes
 * before it collides with an event exactly when it collides with that event prolonged by 15 minutes.
 */
export function blockedTime({ busy, bookings, rules, from, to }: SlotRequest): Interval[] {
  const range = { start: from, end: to };
  const blocked: Interval[] = [];
  for (const taken of [busy, bookings]) {
    for (const event of taken) {
      const wide = widened(event, rules);
      if (overlaps(wide, range)) blocked.push(wide);
    }
  }
  return blocked;
}

/** An event as the new booking's buffers see it. One that lasts no time takes none, buffers or not. */
export function widened(event: Interval, rules: SlotRules): Interval {
  if (event.end <= event.start) return event;
  return {
    start: event.start - rules.bufferAfterMinutes * MINUTE,
    end: event.end + rules.bufferBeforeMinutes * MINUTE,
  };
}

/**
 * Those of the ascending starts whose slot overlaps no blocked time; touching is not overlapping.
 *
 * What one event removes is a run of neighbouring starts. Each run is noted as +1 where it begins and
 * −1 where it is over, and a start is clear where the running total is zero. So the events need no
 * sorting, which would take most of the engine's time.
 */
export function clearOf(
  blocked: readonly Interval[],
  starts: readonly number[],
  duration: number,
): number[] {
  const changes = new Int32Array(starts.length + 1);
  for (const { start, end } of blocked) {
    const first = countWhile(starts, (candidate) => candidate + duration <= start);
    const past = countWhile(starts, (candidate) => candidate < end);
    changes[first] = (changes[first] ?? 0) + 1;
    changes[past] = (changes[past] ?? 0) - 1;
  }
  let collisions = 0;
  return starts.filter((_, index) => {
    collisions += changes[index] ?? 0;
    return collisions === 0;
  });
}

/** How many starts hold, when those that do come first. Bisects. */
function countWhile(starts: readonly number[], holds: (start: number) => boolean): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(starts[middle] ?? NaN)) low = middle + 1;
    else high = middle;
  }
  return low;
}
