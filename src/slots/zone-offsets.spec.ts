import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { isZone, offsetAt, segmentsIn } from './zone-offsets.js';

const HOUR = 3_600_000;
const year = (from: number) => ({ start: Date.UTC(from, 0, 1), end: Date.UTC(from + 1, 0, 1) });
const changes = (zone: string, from: number) =>
  segmentsIn(zone, year(from))
    .filter(({ offset }, index, all) => index > 0 && all[index - 1]?.offset !== offset)
    .map(({ start, offset }) => `${new Date(start).toISOString()} ${offset / HOUR}`);

describe('the table of offsets', () => {
  it('knows the very second of a change', () => {
    expect(changes('Europe/Berlin', 2026)).toEqual([
      '2026-03-29T01:00:00.000Z 2',
      '2026-10-25T01:00:00.000Z 1',
    ]);
  });

  it('knows half hours and quarters', () => {
    expect(changes('Australia/Lord_Howe', 2026)).toEqual([
      '2026-04-04T15:00:00.000Z 10.5',
      '2026-10-03T15:30:00.000Z 11',
    ]);
    expect(offsetAt('Asia/Kathmandu', 0)).toBe(5.5 * HOUR);
    expect(offsetAt('Asia/Kathmandu', Date.UTC(2026, 0, 1))).toBe(5.75 * HOUR);
  });

  it('knows the skipped date of Apia', () => {
    expect(changes('Pacific/Apia', 2011)).toContain('2011-12-30T10:00:00.000Z 14');
  });

  it('misses no offset that lasted only days', () => {
    expect(changes('America/Recife', 2000)).toEqual([
      '2000-02-27T02:00:00.000Z -3',
      '2000-10-08T03:00:00.000Z -2',
      '2000-10-15T02:00:00.000Z -3',
    ]);
    expect(changes('Asia/Gaza', 2054).length).toBeGreaterThanOrEqual(4);
  });

  it('knows offsets to the second, as before the railways', () => {
    expect(offsetAt('America/New_York', Date.UTC(1880, 0, 1))).toBe(
      -((4 * 60 + 56) * 60 + 2) * 1000,
    );
  });

  it('agrees with Luxon at every instant', () => {
    const zones = [
      'America/St_Johns',
      'Africa/Casablanca',
      'Europe/Dublin',
      'Asia/Tehran',
      'Asia/Gaza',
    ];
    const instant = fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2090, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        expect(offsetAt(zone, at) / 60_000).toBe(IANAZone.create(zone).offset(at));
      }),
      { numRuns: 500 },
    );
  });

  it('cuts a range without a gap, exactly from its start to its end', () => {
    const range = { start: Date.UTC(2024, 5, 5, 5) + 1, end: Date.UTC(2027, 1, 2) - 1 };
    const segments = segmentsIn('America/New_York', range);
    expect(segments[0]?.start).toBe(range.start);
    expect(segments.at(-1)?.end).toBe(range.end);
    segments.slice(1).forEach(({ start }, index) => expect(start).toBe(segments[index]?.end));
  });
});

describe('a zone', () => {
  it.each(['Europe/Kyiv', 'Europe/Kiev', 'UTC', 'EST', 'Asia/Calcutta', '+05:30', 'Etc/GMT+5'])(
    '%s is one',
    (name) => expect(isZone(name)).toBe(true),
  );

  it.each(['', 'Mars/Phobos', 'Berlin', 'UTC+2', 'Europe/Berlin '])('"%s" is none', (name) =>
    expect(isZone(name)).toBe(false),
  );

  it('that does not exist is refused by name and code', () => {
    expect(() => offsetAt('Mars/Phobos', 0)).toThrow(
      expect.objectContaining({
        code: 'unknown-zone',
        message: expect.stringContaining('Mars/Phobos'),
      }),
    );
  });
});

describe('what cannot be laid out is refused, not tried for ever', () => {
  it.each([
    [0, Infinity],
    [-Infinity, 0],
    [NaN, 0],
    [0, 4e12],
    [9e15, 9e15 + 1],
  ])('a range from %d to %d', (start, end) => {
    expect(() => segmentsIn('UTC', { start, end })).toThrow(
      expect.objectContaining({ code: 'impossible-range' }),
    );
  });

  it('an instant that is not a number', () => {
    expect(() => offsetAt('UTC', NaN)).toThrow(
      expect.objectContaining({ code: 'impossible-range' }),
    );
  });
});
