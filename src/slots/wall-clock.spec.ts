import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { at } from '../../test/oracle/a-slot-request.js';
import {
  addDays,
  endOfDate,
  instantsOf,
  localDateOf,
  localDays,
  offsetMinutesAt,
  startOfDate,
} from './wall-clock.js';

const HOUR = 3_600_000;

describe('a local date', () => {
  it.each([
    ['Europe/Berlin', '2026-06-01', '2026-06-01T00:00+02:00', 24],
    ['America/New_York', '2026-03-08', '2026-03-08T00:00-05:00', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T00:00-04:00', 25],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-04T00:00+10:30', 23.5],
    ['Pacific/Chatham', '2026-04-05', '2026-04-05T00:00+13:45', 25],
    ['Asia/Kathmandu', '2026-01-01', '2026-01-01T00:00+05:45', 24],
  ])('in %s, %s begins at %s and lasts %d hours', (zone, date, begins, hours) => {
    expect(startOfDate(zone, date)).toBe(at(begins));
    expect((endOfDate(zone, date) - startOfDate(zone, date)) / HOUR).toBe(hours);
  });

  it.each([
    ['Asia/Beirut', '2026-03-29', '+03:00'],
    ['Africa/Cairo', '2026-04-24', '+03:00'],
    ['America/Santiago', '2026-09-06', '-03:00'],
    ['America/Havana', '2026-03-08', '-04:00'],
    ['America/Sao_Paulo', '2018-11-04', '-02:00'],
  ])('without a midnight, in %s on %s, begins at 01:00', (zone, date, offset) => {
    expect(startOfDate(zone, date)).toBe(at(`${date}T01:00${offset}`));
    expect(endOfDate(zone, addDays(date, -1))).toBe(startOfDate(zone, date));
    expect(instantsOf(zone, date, '00:00')).toEqual([]);
  });

  it('that a zone skips is empty and lies where it would begin', () => {
    const start = startOfDate('Pacific/Apia', '2011-12-30');
    expect(start).toBe(at('2011-12-31T00:00+14:00'));
    expect(endOfDate('Pacific/Apia', '2011-12-30')).toBe(start);
    expect(endOfDate('Pacific/Apia', '2011-12-29')).toBe(start);
  });

  it('can come twice: St. John’s went from 00:01 back to 23:01 of the day before', () => {
    const zone = 'America/St_Johns';
    const firstMinute = at('2006-10-29T00:00-02:30');
    expect(startOfDate(zone, '2006-10-29')).toBe(firstMinute);
    expect(localDateOf(zone, firstMinute)).toBe('2006-10-29');
    expect(localDateOf(zone, firstMinute + 60_000)).toBe('2006-10-28');
    expect(endOfDate(zone, '2006-10-28')).toBe(at('2006-10-29T00:00-03:30'));
  });

  it('starts and ends where its instants do', () => {
    const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    const zone = fc.constantFrom(
      'Asia/Beirut',
      'America/Havana',
      'Pacific/Apia',
      'Asia/Gaza',
      'UTC',
    );
    fc.assert(
      fc.property(zone, instant, (name, moment) => {
        const date = localDateOf(name, moment);
        expect(date).toBe(DateTime.fromMillis(moment, { zone: name }).toISODate());
        const [start, end] = [startOfDate(name, date), endOfDate(name, date)];
        expect(start <= moment && moment < end).toBe(true);
        expect([localDateOf(name, start), localDateOf(name, end - 1)]).toEqual([date, date]);
        expect(localDateOf(name, start - 1) < date && date < localDateOf(name, end)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a local time', () => {
  it('that the clock skips is no instant', () => {
    expect(instantsOf('America/New_York', '2026-03-08', '02:30')).toEqual([]);
  });

  it('that the clock shows twice is two', () => {
    expect(instantsOf('America/New_York', '2026-11-01', '01:30')).toEqual([
      at('2026-11-01T01:30-04:00'),
      at('2026-11-01T01:30-05:00'),
    ]);
  });

  it('is otherwise one', () => {
    expect(instantsOf('Europe/Kiev', '2026-06-01', '09:00')).toEqual([at('2026-06-01T06:00Z')]);
    expect(instantsOf('Europe/Kyiv', '2026-06-01', '09:00')).toEqual([at('2026-06-01T06:00Z')]);
  });
});

it('an offset is told in minutes', () => {
  expect(offsetMinutesAt('Asia/Kathmandu', Date.UTC(2026, 0, 1))).toBe(345);
  expect(offsetMinutesAt('America/New_York', Date.UTC(2026, 6, 1))).toBe(-240);
});

it('a range falls into the pieces of its dates, and each knows its own midnight', () => {
  const zone = 'America/New_York';
  const days = localDays(zone, {
    start: at('2026-10-31T12:00', zone),
    end: at('2026-11-01T12:00', zone),
  });
  expect(days.map(({ start, end, midnight }) => [start, end, midnight])).toEqual([
    [at('2026-10-31T12:00-04:00'), at('2026-11-01T00:00-04:00'), at('2026-10-31T00:00-04:00')],
    [at('2026-11-01T00:00-04:00'), at('2026-11-01T02:00-04:00'), at('2026-11-01T00:00-04:00')],
    [at('2026-11-01T01:00-05:00'), at('2026-11-01T12:00-05:00'), at('2026-11-01T00:00-05:00')],
  ]);
});
