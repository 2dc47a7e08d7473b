import { DateTime } from 'luxon';
import type { Slot, SlotRequest } from '../../src/slots/find-slots.js';
import type { Schedule, SlotRules } from '../../src/slots/slot-request.js';

/** What a test says about a request; everything else is the plainest there is. */
export interface RequestChanges extends Partial<Omit<SlotRequest, 'schedule' | 'rules'>> {
  readonly schedule?: Partial<Schedule>;
  readonly rules?: Partial<SlotRules>;
}

const LONG_AGO = Date.UTC(1990, 0, 1);

/** Half-hour meetings on the half hour, open every day 09:00–17:00 UTC, nothing taken, no notice. */
export function aSlotRequest({ schedule, rules, ...rest }: RequestChanges = {}): SlotRequest {
  return {
    schedule: {
      timeZone: 'UTC',
      weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '17:00' }],
      overrides: [],
      ...schedule,
    },
    rules: {
      durationMinutes: 30,
      startIncrementMinutes: 30,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      minimumNoticeMinutes: 0,
      ...rules,
    },
    busy: [],
    bookings: [],
    now: LONG_AGO,
    from: Date.UTC(2026, 0, 5),
    to: Date.UTC(2026, 0, 6),
    ...rest,
  };
}

/** Weekly hours that are the same on every day of the week. */
export function everyDay(...hours: readonly `${string}-${string}`[]): Schedule['weekly'] {
  return hours.map((span) => {
    const [start = '', end = ''] = span.split('-');
    return { weekdays: [1, 2, 3, 4, 5, 6, 7], start, end };
  });
}

/** Epoch milliseconds of an ISO time; local to `zone` when it names no offset (a fold's first time). */
export function at(iso: string, zone = 'UTC'): number {
  const time = DateTime.fromISO(iso, { zone });
  if (!time.isValid) throw new Error(`${iso} in ${zone}: not a time`);
  return time.toMillis();
}

/** The starts as a clock in the zone shows them, with the offset: `03-08 03:00 -4`. */
export function starts(slots: readonly Slot[], zone = 'UTC'): string[] {
  return slots.map(({ start }) => DateTime.fromMillis(start, { zone }).toFormat('MM-dd HH:mm Z'));
}
