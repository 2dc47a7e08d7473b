import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { groupByDay } from './group-by-day.js';

const HALF_HOUR = 30 * 60_000;

const slotsFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const start = Date.parse(first) + index * HALF_HOUR;
    return { start, end: start + HALF_HOUR };
  });

describe('slots by day', () => {
  it('are none when there are none', () => {
    expect(groupByDay([], 'Europe/Berlin')).toEqual([]);
  });

  it('stand under the local date of their start', () => {
    expect(groupByDay(slotsFrom('2027-02-01T22:30:00Z', 2), 'Europe/Berlin')).toEqual([
      {
        date: '2027-02-01',
        slots: [{ start: '2027-02-01T23:30:00+01:00', end: '2027-02-02T00:00:00+01:00' }],
      },
      {
        date: '2027-02-02',
        slots: [{ start: '2027-02-02T00:00:00+01:00', end: '2027-02-02T00:30:00+01:00' }],
      },
    ]);
  });

  it('carry the offset of their moment when clocks change', () => {
    const [day] = groupByDay(slotsFrom('2027-11-07T05:00:00Z', 3), 'America/New_York');
    expect(day?.slots).toEqual([
      { start: '2027-11-07T01:00:00-04:00', end: '2027-11-07T01:30:00-04:00' },
      { start: '2027-11-07T01:30:00-04:00', end: '2027-11-07T01:00:00-05:00' },
      { start: '2027-11-07T01:00:00-05:00', end: '2027-11-07T01:30:00-05:00' },
    ]);
  });

  it('have offsets of a quarter of an hour too', () => {
    const [day] = groupByDay(slotsFrom('2027-02-01T03:15:00Z', 1), 'Asia/Kathmandu');
    expect(day?.slots[0]?.start).toBe('2027-02-01T09:00:00+05:45');
  });

  it('are what Luxon shows, in every zone', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    const starts = fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), starts, (zone, steps) => {
        const slots = steps
          .toSorted((a, b) => a - b)
          .map((step) => Date.parse('2027-01-01T00:00:00Z') + step * HALF_HOUR)
          .map((start) => ({ start, end: start + HALF_HOUR }));
        const shown = groupByDay(slots, zone).flatMap((day) =>
          day.slots.map(({ start, end }) => [day.date, start, end]),
        );
        const expected = slots.map(({ start, end }) => {
          const [from, to] = [start, end].map((at) => DateTime.fromMillis(at, { zone }));
          return [from?.toISODate(), iso(from), iso(to)];
        });
        expect(shown).toEqual(expected);
      }),
    );
  });
});

const iso = (time: DateTime | undefined) => time?.toFormat(`yyyy-MM-dd'T'HH:mm:ssZZ`);
