import { blockedTime, clearOf, widened } from './busy.js';
import { GRID_MEMORY, gridStarts } from './grid.js';
import { contains, MINUTE, overlaps, type Interval } from './interval.js';
import { fullPeriod, withinLimits } from './limits.js';
import { afterNotice, insideWindow } from './notice-and-window.js';
import type { Schedule, Slot, SlotRequest } from './slot-request.js';
import { localDateOf } from './wall-clock.js';
import { openHours } from './working-hours.js';

/** What removed a start, in the order in which the steps of `findSlots` come. */
export type RemovingStep =
  | 'hours' // outside the weekly hours
  | 'override' // outside the hours set for this date
  | 'grid' // between two starts
  | 'busy' // an outside event overlaps the slot
  | 'booking' // a booking, with its own buffers, overlaps the slot
  | 'buffer' // the slot is clear, but its own buffers are not
  | 'notice' // too soon
  | 'window' // outside the booking window
  | 'limit'; // its day, week or month is full

export interface SlotExplanation {
  readonly step: RemovingStep;
  /**
   * Epoch milliseconds. hours, override: the open block that the slot outlasts, if it starts in one;
   * busy, booking, buffer: the event or booking in the way; limit: the full day, week or month.
   */
  readonly interval?: Interval;
}

/** The first of `removingSteps`, or null exactly when `findSlots` offers the start. */
export function explainSlot(request: SlotRequest, start: number): SlotExplanation | null {
  return removingSteps(request, start)[0] ?? null;
}

/**
 * Names every step that removes a start (epoch milliseconds), in their order; none exactly when
 * `findSlots` offers it in a range that holds its slot. The request's own range plays no part. It
 * decides with the very functions that `findSlots` runs, and throws what `findSlots` throws.
 */
export function removingSteps(request: SlotRequest, start: number): SlotExplanation[] {
  const { schedule, rules } = request;
  const duration = rules.durationMinutes * MINUTE;
  const slot = { start, end: start + duration };
  const asked = { ...request, from: slot.start, to: slot.end };

  const hours = openHours(schedule, { start: slot.start - GRID_MEMORY, end: slot.end });
  const isOpen = hours.some((block) => contains(block, slot));
  // The grid is counted from the hours: outside them there is none to be between two starts of.
  const isBetween = isOpen && gridStarts(asked, hours).length === 0;
  const isTaken = clearOf(blockedTime(asked), [start], duration).length === 0;
  const isSoon = afterNotice(asked, [start]).length === 0;
  const isBeyond = insideWindow(asked, [start]).length === 0;
  const isFull = withinLimits(asked, [start]).length === 0;
  return [
    ...(isOpen ? [] : [outsideHours(schedule, hours, slot)]),
    ...(isBetween ? [explanation('grid')] : []),
    ...(isTaken ? inTheWay(asked, slot) : []),
    ...(isSoon ? [explanation('notice')] : []),
    ...(isBeyond ? [explanation('window')] : []),
    ...(isFull ? [explanation('limit', fullPeriod(asked, start))] : []),
  ];
}

/** The hours set for a date answer for it, and for what would be open if they had not been set. */
function outsideHours(schedule: Schedule, hours: readonly Interval[], slot: Slot): SlotExplanation {
  const block = hours.find(({ start, end }) => start <= slot.start && slot.start < end);
  const closedDate = localDateOf(schedule.timeZone, block?.end ?? slot.start);
  const weekly = openHours({ ...schedule, overrides: [] }, slot);
  const overridden =
    schedule.overrides.some(({ date }) => date === closedDate) ||
    weekly.some((open) => contains(open, slot));
  return explanation(overridden ? 'override' : 'hours', block);
}

/** What takes the slot's own time; where nothing does, what its buffers reach. */
function inTheWay({ busy, bookings, rules }: SlotRequest, slot: Slot): SlotExplanation[] {
  const event = busy.find((taken) => overlaps(taken, slot));
  const booking = bookings.find((taken) => overlaps(taken, slot));
  const near = [...busy, ...bookings].find((taken) => overlaps(widened(taken, rules), slot));
  if (!event && !booking) return [explanation('buffer', near)];
  return [
    ...(event ? [explanation('busy', event)] : []),
    ...(booking ? [explanation('booking', booking)] : []),
  ];
}

function explanation(step: RemovingStep, interval?: Interval): SlotExplanation {
  return interval === undefined ? { step } : { step, interval };
}
