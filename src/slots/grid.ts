import { DAY, MINUTE, type Interval } from './interval.js';
import { SlotFault } from './slot-fault.js';
import type { SlotRequest } from './slot-request.js';
import { localDays, startOfDay } from './wall-clock.js';

/** How far before `from` the blocks must be known: further than a block's own start anchors the grid. */
export const GRID_MEMORY = 2 * DAY;

/** Time in which the grid is counted from one anchor. */
interface GridRun extends Interval {
  readonly anchor: number;
}

/**
 * The starts on the grid, ascending, whose slot lies wholly inside one of the blocks and not before
 * `from`. The grid steps in elapsed time from the start of its open block plus the offset, and nothing
 * re-anchors it: no busy event, no `from`. So the blocks reach back by `GRID_MEMORY`; they end at `to`.
 */
export function gridStarts(request: SlotRequest, blocks: readonly Interval[]): number[] {
  const { rules, schedule, from } = request;
  const step = rules.startIncrementMinutes * MINUTE;
  const duration = rules.durationMinutes * MINUTE;
  const offset = (rules.startOffsetMinutes ?? 0) * MINUTE;
  if (!(step > 0 && duration > 0)) {
    throw new SlotFault('impossible-rules', 'A duration and an increment must be above zero.');
  }
  const starts: number[] = [];
  for (const block of blocks) {
    const lastStart = block.end - duration;
    if (lastStart < Math.max(block.start, from)) continue;
    for (const run of gridRuns(block, schedule.timeZone)) {
      const first = run.anchor + offset;
      const earliest = Math.max(run.start, from);
      const steps = Math.max(0, Math.ceil((earliest - first) / step));
      const past = Math.min(run.end, lastStart + 1);
      for (let start = first + steps * step; start < past; start += step) starts.push(start);
    }
  }
  return starts;
}

/**
 * A block's own start anchors its first 24 hours. Past them every local date of the schedule's zone is
 * counted from its own midnight, so that a host who never closes is not bound to a Monday long ago.
 */
function gridRuns(block: Interval, zone: string): GridRun[] {
  const dayLater = Math.min(block.start + DAY + 1, block.end);
  const firstRun = { anchor: block.start, start: block.start, end: dayLater };
  const later = localDays(zone, { start: dayLater, end: block.end });
  return [
    firstRun,
    ...later.map(({ start, end, day }) => ({ anchor: startOfDay(zone, day), start, end })),
  ];
}
