import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, berlin, foldNight, halfHour } from '../../../test/browser/page-samples.js';
import { dayParts } from './month/day-parts.js';
import { dayName, fullDayName, monthName, weekdayNames } from '../../language/day-words.js';
import { durationWords } from './duration-words.js';
import { monthWeeks } from './month/month-weeks.js';
import { firstNameOf, initialsOf } from './name-words.js';
import { shorten } from './shorten.js';
import {
  dateOf,
  instantText,
  offsetOf,
  timeOf,
  timeRange,
  whenWords,
} from '../../language/time-words.js';
import { ZONE_REGIONS } from './zone-choices.js';

describe('times', () => {
  it('are written with the clock the reader chose', () => {
    expect(timeOf(at('2026-12-07T23:05:00Z'), berlin)).toBe('00:05');
    expect(timeOf(at('2026-12-07T23:05:00Z'), { ...berlin, hourCycle: '12' })).toBe('12:05 am');
    expect(timeOf(at('2026-12-07T11:05:00Z'), { ...berlin, hourCycle: '12' })).toBe('12:05 pm');
  });

  it('name the zone and its offset at that instant', () => {
    expect(offsetOf(at('2026-07-01T00:00:00Z'), 'Europe/Berlin')).toBe('UTC+2');
    expect(offsetOf(at('2026-07-01T00:00:00Z'), 'Asia/Kathmandu')).toBe('UTC+5:45');
    expect(offsetOf(at('2026-07-01T00:00:00Z'), 'UTC')).toBe('UTC');
    expect(
      whenWords(halfHour('2026-12-08T15:00:00Z'), { ...berlin, zone: 'America/New_York' }),
    ).toEqual({
      day: 'Tuesday 8 December 2026',
      time: '10:00 – 10:30',
      zone: 'America/New York (UTC-5)',
    });
  });

  it('say so when they end on another day', () => {
    expect(timeRange(halfHour('2026-12-08T22:30:00Z'), berlin)).toBe(
      '23:30 – 00:00 (Wednesday 9 December 2026)',
    );
  });

  it('travel in links as UTC', () => {
    expect(instantText(at('2026-12-08T09:00:00+01:00'))).toBe('2026-12-08T08:00:00Z');
  });

  it('keep their order in the hour that comes twice', () => {
    const [morning, ...others] = dayParts(foldNight, 'Europe/Berlin');
    expect(others).toEqual([]);
    expect(morning?.slots).toEqual(foldNight);
  });

  it('fall into morning, afternoon and evening by the wall clock of the zone', () => {
    const slots = ['10:30', '11:00', '15:30', '16:00'].map((time) =>
      halfHour(`2026-12-08T${time}:00Z`),
    );
    expect(
      dayParts(slots, 'Europe/Berlin').map(({ name, slots: { length } }) => [name, length]),
    ).toEqual([
      ['morning', 1],
      ['afternoon', 2],
      ['evening', 1],
    ]);
  });
});

describe('dates', () => {
  it('are written in words', () => {
    expect(dayName('2026-12-07')).toBe('Monday 7 December');
    expect(fullDayName('2026-12-07')).toBe('Monday 7 December 2026');
    expect(monthName('2026-12')).toBe('December 2026');
    expect(weekdayNames(7).map(({ long }) => long)).toEqual([
      'Sunday',
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
    ]);
  });

  it('are those of the zone asked for', () => {
    expect(dateOf(at('2026-12-31T23:30:00Z'), 'Europe/Berlin')).toBe('2027-01-01');
    expect(dateOf(at('2027-01-01T04:30:00Z'), 'America/New_York')).toBe('2026-12-31');
  });

  it('fill a month once each, in rows of seven, whatever day a week starts with', () => {
    const months = fc.tuple(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 7 }), ([year, number], first) => {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        const rows = monthWeeks(month, first);
        const days = rows.flat().filter((date) => date !== null);
        const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
        expect(rows.every((row) => row.length === 7 && row.some(Boolean))).toBe(true);
        expect(days).toHaveLength(length);
        expect(days).toEqual([...new Set(days)].sort());
        const weekday = new Date(`${month}-01T00:00:00Z`).getUTCDay() || 7;
        expect(rows[0]?.indexOf(`${month}-01`)).toBe((weekday - first + 7) % 7);
      }),
    );
  });
});

describe('other words', () => {
  it('tell a length in hours and minutes', () => {
    expect([1, 30, 60, 90, 120].map(durationWords)).toEqual([
      '1 minute',
      '30 minutes',
      '1 hour',
      '1 hour 30 minutes',
      '2 hours',
    ]);
  });

  it('shorten a name to initials, and to its first part', () => {
    expect(['Ada Mary Okafor', 'plato', ' Éva  Nagy '].map(initialsOf)).toEqual(['AO', 'P', 'ÉN']);
    expect(firstNameOf('Grace Brewster Hopper')).toBe('Grace');
  });

  it('shorten a text at a word, never past the length', () => {
    expect(shorten('short', 60)).toBe('short');
    expect(shorten('one two three four', 10)).toBe('one two…');
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 80 }),
        (text, length) =>
          expect(Array.from(shorten(text, length)).length).toBeLessThanOrEqual(length),
      ),
    );
  });

  it('offer every zone by a name in use today, each known to the formatter', () => {
    const zones = ZONE_REGIONS.flatMap(({ zones: inRegion }) => inRegion.map(({ zone }) => zone));
    expect(zones).toEqual(expect.arrayContaining(['Europe/Kyiv', 'Asia/Kolkata', 'America/Nuuk']));
    expect(zones).toContain('America/Argentina/Buenos_Aires');
    expect(zones).not.toContain('America/Buenos_Aires');
    expect(zones.length).toBeGreaterThan(400);
    expect(zones.filter((zone) => !/^[\w/+-]+$/.test(zone))).toEqual([]);
    expect(() => zones.map((zone) => offsetOf(0, zone))).not.toThrow();
  });
});
