import { describe, expect, it } from '@jest/globals';
import {
  aSlotRequest,
  at,
  everyDay,
  starts,
  type RequestChanges,
} from '../../test/oracle/a-slot-request.js';
import { findSlots } from './find-slots.js';
import { gridStarts } from './grid.js';

const hourly = { durationMinutes: 60, startIncrementMinutes: 60 };
const offered = (changes: RequestChanges, zone = 'UTC') =>
  starts(findSlots(aSlotRequest(changes)), zone);

describe('the grid is anchored at the start of each open block', () => {
  it('and steps by the increment, whatever the duration', () => {
    const changes = {
      schedule: { weekly: everyDay('09:10-11:00') },
      rules: { durationMinutes: 30, startIncrementMinutes: 20 },
    };
    expect(offered(changes)).toEqual([
      '01-05 09:10 +0',
      '01-05 09:30 +0',
      '01-05 09:50 +0',
      '01-05 10:10 +0',
      '01-05 10:30 +0',
    ]);
  });

  it('plus the offset', () => {
    const changes = {
      schedule: { weekly: everyDay('09:00-11:00', '13:00-14:30') },
      rules: { ...hourly, startOffsetMinutes: 10 },
    };
    expect(offered(changes)).toEqual(['01-05 09:10 +0', '01-05 13:10 +0']);
  });

  it('and begins no earlier than the offset, though that is longer than the increment', () => {
    const changes = {
      schedule: { weekly: everyDay('09:00-13:00') },
      rules: { ...hourly, startOffsetMinutes: 90 },
    };
    expect(offered(changes)).toEqual(['01-05 10:30 +0', '01-05 11:30 +0']);
  });

  it('once for windows that touch, across midnight too', () => {
    const changes = {
      schedule: { weekly: everyDay('22:30-01:00', '01:00-03:00') },
      rules: hourly,
      from: at('2026-01-05T12:00'),
      to: at('2026-01-06T12:00'),
    };
    expect(offered(changes)).toEqual([
      '01-05 22:30 +0',
      '01-05 23:30 +0',
      '01-06 00:30 +0',
      '01-06 01:30 +0',
    ]);
  });

  it('and never anchored again after an event', () => {
    const busy = [{ start: at('2026-01-05T10:00'), end: at('2026-01-05T10:10') }];
    const changes = { schedule: { weekly: everyDay('09:00-13:00') }, rules: hourly, busy };
    expect(offered(changes)).toEqual(['01-05 09:00 +0', '01-05 11:00 +0', '01-05 12:00 +0']);
  });

  it.each(['08:00', '09:00', '09:01', '09:59', '10:00'])(
    'and never at `from`: asked from %s',
    (from) => {
      const changes = {
        schedule: { weekly: everyDay('09:00-13:00') },
        rules: hourly,
        from: at(`2026-01-05T${from}`),
      };
      expect(offered(changes).slice(-3)).toEqual([
        '01-05 10:00 +0',
        '01-05 11:00 +0',
        '01-05 12:00 +0',
      ]);
    },
  );

  it('though it opened on the day before `from`', () => {
    const changes = {
      schedule: { weekly: everyDay('23:40-06:00') },
      rules: hourly,
      from: at('2026-01-06T03:00'),
      to: at('2026-01-06T06:00'),
    };
    expect(offered(changes)).toEqual(['01-06 03:40 +0', '01-06 04:40 +0']);
  });

  it('where a gap opens it: 02:30 becomes 03:00', () => {
    const zone = 'America/New_York';
    const changes = {
      schedule: { timeZone: zone, weekly: everyDay('02:30-04:30') },
      rules: { ...hourly, durationMinutes: 30 },
      from: at('2026-03-08', zone),
      to: at('2026-03-09', zone),
    };
    expect(offered(changes, zone)).toEqual(['03-08 03:00 -4', '03-08 04:00 -4']);
  });

  it('and steps in elapsed time through a fold', () => {
    const zone = 'America/New_York';
    const changes = {
      schedule: { timeZone: zone, weekly: everyDay('00:30-02:30') },
      rules: hourly,
      from: at('2026-11-01', zone),
      to: at('2026-11-02', zone),
    };
    expect(offered(changes, zone)).toEqual(['11-01 00:30 -4', '11-01 01:30 -4', '11-01 01:30 -5']);
  });
});

describe('a start more than 24 hours after its block began is counted from its local midnight', () => {
  const threeDays = {
    timeZone: 'UTC',
    weekly: [
      { weekdays: [1] as const, start: '10:20', end: '24:00' },
      { weekdays: [2, 3] as const, start: '00:00', end: '24:00' },
    ],
  };
  const rules = { durationMinutes: 60, startIncrementMinutes: 120 };
  const range = { from: at('2026-01-06T07:00'), to: at('2026-01-07T05:00') };

  it('and until then, 24 hours included, from the block', () => {
    expect(offered({ schedule: threeDays, rules, ...range })).toEqual([
      '01-06 08:20 +0',
      '01-06 10:20 +0',
      '01-06 12:00 +0',
      '01-06 14:00 +0',
      '01-06 16:00 +0',
      '01-06 18:00 +0',
      '01-06 20:00 +0',
      '01-06 22:00 +0',
      '01-07 00:00 +0',
      '01-07 02:00 +0',
      '01-07 04:00 +0',
    ]);
  });

  it('plus the offset', () => {
    const shifted = { ...rules, startOffsetMinutes: 30 };
    const later = { from: at('2026-01-06T20:00'), to: at('2026-01-07T03:00') };
    expect(offered({ schedule: threeDays, rules: shifted, ...later })).toEqual([
      '01-06 20:30 +0',
      '01-06 22:30 +0',
      '01-07 00:30 +0',
    ]);
  });

  it('so a host who never closes offers the same times on every date', () => {
    const zone = 'America/New_York';
    const always = { timeZone: zone, weekly: everyDay('00:00-24:00') };
    const changes = (date: string) => ({
      schedule: always,
      rules: { durationMinutes: 90, startIncrementMinutes: 420 },
      from: at(date, zone),
      to: at(date, zone) + 86_400_000,
    });
    expect(offered(changes('2026-05-05'), zone)).toEqual([
      '05-05 00:00 -4',
      '05-05 07:00 -4',
      '05-05 14:00 -4',
      '05-05 21:00 -4',
    ]);
    expect(offered(changes('2026-05-06'), zone)[1]).toBe('05-06 07:00 -4');
    // On the day of the gap seven elapsed hours after midnight are 08:00.
    expect(offered(changes('2026-03-08'), zone)[1]).toBe('03-08 08:00 -4');
  });

  it('which on a day without a midnight is its first instant', () => {
    const zone = 'Asia/Beirut';
    const changes = {
      schedule: { timeZone: zone, weekly: everyDay('00:00-24:00') },
      rules: { durationMinutes: 60, startIncrementMinutes: 600 },
      from: at('2026-03-28T22:00', zone),
      to: at('2026-03-29T13:00', zone),
    };
    expect(offered(changes, zone)).toEqual(['03-29 01:00 +3', '03-29 11:00 +3']);
  });
});

describe('a slot lies wholly inside', () => {
  it('its open block', () => {
    const changes = {
      schedule: { weekly: everyDay('09:00-10:15') },
      rules: { durationMinutes: 45, startIncrementMinutes: 15 },
    };
    expect(offered(changes)).toEqual(['01-05 09:00 +0', '01-05 09:15 +0', '01-05 09:30 +0']);
  });

  it('the range that is asked for, to the millisecond', () => {
    const changes = { schedule: { weekly: everyDay('09:00-12:00') }, rules: hourly };
    const range = { from: at('2026-01-05T09:00'), to: at('2026-01-05T11:00') };
    expect(offered({ ...changes, ...range })).toEqual(['01-05 09:00 +0', '01-05 10:00 +0']);
    expect(offered({ ...changes, ...range, from: range.from + 1 })).toEqual(['01-05 10:00 +0']);
    expect(offered({ ...changes, ...range, to: range.to - 1 })).toEqual(['01-05 09:00 +0']);
    expect(offered({ ...changes, from: range.to, to: range.from })).toEqual([]);
  });
});

describe('a grid that cannot be walked is refused', () => {
  it.each([
    [0, 30],
    [-15, 30],
    [NaN, 30],
    [15, 0],
    [15, -30],
  ])('an increment of %d with a duration of %d', (startIncrementMinutes, durationMinutes) => {
    const request = aSlotRequest({ rules: { startIncrementMinutes, durationMinutes } });
    expect(() => gridStarts(request, [])).toThrow(
      expect.objectContaining({ code: 'impossible-rules' }),
    );
  });
});
