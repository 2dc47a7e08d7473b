import { describe, expect, it } from '@jest/globals';
import { countedSpan } from './counted-span.js';

const range = {
  start: Date.parse('2027-03-03T08:00:00Z'),
  end: Date.parse('2027-03-04T08:00:00Z'),
};
const timeZone = 'Europe/Berlin';
const shown = (limits: Parameters<typeof countedSpan>[0]['limits'], asked = range) => {
  const span = countedSpan({ limits, timeZone }, asked);
  return span && [new Date(span.start).toISOString(), new Date(span.end).toISOString()];
};

describe('the meetings that count towards limits', () => {
  it('are none where there are no limits', () => {
    expect(shown({})).toBeNull();
  });

  it('are those of the whole local days of the host', () => {
    expect(shown({ perDay: { count: 3 } })).toEqual([
      '2027-03-02T23:00:00.000Z',
      '2027-03-04T23:00:00.000Z',
    ]);
  });

  it('are those of the whole weeks, from Monday to Sunday', () => {
    expect(shown({ perWeek: { minutes: 60 } })).toEqual([
      '2027-02-28T23:00:00.000Z',
      '2027-03-07T23:00:00.000Z',
    ]);
  });

  it('are those of the whole months, whatever the clocks do in them', () => {
    expect(shown({ perMonth: { count: 9 } })).toEqual([
      '2027-02-28T23:00:00.000Z',
      '2027-03-31T22:00:00.000Z',
    ]);
  });

  it('are those of the widest period, where a week reaches over the end of a month', () => {
    const lastOfMonth = {
      start: Date.parse('2027-03-31T08:00:00Z'),
      end: Date.parse('2027-03-31T09:00:00Z'),
    };
    expect(shown({ perWeek: { count: 1 }, perMonth: { count: 9 } }, lastOfMonth)).toEqual([
      '2027-02-28T23:00:00.000Z',
      '2027-04-04T22:00:00.000Z',
    ]);
  });
});
