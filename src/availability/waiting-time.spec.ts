import { describe, expect, it } from '@jest/globals';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import {
  type CalendarSettings,
  DEFAULT_SETTINGS,
} from '../calendars/settings/calendar-settings.js';
import { nextNudge, waitingTime } from './waiting-time.js';

/** Berlin, Monday to Friday. */
const calendar = (
  settings: Partial<CalendarSettings> = {},
  closed: readonly string[] = [],
): CalendarConfiguration => ({
  ...{ id: 'c', scheduleId: 's', slug: 'intro-call', active: true },
  host: { id: 'h', handle: 'ada', name: 'Ada', email: null },
  settings: { ...DEFAULT_SETTINGS, title: 'Talk', timeZone: 'Europe/Berlin', ...settings },
  overrides: closed.map((date) => ({ date, intervals: [], reason: null })),
  ...{ pausedAt: null, pausedUntil: null, homePlatform: 'console', homeWorkspace: 'local' },
});

const everyDay = calendar({
  weeklyHours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '17:00' }],
});

interface Asked {
  readonly now: string;
  readonly start: string;
}

function waiting(configuration: CalendarConfiguration, { now, start }: Asked) {
  const { until, nudge } = waitingTime(configuration, {
    now: Date.parse(now),
    start: Date.parse(start),
  });
  const reminders = [nudge, nextNudge(nudge, until)].filter((at) => at !== null);
  return [until, ...reminders].map((at) => new Date(at).toISOString().replace(':00.000Z', ''));
}

const FAR = '2027-06-01T09:00:00Z';

/** The end, then the reminders. */
describe('a request waits for its host', () => {
  it('48 hours on days with hours, reminded halfway and two hours before', () => {
    const asked = { now: '2027-02-01T09:00:00Z', start: FAR };
    expect(waiting(calendar(), asked)).toEqual([
      ...['2027-02-03T09:00', '2027-02-02T09:00', '2027-02-03T07:00'],
    ]);
  });

  it('over a weekend without counting it', () => {
    // Friday 15:00 in Berlin; nine hours are left of the day.
    const asked = { now: '2027-02-05T14:00:00Z', start: FAR };
    expect(waiting(calendar(), asked)).toEqual([
      ...['2027-02-09T14:00', '2027-02-08T14:00', '2027-02-09T12:00'],
    ]);
  });

  it('over days off without counting them', () => {
    const asked = { now: '2027-02-01T09:00:00Z', start: FAR };
    const away = calendar({}, ['2027-02-02', '2027-02-03']);
    expect(waiting(away, asked)[0]).toBe('2027-02-05T09:00');
  });

  it('from a weekend on, which counts for nothing', () => {
    const asked = { now: '2027-02-06T10:00:00Z', start: FAR };
    expect(waiting(calendar(), asked)[0]).toBe('2027-02-09T23:00');
  });

  it.each([
    // 48 hours pass between 15:00 and 16:00 when clocks go forward, and 14:00 when they go back.
    ['forward', '2027-03-27T14:00:00Z', '2027-03-29T14:00'],
    ['back', '2027-10-30T13:00:00Z', '2027-11-01T13:00'],
  ])('48 hours that pass where clocks go %s', (_way, now, until) => {
    expect(waiting(everyDay, { now, start: '2027-12-01T09:00:00Z' })[0]).toBe(until);
  });

  it('a weekend on which the clocks change is left out as a whole', () => {
    // Friday 15:00 is 14:00 UTC; Tuesday 15:00 is 13:00 UTC.
    const asked = { now: '2027-03-26T14:00:00Z', start: FAR };
    expect(waiting(calendar(), asked)[0]).toBe('2027-03-30T13:00');
  });

  it('until two hours before the start at the latest', () => {
    const asked = { now: '2027-02-01T09:00:00Z', start: '2027-02-01T19:00:00Z' };
    expect(waiting(calendar(), asked)).toEqual([
      ...['2027-02-01T17:00', '2027-02-01T13:00', '2027-02-01T15:00'],
    ]);
  });

  it('reminded once where halfway comes in the last two hours', () => {
    const asked = { now: '2027-02-01T09:00:00Z', start: '2027-02-01T14:00:00Z' };
    expect(waiting(calendar(), asked)).toEqual(['2027-02-01T12:00', '2027-02-01T10:30']);
  });

  it('until the start when somebody asks to move in the last two hours', () => {
    const asked = { now: '2027-02-01T09:00:00Z', start: '2027-02-01T10:30:00Z' };
    expect(waiting(calendar(), asked)[0]).toBe('2027-02-01T10:30');
  });

  it('even when no day with hours is left', () => {
    const asked = { now: '2027-02-06T10:00:00Z', start: '2027-02-07T10:00:00Z' };
    expect(waiting(calendar(), asked)).toEqual([
      ...['2027-02-07T08:00', '2027-02-06T21:00', '2027-02-07T06:00'],
    ]);
  });
});
