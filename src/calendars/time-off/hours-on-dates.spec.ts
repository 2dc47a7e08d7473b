import { describe, expect, it } from '@jest/globals';
import { hoursOnDates } from './hours-on-dates.js';

const BERLIN = { timeZone: 'Europe/Berlin', travel: [] };

const inBerlin = (date: string, start: string, end: string): string[][] =>
  hoursOnDates(BERLIN, [date], [{ start, end }]).map((span) =>
    [span.start, span.end].map((instant) => new Date(instant).toISOString().slice(11, 16)),
  );

describe('hours on dates', () => {
  it('end at the last of two equal times, and begin at the first', () => {
    expect(inBerlin('2026-10-25', '01:00', '02:30')).toEqual([['23:00', '01:30']]);
    expect(inBerlin('2026-10-25', '02:30', '04:00')).toEqual([['00:30', '03:00']]);
  });

  it('begin or end with the gap when their time is skipped', () => {
    expect(inBerlin('2027-03-28', '02:30', '04:00')).toEqual([['01:00', '02:00']]);
    expect(inBerlin('2027-03-28', '01:00', '02:30')).toEqual([['00:00', '01:00']]);
  });

  it('go by the clock of the trip on each of its dates', () => {
    const trip = { from: '2027-03-01', to: '2027-03-07', timeZone: 'Asia/Tokyo' };
    const spans = hoursOnDates(
      { ...BERLIN, travel: [trip] },
      ['2027-02-28', '2027-03-01'],
      [{ start: '09:00', end: '12:00' }],
    );
    expect(spans.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2027-02-28T08:00:00.000Z',
      '2027-03-01T00:00:00.000Z',
    ]);
  });

  it('end on the next date when they end before they begin', () => {
    expect(inBerlin('2027-02-03', '22:00', '06:00')).toEqual([['21:00', '05:00']]);
  });
});
