import { describe, expect, it } from '@jest/globals';
import { askedRange, type AskedTime } from './asked-range.js';

const date = (text: string): AskedTime => ({ kind: 'date', date: text });
const instant = (text: string): AskedTime => ({ kind: 'instant', at: Date.parse(text) });

const range = (start: AskedTime, end: AskedTime, timeZone = 'Europe/Berlin') => {
  const outcome = askedRange({ start, end, timeZone });
  if (!outcome.ok) return outcome.problem.pointer;
  return [outcome.value.start, outcome.value.end].map((at) => new Date(at).toISOString());
};

describe('the range that is asked for', () => {
  it('holds both dates, from midnight to midnight of the zone', () => {
    expect(range(date('2027-02-01'), date('2027-02-02'))).toEqual([
      '2027-01-31T23:00:00.000Z',
      '2027-02-02T23:00:00.000Z',
    ]);
  });

  it('ends at an instant, or on a date that has 25 hours', () => {
    expect(range(instant('2027-10-30T22:00:00Z'), date('2027-10-31'))).toEqual([
      '2027-10-30T22:00:00.000Z',
      '2027-10-31T23:00:00.000Z',
    ]);
  });

  it('may be a date that the zone skips, and is empty then', () => {
    const [start, end] = range(date('2011-12-30'), date('2011-12-30'), 'Pacific/Apia');
    expect(start).toBe(end);
  });

  it('is refused when it ends before it starts', () => {
    expect(range(date('2027-02-02'), date('2027-02-01'))).toBe('#/end');
    expect(range(instant('2027-02-02T09:00:00Z'), instant('2027-02-02T08:59:59Z'))).toBe('#/end');
  });

  it('is refused when it has more than 62 days', () => {
    expect(range(date('2027-02-01'), date('2027-04-04'))).toBe('#/end');
    expect(range(date('2027-02-01'), date('2027-04-03'))).toHaveLength(2);
    expect(range(date('2027-10-01'), date('2027-12-01'))).toHaveLength(2);
  });
});
