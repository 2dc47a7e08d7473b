import { describe, expect, it } from '@jest/globals';
import { everyDay } from '../../test/oracle/a-slot-request.js';
import { schedule, shown, type Span } from '../../test/oracle/shown-hours.js';
import type { Schedule } from './slot-request.js';

const daily = (timeZone: string, ...hours: Span[]) => schedule(timeZone, everyDay(...hours));
const weekly = (weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7, start: string, end: string) => ({
  weekdays: [weekday],
  start,
  end,
});

describe('an instant is open when its local time lies in a window of its local date', () => {
  it.each<[string, string, string, Span, string[]]>([
    [
      'New York, in the gap: opens at 03:00',
      'America/New_York',
      '2026-03-08',
      '02:30-04:30',
      ['08 03:00-4 – 08 04:30-4'],
    ],
    [
      'New York, over the gap: three hours',
      'America/New_York',
      '2026-03-08',
      '01:00-05:00',
      ['08 01:00-5 – 08 05:00-4'],
    ],
    ['New York, inside the gap: never', 'America/New_York', '2026-03-08', '02:10-02:50', []],
    [
      'New York, over the fold: five hours',
      'America/New_York',
      '2026-11-01',
      '00:00-04:00',
      ['01 00:00-4 – 01 04:00-5'],
    ],
    [
      'New York, inside the fold: twice',
      'America/New_York',
      '2026-11-01',
      '01:00-01:30',
      ['01 01:00-4 – 01 01:30-4', '01 01:00-5 – 01 01:30-5'],
    ],
    [
      'Lord Howe, gap of half an hour',
      'Australia/Lord_Howe',
      '2026-10-04',
      '02:10-03:00',
      ['04 02:30+11 – 04 03:00+11'],
    ],
    [
      'Lord Howe, fold of half an hour',
      'Australia/Lord_Howe',
      '2026-04-05',
      '01:40-01:50',
      ['05 01:40+11 – 05 01:50+11', '05 01:40+10:30 – 05 01:50+10:30'],
    ],
    [
      'Chatham, gap from 02:45',
      'Pacific/Chatham',
      '2026-09-27',
      '02:00-04:00',
      ['27 02:00+12:45 – 27 04:00+13:45'],
    ],
    [
      'Chatham, fold from 03:45',
      'Pacific/Chatham',
      '2026-04-05',
      '03:00-03:30',
      ['05 03:00+13:45 – 05 03:30+13:45', '05 03:00+12:45 – 05 03:30+12:45'],
    ],
    [
      'Kathmandu, a quarter to',
      'Asia/Kathmandu',
      '2026-05-04',
      '09:00-17:00',
      ['04 09:00+5:45 – 04 17:00+5:45'],
    ],
    [
      'Beirut, no midnight',
      'Asia/Beirut',
      '2026-03-29',
      '00:00-02:00',
      ['29 01:00+3 – 29 02:00+3'],
    ],
    [
      'Cairo, no midnight',
      'Africa/Cairo',
      '2026-04-24',
      '00:30-02:00',
      ['24 01:00+3 – 24 02:00+3'],
    ],
    [
      'Santiago, no midnight',
      'America/Santiago',
      '2026-09-06',
      '00:00-01:30',
      ['06 01:00-3 – 06 01:30-3'],
    ],
    [
      'Havana, no midnight',
      'America/Havana',
      '2026-03-08',
      '00:00-01:30',
      ['08 01:00-4 – 08 01:30-4'],
    ],
    [
      'Havana, midnight twice',
      'America/Havana',
      '2026-11-01',
      '00:00-00:30',
      ['01 00:00-4 – 01 00:30-4', '01 00:00-5 – 01 00:30-5'],
    ],
    [
      'São Paulo 2018, no midnight',
      'America/Sao_Paulo',
      '2018-11-04',
      '00:00-02:00',
      ['04 01:00-2 – 04 02:00-2'],
    ],
    [
      'São Paulo 2018, the last hour twice',
      'America/Sao_Paulo',
      '2018-02-17',
      '23:30-24:00',
      ['17 23:30-2 – 17 23:00-3', '17 23:30-3 – 18 00:00-3'],
    ],
  ])('%s', (_, zone, date, hours, expected) => {
    expect(shown(daily(zone, hours), date)).toEqual(expected);
  });

  it('Apia 2011-12-30 never came, so neither did its hours', () => {
    expect(shown(daily('Pacific/Apia', '09:00-17:00'), '2011-12-29', 2)).toEqual([
      '27 09:00-10 – 27 17:00-10',
      '28 09:00-10 – 28 17:00-10',
      '29 09:00-10 – 29 17:00-10',
      '31 09:00+14 – 31 17:00+14',
    ]);
  });

  it('Europe/Kiev and Europe/Kyiv are the same place', () => {
    const [old, current] = ['Europe/Kiev', 'Europe/Kyiv'].map((zone) =>
      shown(daily(zone, '02:00-05:00'), '2026-03-29', 1),
    );
    expect(old).toEqual(current);
    expect(old).toContain('29 02:00+2 – 29 05:00+3');
  });
});

describe('a window whose end is not after its start runs past midnight', () => {
  it.each<[string, string, string, Span, string[]]>([
    [
      'on any night',
      'Europe/Berlin',
      '2026-06-03',
      '22:00-02:00',
      ['03 00:00+2 – 03 02:00+2', '03 22:00+2 – 04 00:00+2'],
    ],
    [
      'to the same time of the next day',
      'Europe/Berlin',
      '2026-06-03',
      '08:00-08:00',
      ['03 00:00+2 – 04 00:00+2'],
    ],
  ])('%s', (_, zone, date, hours, expected) => {
    expect(shown(daily(zone, hours), date)).toEqual(expected);
  });

  it.each<[string, string, Schedule['weekly'][number], string, string[]]>([
    [
      'over the gap of New York',
      'America/New_York',
      weekly(6, '22:00', '03:30'),
      '2026-03-07',
      ['07 22:00-5 – 08 03:30-4'],
    ],
    [
      'over the fold of New York',
      'America/New_York',
      weekly(6, '22:00', '01:30'),
      '2026-10-31',
      ['31 22:00-4 – 01 01:30-4', '01 01:00-5 – 01 01:30-5'],
    ],
    [
      'over a midnight that Beirut skips',
      'Asia/Beirut',
      weekly(6, '23:00', '01:30'),
      '2026-03-28',
      ['28 23:00+2 – 29 01:30+3'],
    ],
    [
      'ends with the day when Beirut skips all of its tail',
      'Asia/Beirut',
      weekly(6, '23:00', '00:45'),
      '2026-03-28',
      ['28 23:00+2 – 29 01:00+3'],
    ],
    [
      'over the hour that São Paulo had twice',
      'America/Sao_Paulo',
      weekly(6, '22:00', '02:00'),
      '2018-02-17',
      ['17 22:00-2 – 18 02:00-3'],
    ],
    [
      'Thursday into the Friday that Apia skipped',
      'Pacific/Apia',
      weekly(4, '22:00', '02:00'),
      '2011-12-29',
      ['29 22:00-10 – 31 00:00+14'],
    ],
    [
      'out of the Friday that Apia skipped',
      'Pacific/Apia',
      weekly(5, '22:00', '02:00'),
      '2011-12-31',
      ['31 00:00+14 – 31 02:00+14'],
    ],
  ])('%s', (_, zone, window, date, expected) => {
    expect(shown(schedule(zone, [window]), date, 1)).toEqual(expected);
  });

  it('joins the next day’s window when they touch', () => {
    const hours = [weekly(1, '20:00', '24:00'), weekly(2, '00:00', '03:00')];
    expect(shown(schedule('UTC', hours), '2026-01-05', 1)).toEqual(['05 20:00+0 – 06 03:00+0']);
  });

  it('24:00 is the end of the day, not its start', () => {
    expect(shown(schedule('UTC', [weekly(1, '20:00', '24:00')]), '2026-01-05', 1)).toEqual([
      '05 20:00+0 – 06 00:00+0',
    ]);
    expect(shown(schedule('UTC', [weekly(1, '00:00', '24:00')]), '2026-01-05', 1)).toEqual([
      '05 00:00+0 – 06 00:00+0',
    ]);
  });
});

describe('windows that touch or overlap are one', () => {
  it('within a date, in any order', () => {
    expect(
      shown(daily('UTC', '13:00-17:00', '09:00-12:00', '12:00-13:00', '10:00-11:00'), '2026-01-05'),
    ).toEqual(['05 09:00+0 – 05 17:00+0']);
  });
});

it('a time that is not one opens nothing and does not hang', () => {
  expect(shown(daily('UTC', 'never-ever'), '2026-01-05')).toEqual([]);
});
