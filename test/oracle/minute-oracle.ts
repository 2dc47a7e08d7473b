import { DateTime } from 'luxon';
import type { Interval } from '../../src/slots/interval.js';
import type { Limit, Schedule, SlotRequest } from '../../src/slots/slot-request.js';
import type { ClockTape } from './clock-tape.js';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Why the oracle does not offer a minute. It does not tell weekly hours from overrides. */
export type Verdict =
  'offered' | 'hours' | 'grid' | 'busy' | 'booking' | 'buffer' | 'notice' | 'window' | 'limit';

/** Hours of a date in minutes of its wall clock. */
interface Window {
  readonly from: number;
  readonly to: number;
}

interface Layout {
  readonly zoneHolding: string;
  readonly windows: readonly Window[];
}

/**
 * Judges every minute by itself, straight from the law and with nothing of the engine: whether the
 * clock on the wall shows a time inside a window of its date, minute after minute, each rule as the
 * sentence that states it. Slow, and meant to be too plain to be wrong.
 */
export class MinuteOracle {
  /** For each minute on the tape: for how many minutes, itself included, it has been open on end. */
  private readonly openFor: readonly number[];
  private readonly full = new Map<string, boolean>();
  private readonly firstMinutes = new Map<string, number>();
  private readonly layouts = new Map<string, Layout>();
  private readonly zones: readonly string[];

  /** `tape` must begin three days before the first minute that is asked for. */
  constructor(
    private readonly request: SlotRequest,
    private readonly tape: ClockTape,
  ) {
    const { timeZone, travel = [] } = request.schedule;
    this.zones = [...new Set([timeZone, ...travel.map((trip) => trip.timeZone)])];
    const openFor: number[] = [];
    for (const minute of tape.minutes) {
      openFor.push(this.isOpen(minute) ? (openFor.at(-1) ?? 0) + 1 : 0);
    }
    this.openFor = openFor;
  }

  /** All starts inside the request's range. */
  starts(): number[] {
    const { from, to, rules } = this.request;
    return this.tape.minutes.filter(
      (start) =>
        start >= from &&
        start + rules.durationMinutes * MINUTE <= to &&
        this.judge(start) === 'offered',
    );
  }

  judge(start: number): Verdict {
    const { rules, busy, bookings, now } = this.request;
    const end = start + rules.durationMinutes * MINUTE;
    const before = start - rules.bufferBeforeMinutes * MINUTE;
    const after = end + rules.bufferAfterMinutes * MINUTE;
    const meets = (from: number, to: number) => (taken: Interval) =>
      taken.start < taken.end && taken.start < to && from < taken.end;

    if (!(this.openMinutesUpTo(end) >= rules.durationMinutes)) return 'hours';
    if (!this.isOnGrid(start)) return 'grid';
    if (busy.some(meets(start, end))) return 'busy';
    if (bookings.some(meets(start, end))) return 'booking';
    if ([...busy, ...bookings].some(meets(before, after))) return 'buffer';
    if (start - now < rules.minimumNoticeMinutes * MINUTE) return 'notice';
    if (rules.window?.from !== undefined && start < rules.window.from) return 'window';
    if (rules.window?.to !== undefined && start >= rules.window.to) return 'window';
    const date = this.dateOf(start);
    const full = remembered(this.full, date, () => this.exceedsLimit(date));
    return full ? 'limit' : 'offered';
  }

  private openMinutesUpTo(end: number): number {
    return this.openFor[this.tape.indexOf(end) - 1] ?? NaN;
  }

  /** Counted from the first minute of its open block, or of its date when that was over 24 h ago. */
  private isOnGrid(start: number): boolean {
    const { rules } = this.request;
    const sinceBlock = this.openMinutesUpTo(start);
    const today = this.dateOf(start);
    const sinceAnchor =
      sinceBlock <= DAY_MINUTES ? sinceBlock : (start - this.firstMinuteOf(today)) / MINUTE;
    const elapsed = sinceAnchor - (rules.startOffsetMinutes ?? 0);
    return elapsed >= 0 && elapsed % rules.startIncrementMinutes === 0;
  }

  private firstMinuteOf(date: string): number {
    return remembered(
      this.firstMinutes,
      date,
      () => this.tape.minutes.find((minute) => this.dateOf(minute) === date) ?? NaN,
    );
  }

  /** The law, once for every zone the host is in: the local time lies in a window of its local date. */
  private isOpen(minute: number): boolean {
    return this.zones.some((zone) => {
      const { date, minuteOfDay } = this.tape.read(zone, minute);
      const { zoneHolding, windows } = this.layout(date);
      return (
        zone === zoneHolding &&
        windows.some(({ from, to }) => from <= minuteOfDay && minuteOfDay < to)
      );
    });
  }

  private layout(date: string): Layout {
    return remembered(this.layouts, date, () => ({
      zoneHolding: zoneOn(this.request.schedule, date),
      windows: windowsOn(this.request.schedule, date),
    }));
  }

  private exceedsLimit(date: string): boolean {
    const { perDay, perWeek, perMonth } = this.request.rules.limits ?? {};
    const exceeds = (limit: Limit | undefined, periodOf: (date: string) => string) => {
      const same = (this.request.counted ?? []).filter(
        (meeting) => periodOf(this.dateOf(meeting.start)) === periodOf(date),
      );
      const before = same.reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0);
      const minutes = before + this.request.rules.durationMinutes;
      return same.length + 1 > (limit?.count ?? Infinity) || minutes > (limit?.minutes ?? Infinity);
    };
    return exceeds(perDay, (day) => day) || exceeds(perWeek, weekOf) || exceeds(perMonth, monthOf);
  }

  private dateOf(minute: number): string {
    return this.tape.read(this.request.schedule.timeZone, minute).date;
  }
}

const monthOf = (date: string) => date.slice(0, 7);
const weekOf = (date: string) => DateTime.fromISO(date, { zone: 'utc' }).toFormat('kkkk-WW');

function zoneOn(schedule: Schedule, date: string): string {
  const trip = (schedule.travel ?? []).find(({ from, to }) => from <= date && date <= to);
  return trip?.timeZone ?? schedule.timeZone;
}

function windowsOn(schedule: Schedule, date: string): Window[] {
  const own = hoursOf(schedule, date);
  const sameDay = own.map(({ from, to }) => ({ from, to: to <= from ? DAY_MINUTES : to }));
  if (schedule.overrides.some((override) => override.date === date)) return sameDay;
  const yesterday = DateTime.fromISO(date, { zone: 'utc' }).minus({ days: 1 }).toISODate();
  const pastMidnight = hoursOf(schedule, yesterday ?? '').filter(({ from, to }) => to <= from);
  return [...sameDay, ...pastMidnight.map(({ to }) => ({ from: 0, to }))];
}

function hoursOf(schedule: Schedule, date: string): Window[] {
  const override = schedule.overrides.find((candidate) => candidate.date === date);
  const weekday = DateTime.fromISO(date, { zone: 'utc' }).weekday;
  const hours =
    override?.intervals ??
    schedule.weekly.filter(({ weekdays }) => weekdays.some((day) => day === weekday));
  return hours.map(({ start, end }) => ({ from: minutes(start), to: minutes(end) }));
}

function minutes(time: string): number {
  const [hour = '', minute = ''] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}

function remembered<K, V>(known: Map<K, V>, key: K, find: () => V): V {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
