import { describe, expect, it } from '@jest/globals';
import { chooseDay, daysOf } from './day-choice.js';

const slot = (text: string) => ({ start: Date.parse(text), end: Date.parse(text) + 1_800_000 });

const days = daysOf(
  [slot('2027-02-03T09:00:00Z'), slot('2027-02-03T23:30:00Z'), slot('2027-03-01T09:00:00Z')],
  'Europe/Berlin',
);

describe('times by day', () => {
  it('belong to the local date on which they start', () => {
    expect([...days].map(([date, slots]) => [date, slots.length])).toEqual([
      ['2027-02-03', 1],
      ['2027-02-04', 1],
      ['2027-03-01', 1],
    ]);
  });
});

describe('the chosen day', () => {
  it('is the first of the month that has times, when none was asked for', () => {
    expect(chooseDay(days, { month: '2027-02' }).chosen?.date).toBe('2027-02-03');
    expect(chooseDay(days, { month: '2027-03' }).chosen?.date).toBe('2027-03-01');
  });

  it('is the one that was asked for, and leads on when it has no times', () => {
    expect(chooseDay(days, { month: '2027-02', date: '2027-02-10' })).toEqual({
      month: '2027-02',
      chosen: { date: '2027-02-10', slots: [] },
      nextFree: '2027-03-01',
    });
  });

  it('leads back to the first day of all behind the last one', () => {
    expect(chooseDay(days, { month: '2027-05' })).toEqual({
      month: '2027-05',
      nextFree: '2027-02-03',
    });
  });

  it('leads nowhere when nothing is free', () => {
    expect(chooseDay(new Map(), { month: '2027-05' })).toEqual({ month: '2027-05' });
  });
});
