import { describe, expect, it } from '@jest/globals';
import {
  type CalendarSettings,
  DEFAULT_SETTINGS,
} from '../calendars/settings/calendar-settings.js';
import { startWindow } from './start-window.js';

const settings = (more: Partial<CalendarSettings>): CalendarSettings => ({
  ...{ ...DEFAULT_SETTINGS, title: 'Intro call', timeZone: 'Europe/Berlin' },
  ...more,
});
const at = (instant: string) => Date.parse(instant);
const now = at('2027-03-27T11:30:00Z');

describe('the window of starts', () => {
  it('rolls to the end of its last day, by the clock of the host', () => {
    const window = startWindow(settings({ bookingWindow: { kind: 'rolling', days: 2 } }), now);
    expect(window).toEqual({ to: at('2027-03-29T22:00:00Z') });
  });

  it('is fixed from the first midnight to the last, both days included', () => {
    const bookingWindow = { kind: 'fixed', from: '2027-04-01', to: '2027-04-02' } as const;
    expect(startWindow(settings({ bookingWindow }), now)).toEqual({
      from: at('2027-03-31T22:00:00Z'),
      to: at('2027-04-02T22:00:00Z'),
    });
  });

  it('reaches two years when it is unlimited', () => {
    const { to } = startWindow(settings({ bookingWindow: { kind: 'unlimited' } }), now);
    expect(to).toBe(at('2029-03-27T22:00:00Z'));
  });

  it('begins a day of notice later by the clock on the wall, though the night is short', () => {
    const { from } = startWindow(settings({ minimumNotice: { amount: 1, unit: 'days' } }), now);
    expect(from).toBe(at('2027-03-28T10:30:00Z'));
  });

  it('leaves notice in hours to elapsed time', () => {
    expect(startWindow(settings({}), now)).not.toHaveProperty('from');
  });

  it('ends with the day where midnight comes twice', () => {
    const window = startWindow(
      settings({ timeZone: 'America/Havana', bookingWindow: { kind: 'rolling', days: 0 } }),
      at('2027-11-06T12:00:00Z'),
    );
    expect(window.to).toBe(at('2027-11-07T04:00:00Z'));
  });
});
