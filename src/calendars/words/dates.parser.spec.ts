import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeDates, parseDates } from './dates.parser.js';

// 00:30 on Monday 7 December in Berlin, still Sunday in New York, already Monday afternoon in Apia.
const now = Date.parse('2026-12-06T23:30:00Z');
const berlin = { now, timeZone: 'Europe/Berlin' };

const said = (text: string, context = berlin): string => {
  const outcome = parseDates(text, context);
  if (!outcome.ok) return outcome.problem.sentence;
  const { from, to } = outcome.value;
  return from === to ? from : `${from}..${to}`;
};

describe('dates', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['2026-12-24..2026-12-31', '2026-12-24..2026-12-31'],
    ['2026-12-24 - 2026-12-31', '2026-12-24..2026-12-31'],
    ['24 dec - 31 dec', '2026-12-24..2026-12-31'],
    ['24 Dec – 31 Dec', '2026-12-24..2026-12-31'],
    ['24-31 dec', '2026-12-24..2026-12-31'],
    ['24 dec to 2 jan', '2026-12-24..2027-01-02'],
    ['dec 24, 2026', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['12/24/2026', '2026-12-24'],
    ['3 dec', '2027-12-03'],
    ['1 jan', '2027-01-01'],
    ['the 24th', '2026-12-24'],
    ['5th', '2027-01-05'],
    ['today', '2026-12-07'],
    ['tomorrow', '2026-12-08'],
    ['day after tomorrow', '2026-12-09'],
    ['friday', '2026-12-11'],
    ['next friday', '2026-12-18'],
    ['monday to wednesday', '2026-12-07..2026-12-09'],
    ['mon-fri', '2026-12-07..2026-12-11'],
    ['this week', '2026-12-07..2026-12-13'],
    ['next week', '2026-12-14..2026-12-20'],
    ['weekend', '2026-12-12..2026-12-13'],
    ['january', '2027-01-01..2027-01-31'],
    ['in 3 days', '2026-12-10'],
    ['in 2 weeks', '2026-12-21'],
  ])('%j are %s', (text, dates) => {
    expect(said(text)).toBe(dates);
  });

  it('count from today in the zone they are asked for', () => {
    expect(said('tomorrow', { now, timeZone: 'America/New_York' })).toBe('2026-12-07');
    expect(said('tomorrow', { now, timeZone: 'Pacific/Apia' })).toBe('2026-12-08');
    expect(said('friday', { now, timeZone: 'America/New_York' })).toBe('2026-12-11');
  });

  it.each([
    ['2026-02-30', 'There is no day “2026-02-30”'],
    ['31.11.', 'There is no day'],
    ['3/4/2027', '“3/4/2027” can mean two days'],
    ['2026-12-31..2026-12-24', 'Thu 24 Dec 2026 comes before Thu 31 Dec 2026'],
    ['2020-01-01', 'is over already'],
    ['yesterday', 'is over already'],
    ['2099-01-01', 'more than five years away'],
    ['0000-01-01', 'is over already'],
    ['tomorrow 15:00', 'as a date'],
    ['tomorrow afternoon', 'as a date'],
    ['tomorrow foo', 'as a date'],
    ['30 feb', 'as a date'],
    ['soon', 'as a date'],
    ['', 'as a date'],
    ['9'.repeat(5_000), 'as a date'],
  ])('%j are refused in a sentence that says what would work', (text, part) => {
    expect(parseDates(text, berlin).ok).toBe(false);
    expect(said(text)).toContain(part);
  });

  it('that are over are read where that makes sense', () => {
    expect(parseDates('2026-11-02', { ...berlin, isPastAllowed: true }).ok).toBe(true);
  });

  it('are echoed in full, and read back from that', () => {
    expect(describeDates({ from: '2026-12-24', to: '2027-01-02' })).toBe(
      'Thu 24 Dec 2026 – Sat 2 Jan 2027',
    );
    const day = fc.integer({ min: 0, max: 1_500 });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const date = (days: number) =>
          new Date(Date.UTC(2026, 11, 7 + days)).toISOString().slice(0, 10);
        const range = { from: date(Math.min(one, other)), to: date(Math.max(one, other)) };
        expect(parseDates(describeDates(range), berlin)).toEqual({ ok: true, value: range });
      }),
    );
  });

  it('are never too strange for the parser', () => {
    const pieces = fc.constantFrom(
      '24',
      'dec',
      '-',
      'friday',
      'next',
      'in',
      '2',
      'weeks',
      '..',
      'to',
      '/',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join(' ')),
    );
    fc.assert(fc.property(texts, (text) => void parseDates(text, berlin)));
  });
});
