import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  addDays,
  dateOfDay,
  dayNumber,
  daysSinceFirst,
  daysSinceMonday,
  minutesOf,
  weekdayOf,
} from './calendar-date.js';

const FIRST = dayNumber('0001-01-01');
const LAST = dayNumber('9999-12-31');

describe('a date is a whole number of days', () => {
  it('counts from 1970-01-01, a Thursday', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(weekdayOf('1970-01-01')).toBe(4);
    expect(dayNumber('1969-12-31')).toBe(-1);
  });

  it('agrees with Luxon on every kind of date from year 1 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (day) => {
        const theirs = DateTime.fromMillis(day * 86_400_000, { zone: 'utc' });
        const date = theirs.toISODate();
        expect(dateOfDay(day)).toBe(date);
        expect(dayNumber(date ?? '')).toBe(day);
        expect(weekdayOf(date ?? '')).toBe(theirs.weekday);
        expect(daysSinceMonday(day)).toBe(theirs.weekday - 1);
        expect(daysSinceFirst(day)).toBe(theirs.day - 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('adds days over leap days, months and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-01-31', 0)).toBe('2026-01-31');
  });
});

it('a local time is minutes since midnight, and 24:00 is the end of the day', () => {
  expect(['00:00', '09:05', '23:59', '24:00'].map(minutesOf)).toEqual([0, 545, 1439, 1440]);
});
