import type { Slot } from '../../slots/find-slots.js';
import { localDateOf } from '../../slots/wall-clock.js';
import type { AskedMonth } from './asked-month.js';
import { monthOf } from './months.js';

/** Local dates with the times that start on them, both ascending; dates without are left out. */
export type DaysOfSlots = ReadonlyMap<string, readonly Slot[]>;

/** Ascending slots by the local date of their start. */
export const daysOf = (slots: readonly Slot[], zone: string): DaysOfSlots =>
  Map.groupBy(slots, ({ start }) => localDateOf(zone, start));

/** What a month page shows of what is free. */
export interface DayChoice {
  readonly month: string;
  /** The date asked for, else the first of the month that has times. */
  readonly chosen?: { readonly date: string; readonly slots: readonly Slot[] };
  /** Only where the choice has no times: the next date that has some. */
  readonly nextFree?: string;
}

/** Chooses among the days that are known: of a whole month at least. */
export function chooseDay(days: DaysOfSlots, asked: AskedMonth & { month: string }): DayChoice {
  const { month } = asked;
  const date = asked.date ?? [...days.keys()].find((day) => monthOf(day) === month);
  const slots = date === undefined ? [] : (days.get(date) ?? []);
  const chosen = date === undefined ? {} : { chosen: { date, slots } };
  if (slots.length > 0) return { month, ...chosen };
  const nextFree = nextDay(days, date ?? `${month}-31`);
  return { month, ...chosen, ...(nextFree === undefined ? {} : { nextFree }) };
}

/** The first later day; after the last one, the first of all. */
function nextDay(days: DaysOfSlots, after: string): string | undefined {
  const dates = [...days.keys()];
  return dates.find((date) => date > after) ?? dates[0];
}
