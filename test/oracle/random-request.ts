import fc from 'fast-check';
import type { SlotRequest } from '../../src/slots/find-slots.js';
import type { Interval } from '../../src/slots/interval.js';
import type { Schedule, SlotRules } from '../../src/slots/slot-request.js';
import type { Weekday } from '../../src/slots/wall-clock.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A zone and a UTC date near which its clocks do something worth testing. */
export interface Place {
  readonly zone: string;
  readonly date: string;
}

/** Any request round the place's date: hours past midnight, overrides, travel, limits, everything. */
export function anyRequest(place: Place, travelTo: string): fc.Arbitrary<SlotRequest> {
  const noon = Date.parse(`${place.date}T12:00:00Z`);
  const near = (days: number) => fc.integer({ min: noon - days * DAY, max: noon + days * DAY });
  const nearMinute = (days: number) =>
    fc.integer({ min: -days * 1440, max: days * 1440 }).map((minutes) => noon + minutes * MINUTE);
  const from = fc.oneof(nearMinute(1.5), near(1.5));
  return fc
    .record({
      schedule: anySchedule(place, travelTo),
      rules: anyRules(near(2)),
      busy: anyIntervals(near(3), 5 * 60 * MINUTE),
      bookings: anyIntervals(nearMinute(3), 2 * 60 * MINUTE),
      counted: anyIntervals(nearMinute(3), 90 * MINUTE),
      now: fc.oneof({ weight: 3, arbitrary: fc.constant(noon - 5 * DAY) }, near(1)),
      from,
      hours: fc.integer({ min: 1, max: 48 }),
    })
    .map(({ hours, ...request }) => ({ ...request, to: request.from + hours * 60 * MINUTE }));
}

function anySchedule(place: Place, travelTo: string): fc.Arbitrary<Schedule> {
  const date = fc
    .integer({ min: -3, max: 3 })
    .map((days) => new Date(Date.parse(place.date) + days * DAY).toISOString().slice(0, 10));
  const week: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
  const weekdays = fc.oneof(
    { weight: 2, arbitrary: fc.constant(week) },
    fc.subarray([...week], { minLength: 1 }),
  );
  const never = { weight: 5, arbitrary: fc.constant([]) };
  return fc.record({
    timeZone: fc.constant(place.zone),
    weekly: fc.array(
      fc.tuple(weekdays, anyWindow).map(([days, window]) => ({ weekdays: days, ...window })),
      { minLength: 1, maxLength: 4, size: 'max' },
    ),
    overrides: fc.uniqueArray(
      fc.record({ date, intervals: fc.array(anyWindow, { maxLength: 2, size: 'max' }) }),
      { maxLength: 2, selector: (override) => override.date },
    ),
    travel: fc.oneof(
      never,
      fc
        .tuple(date, date)
        .map(([a, b]) => [{ from: a < b ? a : b, to: a < b ? b : a, timeZone: travelTo }]),
    ),
  });
}

const aroundTheClock = fc.constant({ start: '00:00', end: '24:00' });
const anyMinute = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15) },
  fc.integer({ min: 0, max: 1439 }),
);
const anyTime = anyMinute.map(
  (minute) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
);
const anyWindow = fc.oneof(
  { weight: 1, arbitrary: aroundTheClock },
  {
    weight: 8,
    arbitrary: fc.record({
      start: anyTime,
      end: fc.oneof({ weight: 8, arbitrary: anyTime }, fc.constant('24:00')),
    }),
  },
);

function anyRules(instant: fc.Arbitrary<number>): fc.Arbitrary<SlotRules> {
  const limit = fc.record(
    { count: fc.integer({ min: 0, max: 3 }), minutes: fc.integer({ min: 0, max: 180 }) },
    { requiredKeys: [] },
  );
  const buffer = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.constantFrom(5, 15, 60));
  const rules = {
    durationMinutes: fc.constantFrom(5, 15, 20, 30, 45, 60, 180, 1500),
    startIncrementMinutes: fc.constantFrom(5, 7, 15, 20, 30, 45, 60, 100),
    bufferBeforeMinutes: buffer,
    bufferAfterMinutes: buffer,
    minimumNoticeMinutes: fc.constantFrom(0, 60, 240, 1440),
    startOffsetMinutes: fc.constantFrom(0, 0, 5, 10, 90),
    window: fc.record({ from: instant, to: instant }, { requiredKeys: [] }),
    limits: fc.record({ perDay: limit, perWeek: limit, perMonth: limit }, { requiredKeys: [] }),
  };
  const common = [
    'durationMinutes',
    'startIncrementMinutes',
    'bufferBeforeMinutes',
    'bufferAfterMinutes',
    'minimumNoticeMinutes',
  ] as const;
  return fc.record(rules, { requiredKeys: [...common] });
}

function anyIntervals(start: fc.Arbitrary<number>, longest: number): fc.Arbitrary<Interval[]> {
  return fc.array(
    fc
      .tuple(start, fc.oneof({ weight: 9, arbitrary: fc.nat(longest) }, fc.constant(0)))
      .map(([from, length]) => ({ start: from, end: from + length })),
    { maxLength: 6 },
  );
}
