import { written } from '../settings/changed-settings.js';
import type { LocalHours } from './time-off.service.js';

/** A date of a schedule, with hours of its own or without. */
export interface DateState {
  readonly scheduleId: string;
  /** `YYYY-MM-DD` in the schedule's zone. */
  readonly date: string;
  /** Null: the weekly hours. None means closed. */
  readonly intervals: readonly LocalHours[] | null;
  readonly reason: string | null;
}

/** Blocked time. Instants are epoch milliseconds. */
export interface BlockState {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string | null;
}

/** What a change of days off and blocks found, or what it left. */
export interface TimeOffState {
  readonly dates: readonly DateState[];
  readonly blocks: readonly BlockState[];
}

/** Only what differs between two states, on both sides; null when nothing does. */
export function changedTimeOff(
  before: TimeOffState,
  after: TimeOffState,
): { readonly before: TimeOffState; readonly after: TimeOffState } | null {
  const only = (state: TimeOffState, other: TimeOffState): TimeOffState => ({
    dates: without(state.dates, other.dates),
    blocks: without(state.blocks, other.blocks),
  });
  const changed = { before: only(before, after), after: only(after, before) };
  return isEmpty(changed.before) && isEmpty(changed.after) ? null : changed;
}

const isEmpty = ({ dates, blocks }: TimeOffState): boolean =>
  dates.length === 0 && blocks.length === 0;

/** Those of the first that the second lacks. A year of dates in several calendars is many. */
export function without<T>(all: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others.map(written));
  return all.filter((one) => !known.has(written(one)));
}
