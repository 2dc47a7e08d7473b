import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseUntil } from './until.parser.js';
import { describeWhen, parseWhen, type WhenReading } from './when.parser.js';
import type { Outcome } from '../../shared/outcome.js';
import type { SentenceProblem } from '../../shared/sentence-problem.js';

// Monday 7 December 2026, 11:20 in Berlin.
const berlin = { now: Date.parse('2026-12-07T10:20:30Z'), timeZone: 'Europe/Berlin' };

const instant = (outcome: Outcome<WhenReading, SentenceProblem>): string =>
  outcome.ok ? new Date(outcome.value.at).toISOString().slice(0, 16) : outcome.problem.sentence;

const at = (text: string, context = berlin) => instant(parseWhen(text, context));

describe('a point in time', () => {
  it.each([
    ['tomorrow 15:00', '2026-12-08T14:00'],
    ['2026-12-24 10:00', '2026-12-24T09:00'],
    ['2026-12-24T10:00', '2026-12-24T09:00'],
    ['2026-07-24T10:00:00', '2026-07-24T08:00'],
    ['2026-12-24T10:00+01:00', '2026-12-24T09:00'],
    ['2026-12-24T10:00:00.000Z', '2026-12-24T10:00'],
    ['24 dec at 9', '2026-12-24T08:00'],
    ['24 dec 9', '2026-12-24T08:00'],
    ['fri 9am', '2026-12-11T08:00'],
    ['9:30 on friday', '2026-12-11T08:30'],
    ['mon 13:00', '2026-12-07T12:00'],
    ['mon 10:30', '2026-12-14T09:30'],
    ['15:00', '2026-12-07T14:00'],
    ['9:00', '2026-12-08T08:00'],
    ['tomorrow noon', '2026-12-08T11:00'],
    ['today 9:00', '2026-12-07T08:00'],
    ['in 2 hours', '2026-12-07T12:20'],
    ['in 90 min', '2026-12-07T11:50'],
    ['now', '2026-12-07T10:20'],
  ])('%j is %s UTC', (text, utc) => {
    expect(at(text)).toBe(utc);
  });

  it.each([
    ['16:00', '2026-12-10T15:00'],
    ['at 4pm', '2026-12-10T15:00'],
    ['today 16:00', '2026-12-07T15:00'],
    ['fri 16:00', '2026-12-11T15:00'],
    ['in 2 hours', '2026-12-07T12:20'],
  ])('%j is %s UTC where Thursday is talked about', (text, utc) => {
    expect(instant(parseWhen(text, { ...berlin, day: '2026-12-10' }))).toBe(utc);
  });

  it('is of today where today is talked about, also when it is over', () => {
    expect(instant(parseWhen('9:00', { ...berlin, day: '2026-12-07' }))).toBe('2026-12-07T08:00');
  });

  it('is what clocks show in the zone asked for', () => {
    expect(at('tomorrow 15:00', { ...berlin, timeZone: 'Pacific/Apia' })).toBe('2026-12-08T02:00');
    expect(at('tomorrow 15:00', { ...berlin, timeZone: 'Asia/Kathmandu' })).toBe(
      '2026-12-08T09:15',
    );
  });

  it('that a zone skips does not exist', () => {
    expect(at('2027-03-28 02:30')).toContain('02:30 on Sun 28 Mar 2027 does not exist');
    expect(at('2027-03-14 02:30', { ...berlin, timeZone: 'America/New_York' })).toContain(
      'does not exist in America/New_York',
    );
  });

  it('that occurs twice is the first one, and the other can be written', () => {
    const outcome = parseWhen('2027-10-31 02:30', berlin);
    expect(instant(outcome)).toBe('2027-10-31T00:30');
    expect(outcome).toMatchObject({
      value: { notes: [expect.stringContaining('for the other write 2027-10-31T02:30+01:00')] },
    });
    expect(at('2027-10-31T02:30+01:00')).toBe('2027-10-31T01:30');
  });

  it.each([
    ['tomorrow', 'At what time on Tue 8 Dec 2026?'],
    ['dec 24', 'At what time on Thu 24 Dec 2026?'],
    ['tomorrow 25:00', 'There is no time “25:00”'],
    ['tomorrow 24:00', 'There is no time “24:00”'],
    ['tomorrow at 9:75', 'There is no time “9:75”'],
    ['2030-02-30 10:00', 'There is no day “2030-02-30”'],
    ['9999-12-31T23:59:60Z', 'as a date and a time'],
    ['tomorrow afternoon', 'as a date and a time'],
    ['8 dec 15:00 PST', 'as a date and a time'],
    ['soon', 'as a date and a time'],
    ['', 'as a date and a time'],
    ['1'.repeat(5_000), 'as a date and a time'],
  ])('%j is refused in a sentence that says what would work', (text, part) => {
    expect(parseWhen(text, berlin).ok).toBe(false);
    expect(at(text)).toContain(part);
  });

  it('is echoed in full with its zone', () => {
    expect(describeWhen(Date.parse('2026-12-24T09:00Z'), 'Europe/Berlin')).toBe(
      'Thu 24 Dec 2026, 10:00 (Europe/Berlin)',
    );
    expect(describeWhen(Date.parse('2027-10-31T01:30Z'), 'Europe/Berlin')).toBe(
      'Sun 31 Oct 2027, 02:30 (Europe/Berlin, UTC+01:00)',
    );
  });

  it('is never too strange for the parser', () => {
    const pieces = fc.constantFrom(
      '24',
      'dec',
      'at',
      '9',
      'pm',
      'friday',
      'in',
      '2',
      'hours',
      '10:00',
      'T',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        parseWhen(text, berlin);
        parseUntil(text, berlin);
      }),
    );
  });
});

describe('an end', () => {
  const until = (text: string, context = berlin) => instant(parseUntil(text, context));

  it.each([
    ['until friday', '2026-12-10T23:00'],
    ['tomorrow', '2026-12-07T23:00'],
    ['24 dec 14:00', '2026-12-24T13:00'],
    ['until 18:00', '2026-12-07T17:00'],
    ['for 2 hours', '2026-12-07T12:21'],
    ['2 weeks', '2026-12-21T10:20'],
    ['1 month', '2027-01-07T10:20'],
  ])('%j is %s UTC', (text, utc) => {
    expect(until(text)).toBe(utc);
  });

  it('in days keeps the time of day, whatever clocks do', () => {
    const context = { now: Date.parse('2027-03-27T10:00Z'), timeZone: 'Europe/Berlin' };
    expect(until('1 day', context)).toBe('2027-03-28T09:00');
  });

  it('on a date is its first moment, also where the date has no midnight', () => {
    const context = { now: Date.parse('2018-11-01T12:00Z'), timeZone: 'America/Sao_Paulo' };
    expect(until('2018-11-04', context)).toBe('2018-11-04T03:00');
  });

  it.each([
    ['today', 'is over already'],
    ['2020-01-01', 'is over already'],
    ['30', 'as an end'],
    ['forever', 'as an end'],
    ['', 'as an end'],
  ])('%j is refused in a sentence that says what would work', (text, part) => {
    expect(parseUntil(text, berlin).ok).toBe(false);
    expect(until(text)).toContain(part);
  });
});
