import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeMinutes, parseMinutes } from './duration.parser.js';
import { describeNotice, parseNotice } from './notice.parser.js';

describe('a length of time', () => {
  it.each([
    ['45', 45],
    ['45m', 45],
    ['45 min', 45],
    ['90m', 90],
    ['1h', 60],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['1:30', 90],
    ['1.5h', 90],
    ['an hour', 60],
    ['half an hour', 30],
    ['1 hour and 15 minutes', 75],
    ['1 day', 1_440],
    ['none', 0],
    ['４５', 45],
  ])('%j is %i minutes', (text, minutes) => {
    expect(parseMinutes(text)).toEqual({ ok: true, value: minutes });
  });

  it.each([
    '',
    'abc',
    '-30',
    '1e9',
    'NaN',
    '0.5',
    '1.3 min',
    '2 weeks',
    '1 month',
    '45 x',
    '5 5',
    '1:75',
  ])('%j is refused with what would work', (text) => {
    expect(parseMinutes(text)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringContaining('Try 45, 45m, 1h30 or 1:30.') },
    });
  });

  it('is read back from its words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (minutes) => {
        expect(parseMinutes(describeMinutes(minutes))).toEqual({ ok: true, value: minutes });
      }),
    );
  });

  it('is never too strange for the parser', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseMinutes(text);
        parseNotice(text);
      }),
    );
  });
});

describe('a notice', () => {
  it.each([
    ['4h', { amount: 4, unit: 'hours' }],
    ['1h30', { amount: 90, unit: 'minutes' }],
    ['1.5h', { amount: 90, unit: 'minutes' }],
    ['24 hours', { amount: 24, unit: 'hours' }],
    ['1 day', { amount: 1, unit: 'days' }],
    ['2 weeks', { amount: 2, unit: 'weeks' }],
    ['3 months', { amount: 3, unit: 'months' }],
    ['none', { amount: 0, unit: 'minutes' }],
  ])('%j keeps its unit, because days are calendar arithmetic', (text, notice) => {
    expect(parseNotice(text)).toEqual({ ok: true, value: notice });
  });

  it.each(['1.5 days', '1 day 4 hours', 'soon', ''])('%j is refused', (text) => {
    expect(parseNotice(text).ok).toBe(false);
  });

  it('in days and longer is read back from its words', () => {
    const notice = fc.record({
      amount: fc.integer({ min: 1, max: 400 }),
      unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const),
    });
    fc.assert(
      fc.property(notice, (value) => {
        expect(parseNotice(describeNotice(value))).toEqual({ ok: true, value });
      }),
    );
  });
});
