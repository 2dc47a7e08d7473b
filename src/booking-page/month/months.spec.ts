import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../../slots/interval.js';
import { localDateOf } from '../../slots/wall-clock.js';
import { addMonths, monthAt, monthInterval, monthOf, neighbours } from './months.js';

const anyMonth = fc
  .tuple(fc.integer({ min: 1971, max: 2098 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('months', () => {
  it('follow one another across years', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2027-01', -1)).toBe('2026-12');
    expect(addMonths('2027-01', -25)).toBe('2024-12');
  });

  it('are reached and left again by the same steps', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -500, max: 500 }), (month, count) => {
        expect(addMonths(addMonths(month, count), -count)).toBe(month);
      }),
    );
  });

  it('are those of the zone: a month begins earlier in the east', () => {
    const instant = Date.parse('2027-01-31T12:00:00Z');
    expect(monthAt('Pacific/Kiritimati', instant)).toBe('2027-02');
    expect(monthAt('America/New_York', instant)).toBe('2027-01');
  });
});

describe('the instants of a month', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];

  it('are those whose local date is in it, and no others', () => {
    fc.assert(
      fc.property(anyMonth, fc.constantFrom(...zones), (month, zone) => {
        const { start, end } = monthInterval(zone, month);
        expect(monthOf(localDateOf(zone, start))).toBe(month);
        expect(monthOf(localDateOf(zone, end - 1))).toBe(month);
        expect(localDateOf(zone, end)).toBe(`${addMonths(month, 1)}-01`);
        expect(monthOf(localDateOf(zone, start - 1))).toBe(addMonths(month, -1));
      }),
    );
  });

  it('are fewer in a month that skipped a day', () => {
    const { start, end } = monthInterval('Pacific/Apia', '2011-12');
    expect((end - start) / DAY).toBe(30);
  });
});

describe('the way to other months', () => {
  const span = { first: '2027-02', last: '2027-04' };

  it('stays where something can be booked', () => {
    expect(neighbours('2027-02', span)).toEqual({ nextMonth: '2027-03' });
    expect(neighbours('2027-03', span)).toEqual({
      previousMonth: '2027-02',
      nextMonth: '2027-04',
    });
    expect(neighbours('2027-04', span)).toEqual({ previousMonth: '2027-03' });
  });

  it('leads straight back from where nothing can be booked', () => {
    expect(neighbours('2099-12', span)).toEqual({ previousMonth: '2027-04' });
    expect(neighbours('1999-12', span)).toEqual({ nextMonth: '2027-02' });
  });

  it('goes nowhere when there is one month', () => {
    expect(neighbours('2027-02', { first: '2027-02', last: '2027-02' })).toEqual({});
  });
});
