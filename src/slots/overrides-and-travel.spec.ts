import { describe, expect, it } from '@jest/globals';
import { at, everyDay } from '../../test/oracle/a-slot-request.js';
import { schedule, shown, type Span } from '../../test/oracle/shown-hours.js';
import type { Schedule } from './slot-request.js';
import { openHours } from './working-hours.js';

describe('an override replaces its whole date', () => {
  const night = everyDay('22:00-02:00');
  const over = (date: string, ...hours: Span[]) => ({
    date,
    intervals: hours.map((span) => ({ start: span.slice(0, 5), end: span.slice(6) })),
  });
  const shownWith = (...overrides: Schedule['overrides']) =>
    shown(schedule('UTC', night, { overrides }), '2026-01-06', 1);

  it('a closed date is closed from midnight to midnight, over the tail of the night before', () => {
    expect(shownWith(over('2026-01-06'))).toEqual([
      '05 00:00+0 – 05 02:00+0',
      '05 22:00+0 – 06 00:00+0',
      '07 22:00+0 – 08 00:00+0',
    ]);
  });

  it('other hours take the tail away too', () => {
    expect(shownWith(over('2026-01-06', '10:00-11:00'))).toEqual([
      '05 00:00+0 – 05 02:00+0',
      '05 22:00+0 – 06 00:00+0',
      '06 10:00+0 – 06 11:00+0',
      '07 22:00+0 – 08 00:00+0',
    ]);
  });

  it('its own tail reaches into the next date, unless that has an override as well', () => {
    expect(shownWith(over('2026-01-06', '23:00-04:00'))).toContain('06 23:00+0 – 07 04:00+0');
    expect(shownWith(over('2026-01-06', '23:00-04:00'), over('2026-01-07'))).toContain(
      '06 23:00+0 – 07 00:00+0',
    );
  });

  it('opens a date that is otherwise closed', () => {
    const given = schedule('UTC', [], { overrides: [over('2026-01-06', '09:00-10:00')] });
    expect(shown(given, '2026-01-06', 3)).toEqual(['06 09:00+0 – 06 10:00+0']);
  });
});

describe('travel lays each date out in the zone that holds on it', () => {
  const trip = { from: '2026-05-05', to: '2026-05-06', timeZone: 'Asia/Tokyo' };

  it('the hours follow the host there and back', () => {
    const given = schedule('Europe/Berlin', everyDay('09:00-17:00'), { travel: [trip] });
    expect(shown(given, '2026-05-05', 2)).toEqual([
      '03 09:00+2 – 03 17:00+2',
      '04 09:00+2 – 04 17:00+2',
      '05 02:00+2 – 05 10:00+2',
      '06 02:00+2 – 06 10:00+2',
      '07 09:00+2 – 07 17:00+2',
    ]);
  });

  it('instants that two zones open are united', () => {
    const given = schedule('Europe/Berlin', everyDay('00:00-24:00'), { travel: [trip] });
    const [block, ...others] = openHours(given, { start: at('2026-05-03'), end: at('2026-05-10') });
    expect(others).toEqual([{ start: at('2026-05-07T00:00+02:00'), end: at('2026-05-10') }]);
    expect(block).toEqual({ start: at('2026-05-03'), end: at('2026-05-07T00:00+09:00') });
  });

  it('an override counts on its date where the host is', () => {
    const overrides = [{ date: '2026-05-05', intervals: [{ start: '10:00', end: '11:00' }] }];
    const given = schedule('Europe/Berlin', [], { travel: [trip], overrides });
    expect(openHours(given, { start: at('2026-05-04'), end: at('2026-05-07') })).toEqual([
      { start: at('2026-05-05T10:00+09:00'), end: at('2026-05-05T11:00+09:00') },
    ]);
  });

  it('of two trips on one date the first holds', () => {
    const travel = [trip, { ...trip, timeZone: 'America/New_York' }];
    const given = schedule('UTC', everyDay('09:00-10:00'), { travel });
    expect(
      openHours(given, { start: at('2026-05-05T12:00'), end: at('2026-05-06T12:00') }),
    ).toEqual([{ start: at('2026-05-06T00:00Z'), end: at('2026-05-06T01:00Z') }]);
  });
});
