import { blockedTime, clearOf } from './busy.js';
import { GRID_MEMORY, gridStarts } from './grid.js';
import { MINUTE } from './interval.js';
import { withinLimits } from './limits.js';
import { afterNotice, insideWindow } from './notice-and-window.js';
import type { Slot, SlotRequest } from './slot-request.js';
import { openHours } from './working-hours.js';

export type { Slot, SlotRequest } from './slot-request.js';

/**
 * The times that can be booked, ascending. A function of its argument alone: no clock, no process
 * zone, no memory. Throws a `SlotFault` for a zone that does not exist, a range of more than a
 * century, and a duration or increment that is not positive.
 */
export function findSlots(request: SlotRequest): Slot[] {
  const { schedule, rules, from, to } = request;
  const duration = rules.durationMinutes * MINUTE;

  // 1. Hours: the blocks of time in which the host is open, days off left out. They are read from
  //    before `from`, because the grid of a block is counted from where the block begins.
  const hours = openHours(schedule, { start: from - GRID_MEMORY, end: to });

  // 2. Blocked time: outside events and bookings, widened by the buffers of the new booking.
  const blocked = blockedTime(request);

  // 3. Grid: the starts in `[from, to)` whose slot ends in the same block and by `to`, clear of blocked time.
  const starts = clearOf(blocked, gridStarts(request, hours), duration);

  // 4. Notice and window: not too soon, not before the calendar opens, not beyond its horizon.
  const timely = insideWindow(request, afterNotice(request, starts));

  // 5. Limits: those days, weeks and months that still take one more.
  const allowed = withinLimits(request, timely);

  // 6. Slots.
  return allowed.map((start) => ({ start, end: start + duration }));
}
