import type { Interval } from './interval.js';
import type { LocalDate, LocalTime, Weekday } from './wall-clock.js';

/** Everything the engine needs to know. Instants are epoch milliseconds; nothing in it is changed. */
export interface SlotRequest {
  readonly schedule: Schedule;
  readonly rules: SlotRules;
  /** Outside events, in any order; they may overlap. */
  readonly busy: readonly Interval[];
  /** The host's bookings on all calendars, already widened by their own buffers. */
  readonly bookings: readonly Interval[];
  /** This calendar's meetings that count towards its limits, without buffers. Each counts on the local date of its start. */
  readonly counted?: readonly CountedMeeting[];
  readonly now: number;
  /** A slot lies wholly inside `[from, to]`. Which starts exist never depends on either. */
  readonly from: number;
  readonly to: number;
}

/** A meeting, or one of several times of which one meeting will take one: they count once together. */
export interface CountedMeeting extends Interval {
  /** Times of the same meeting bear the same name; without one it is a meeting of its own. */
  readonly meeting?: string;
}

export interface Schedule {
  /** An IANA name. */
  readonly timeZone: string;
  readonly weekly: readonly WeeklyWindow[];
  /** Each replaces the whole of its date; no intervals mean closed. */
  readonly overrides: readonly DateHours[];
  /** First and last date (included) that are spent in another zone; where two overlap, the first counts. */
  readonly travel?: readonly Travel[];
}

/** Hours of one date. An end at or before the start is on the next date; `24:00` is an end too. */
export interface LocalWindow {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

export interface WeeklyWindow extends LocalWindow {
  readonly weekdays: readonly Weekday[];
}

export interface DateHours {
  readonly date: LocalDate;
  readonly intervals: readonly LocalWindow[];
}

export interface Travel {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly timeZone: string;
}

export interface SlotRules {
  readonly durationMinutes: number;
  readonly startIncrementMinutes: number;
  readonly startOffsetMinutes?: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Elapsed time between now and a start. */
  readonly minimumNoticeMinutes: number;
  readonly limits?: Limits;
  /** Bounds starts, `[from, to)`. */
  readonly window?: { readonly from?: number; readonly to?: number };
}

/** How much may start on a date, in a week (from Monday) and in a month, in the schedule's zone. */
export interface Limits {
  readonly perDay?: Limit;
  readonly perWeek?: Limit;
  readonly perMonth?: Limit;
}

export interface Limit {
  readonly count?: number;
  readonly minutes?: number;
}

/** A time that is offered: `[start, end)`, epoch milliseconds. */
export interface Slot {
  readonly start: number;
  readonly end: number;
}
