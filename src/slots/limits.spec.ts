import { describe, expect, it } from '@jest/globals';
import { aSlotRequest, at } from '../../test/oracle/a-slot-request.js';
import { fullPeriod, withinLimits } from './limits.js';
import type { Limits } from './slot-request.js';

const BERLIN = 'Europe/Berlin';
const meeting = (start: string, minutes = 30, zone = BERLIN) => ({
  start: at(start, zone),
  end: at(start, zone) + minutes * 60_000,
});

/** The starts that a 30-minute calendar in the zone still takes. */
function taken(
  limits: Limits,
  meetings: ReturnType<typeof meeting>[],
  asked: string[],
  zone = BERLIN,
) {
  const request = aSlotRequest({
    schedule: { timeZone: zone },
    rules: { limits },
    counted: meetings,
  });
  const kept = withinLimits(
    request,
    asked.map((start) => at(start, zone)),
  );
  return asked.filter((start) => kept.includes(at(start, zone)));
}

describe('a limit by count', () => {
  it('takes the last one it allows and no more', () => {
    const asked = ['2026-05-04T10:00', '2026-05-05T10:00'];
    expect(taken({ perDay: { count: 2 } }, [meeting('2026-05-04T09:00')], asked)).toEqual(asked);
    expect(taken({ perDay: { count: 1 } }, [meeting('2026-05-04T09:00')], asked)).toEqual([
      '2026-05-05T10:00',
    ]);
  });

  it('of nothing closes every day', () => {
    expect(taken({ perDay: { count: 0 } }, [], ['2026-05-04T10:00'])).toEqual([]);
  });

  it('counts the several times of one meeting once a period', () => {
    const times = ['2026-05-04T09:00', '2026-05-04T12:00', '2026-05-06T09:00'].map((start) => ({
      ...meeting(start),
      meeting: 'one',
    }));
    const asked = ['2026-05-04T15:00', '2026-05-05T15:00'];
    expect(taken({ perDay: { count: 2 } }, times, asked)).toEqual(asked);
    expect(taken({ perDay: { count: 1 } }, times, asked)).toEqual(['2026-05-05T15:00']);
    expect(taken({ perWeek: { minutes: 60 } }, times, asked)).toEqual(asked);
    expect(taken({ perWeek: { count: 1 } }, times, asked)).toEqual([]);
  });

  it('judges each start alone, not with its neighbours', () => {
    const asked = ['2026-05-04T10:00', '2026-05-04T11:00', '2026-05-04T12:00'];
    expect(taken({ perDay: { count: 1 } }, [], asked)).toEqual(asked);
  });
});

describe('a limit by minutes', () => {
  it('counts the meetings there are and the one asked for', () => {
    const meetings = [meeting('2026-05-04T09:00', 60)];
    const asked = ['2026-05-04T10:00'];
    expect(taken({ perDay: { minutes: 90 } }, meetings, asked)).toEqual(asked);
    expect(taken({ perDay: { minutes: 89 } }, meetings, asked)).toEqual([]);
  });

  it('counts all of a meeting on the date it starts', () => {
    const meetings = [meeting('2026-05-04T23:30', 120)];
    expect(
      taken({ perDay: { minutes: 60 } }, meetings, ['2026-05-04T10:00', '2026-05-05T10:00']),
    ).toEqual(['2026-05-05T10:00']);
  });

  it('and by count hold together: the stricter decides', () => {
    const meetings = [meeting('2026-05-04T09:00', 60)];
    const asked = ['2026-05-04T10:00'];
    expect(taken({ perDay: { count: 5, minutes: 60 } }, meetings, asked)).toEqual([]);
    expect(taken({ perDay: { count: 1, minutes: 600 } }, meetings, asked)).toEqual([]);
  });
});

describe('the period', () => {
  it('of a day is the local date in the schedule’s zone', () => {
    const lateInBerlin = [meeting('2026-05-04T00:30')];
    const asked = ['2026-05-03T23:30', '2026-05-04T23:30'];
    expect(taken({ perDay: { count: 1 } }, lateInBerlin, asked)).toEqual(['2026-05-03T23:30']);
  });

  it('of a week runs from Monday to Sunday', () => {
    const sunday = [meeting('2026-05-10T12:00')];
    const asked = ['2026-05-03T10:00', '2026-05-04T10:00', '2026-05-10T23:30', '2026-05-11T00:00'];
    expect(taken({ perWeek: { count: 1 } }, sunday, asked)).toEqual([
      '2026-05-03T10:00',
      '2026-05-11T00:00',
    ]);
  });

  it('of a week goes through New Year', () => {
    const asked = ['2026-12-28T10:00', '2027-01-03T10:00', '2027-01-04T10:00'];
    expect(taken({ perWeek: { count: 1 } }, [meeting('2026-12-31T10:00')], asked)).toEqual([
      '2027-01-04T10:00',
    ]);
  });

  it('of a month is the calendar’s', () => {
    const asked = ['2026-01-31T23:30', '2026-02-01T00:00', '2026-02-28T10:00', '2026-03-01T00:00'];
    expect(taken({ perMonth: { minutes: 30 } }, [meeting('2026-02-10T10:00')], asked)).toEqual([
      '2026-01-31T23:30',
      '2026-03-01T00:00',
    ]);
  });

  it('of a date that comes twice is one: both 23:30s of São Paulo count on 17 February 2018', () => {
    const zone = 'America/Sao_Paulo';
    const firstTime = at('2018-02-17T23:30-02:00');
    const secondTime = at('2018-02-17T23:30-03:00');
    const request = aSlotRequest({
      schedule: { timeZone: zone },
      rules: { limits: { perDay: { count: 1 } } },
      counted: [{ start: firstTime, end: firstTime + 60_000 }],
    });
    expect(withinLimits(request, [secondTime, at('2018-02-18T00:00-03:00')])).toEqual([
      at('2018-02-18T00:00-03:00'),
    ]);
  });
});

describe('the full period is told as the instants it spans', () => {
  const full = (limits: Limits) =>
    fullPeriod(
      aSlotRequest({ schedule: { timeZone: BERLIN }, rules: { limits } }),
      at('2026-03-29T10:00', BERLIN),
    );
  const span = (start: string, end: string) => ({ start: at(start, BERLIN), end: at(end, BERLIN) });

  it('a day of 23 hours, its week, its month', () => {
    expect(full({ perDay: { count: 0 } })).toEqual(span('2026-03-29', '2026-03-30'));
    expect(full({ perWeek: { count: 0 } })).toEqual(span('2026-03-23', '2026-03-30'));
    expect(full({ perMonth: { count: 0 } })).toEqual(span('2026-03-01', '2026-04-01'));
  });

  it('or nothing, when there is room', () => {
    expect(full({ perDay: { count: 1 } })).toBeUndefined();
  });
});
