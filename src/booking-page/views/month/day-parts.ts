import { hourOf, type Slot } from '../../../language/time-words.js';

export type PartName = 'morning' | 'afternoon' | 'evening';

export interface DayPart {
  readonly name: PartName;
  readonly slots: readonly Slot[];
}

const NOON = 12;
const EVENING = 17;

function partOf(slot: Slot, zone: string): PartName {
  const hour = hourOf(slot.start, zone);
  if (hour < NOON) return 'morning';
  return hour < EVENING ? 'afternoon' : 'evening';
}

/** A day's slots by part of the day, in the order given; parts without slots are left out. */
export function dayParts(slots: readonly Slot[], zone: string): readonly DayPart[] {
  const parts = Map.groupBy(slots, (slot) => partOf(slot, zone));
  return [...parts].map(([name, inPart]) => ({ name, slots: inPart }));
}
