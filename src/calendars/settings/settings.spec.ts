import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, type CalendarSettings } from './calendar-settings.js';
import { settingEntries } from './setting-change.js';
import type { SettingName } from './setting.js';

const current: CalendarSettings = {
  ...DEFAULT_SETTINGS,
  title: 'Intro call',
  timeZone: 'Europe/Berlin',
};
const context = { now: Date.parse('2026-12-07T10:20:30Z'), timeZone: 'Europe/Berlin', current };

const said = (name: SettingName, text: string): string => {
  const outcome = settingEntries[name].read(text, context);
  return outcome.ok ? outcome.value.after : outcome.problem.sentence;
};

describe('a setting', () => {
  it.each([
    ['title', ' Intro   call ', { title: 'Intro call' }],
    ['description', 'none', { description: '' }],
    ['duration', '1h30', { durationMinutes: 90, furtherDurationsMinutes: [] }],
    ['duration', '15, 30 or 60', { durationMinutes: 15, furtherDurationsMinutes: [30, 60] }],
    ['duration', '1,5h', { durationMinutes: 90, furtherDurationsMinutes: [] }],
    ['limit', '3 a day', { limits: { perDay: { count: 3 } } }],
    [
      'limit',
      '5 a week and 10h a month',
      { limits: { perWeek: { count: 5 }, perMonth: { minutes: 600 } } },
    ],
    ['limit', '2h/day, twice a day', { limits: { perDay: { count: 2, minutes: 120 } } }],
    ['limit', 'off', { limits: {} }],
    ['one-at-a-time', 'yes', { oneOpenBooking: true }],
    [
      'cutoff',
      'cancel 2h',
      { cutoffs: { cancelMinutes: 120, moveMinutes: 0, reason: 'optional' } },
    ],
    ['cutoff', 'move never', { cutoffs: { cancelMinutes: 0, moveMinutes: null } }],
    ['cutoff', '1 day', { cutoffs: { cancelMinutes: 1_440, moveMinutes: 1_440 } }],
    ['cutoff', 'reason required', { cutoffs: { reason: 'required' } }],
    ['reminders', '2h', { reminders: { attendeeMinutes: [120], hostMinutes: [10] } }],
    ['reminders', '1h, 1 day', { reminders: { attendeeMinutes: [1_440, 60] } }],
    [
      'reminders',
      'host 15m and attendees 2 days, 30 min',
      { reminders: { attendeeMinutes: [2_880, 30], hostMinutes: [15] } },
    ],
    ['reminders', 'host off', { reminders: { attendeeMinutes: [1_440, 60], hostMinutes: [] } }],
    ['reminders', 'off', { reminders: { attendeeMinutes: [], hostMinutes: [] } }],
    [
      'travel',
      'Asia/Tokyo 3-9 may',
      { travel: [{ from: '2027-05-03', to: '2027-05-09', timeZone: 'Asia/Tokyo' }] },
    ],
    [
      'travel',
      'next week in new york',
      { travel: [{ from: '2026-12-14', to: '2026-12-20', timeZone: 'America/New_York' }] },
    ],
    ['travel', 'off', { travel: [] }],
    ['step', 'every 30 min', { startIncrementMinutes: 30 }],
    ['step', '30 offset 15', { startIncrementMinutes: 30, startOffsetMinutes: 15 }],
    ['step', 'offset 5', { startIncrementMinutes: 15, startOffsetMinutes: 5 }],
    ['offset', '15', { startOffsetMinutes: 15 }],
    ['buffer', '10', { bufferBeforeMinutes: 0, bufferAfterMinutes: 10 }],
    ['buffer-before', '5', { bufferBeforeMinutes: 5 }],
    ['buffer-after', '10 min', { bufferAfterMinutes: 10 }],
    ['timezone', 'kiev', { timeZone: 'Europe/Kyiv' }],
    ['notice', '2 days', { minimumNotice: { amount: 2, unit: 'days' } }],
    ['window', '60', { bookingWindow: { kind: 'rolling', days: 60 } }],
    ['window', '2 weeks', { bookingWindow: { kind: 'rolling', days: 14 } }],
    ['window', 'unlimited', { bookingWindow: { kind: 'unlimited' } }],
    [
      'window',
      '2026-12-01..2027-01-31',
      { bookingWindow: { kind: 'fixed', from: '2026-12-01', to: '2027-01-31' } },
    ],
    [
      'hours',
      'mon closed; sat 10-14',
      {
        weeklyHours: [
          { weekdays: [2, 3, 4, 5], start: '09:00', end: '17:00' },
          { weekdays: [6], start: '10:00', end: '14:00' },
        ],
      },
    ],
  ] as const)('%s of %j changes only what it names', (name, text, patch) => {
    expect(settingEntries[name].read(text, context)).toMatchObject({ ok: true, value: { patch } });
  });

  it.each([
    ['title', '  ', 'that text is empty'],
    ['title', 'x'.repeat(101), 'at most 100 characters'],
    ['description', 'x'.repeat(2_001), 'at most 2000 characters'],
    ['duration', '0', 'from 5 minutes to 24 hours'],
    ['duration', '25h', 'from 5 minutes to 24 hours'],
    ['duration', '-30', 'as a length of time'],
    ['duration', '1e9', 'as a length of time'],
    ['step', '4', '5 minutes to 24 hours apart'],
    ['offset', '1440', 'from 0 to 1,439 minutes'],
    ['duration', '15, 15', 'named twice'],
    ['duration', '5, 10, 15, 20, 25, 30, 35', 'At most 6 lengths'],
    ['limit', 'many a day', 'as a limit'],
    ['limit', '0 a day', 'from 1 to 1,000 meetings'],
    ['limit', '3', 'as a limit'],
    ['one-at-a-time', 'perhaps', 'Say on or off'],
    ['cutoff', 'cancel soon', 'as a cut-off'],
    ['cutoff', '2 years', 'as a cut-off'],
    ['reminders', 'soon', 'as reminders'],
    ['reminders', '2 min', 'from 5 minutes to 14 days'],
    ['reminders', '1h, 2h, 3h, 4h', 'at most three'],
    ['travel', 'Asia/Tokyo', 'as a trip'],
    ['travel', 'Mars 3-9 may', 'as a trip'],
    ['travel', 'tokyo 30 feb', 'as a date'],
    ['buffer', '25h', 'from 0 minutes to 24 hours'],
    ['buffer', 'before 5 after lunch', 'as breaks'],
    ['buffer-after', '2 days', 'from 0 minutes to 24 hours'],
    ['timezone', 'Mars/Olympus', 'There is no time zone'],
    ['notice', '13 months', 'at most one year'],
    ['window', '0', 'from 1 to 731 days'],
    ['window', '800 days', 'from 1 to 731 days'],
    ['window', '9999999999 days', 'from 1 to 731 days'],
    ['window', '9999999999', 'from 1 to 731 days'],
    ['duration', '99999999999 hours', 'from 5 minutes to 24 hours'],
    ['window', '2026-12-31..2026-12-01', 'Give the earlier date first'],
    ['window', '2020-01-01..2020-02-01', 'is over already'],
    ['window', 'soon', 'as a booking window'],
    ['hours', 'mon 25-26', 'There is no time'],
  ] as const)('%s refuses %j in a sentence', (name, text, part) => {
    expect(settingEntries[name].read(text, context).ok).toBe(false);
    expect(said(name, text)).toContain(part);
  });

  it('says what it assumed', () => {
    expect(settingEntries.notice.read('4', context)).toMatchObject({
      value: { after: '4 min', notes: ['Read as minutes. For hours write 4h.'] },
    });
  });

  it('asks before hours run past midnight', () => {
    expect(settingEntries.hours.read('fri 17:00-09:00', context)).toMatchObject({
      value: { confirm: expect.stringContaining('runs past midnight') },
    });
  });

  it('that is worked on every day has the defaults in words', () => {
    const words = Object.values(settingEntries).map(
      (entry) => `${entry.name}: ${entry.describeIn(current)}`,
    );
    expect(words).toEqual([
      'title: Intro call',
      'description: none',
      'duration: 30 min',
      'step: 15 min',
      'offset: 0 min',
      'buffer: none',
      'buffer-before: none',
      'buffer-after: none',
      'timezone: Europe/Berlin',
      'hours: Mon–Fri 09:00–17:00',
      'notice: 4 h',
      'window: the next 60 days',
      'travel: none',
      'limit: none',
      'one-at-a-time: off',
      'cutoff: cancel until the start, move until the start, reason optional',
      'location: none',
      'questions: none',
      'guests: none',
      'consent: none',
      'terms: none',
      'approval: automatic',
      'reminders: attendee 24 h, 1 h before, host 10 min before',
      'after-booking: none',
      'colour: none',
      'lock-zone: off',
      'embed-sites: any site',
    ]);
  });

  it('is read back from its words', () => {
    for (const entry of Object.values(settingEntries)) {
      const outcome = entry.read(entry.describeIn(current), { ...context, current: {} });
      expect(outcome).toMatchObject({ ok: true, value: { after: entry.describeIn(current) } });
    }
  });

  it('of limits, cut-offs, lengths, grids and trips is read back from its words', () => {
    const settings: CalendarSettings = {
      ...current,
      ...{ durationMinutes: 45, furtherDurationsMinutes: [15, 90] },
      ...{ startIncrementMinutes: 30, startOffsetMinutes: 15 },
      limits: { perDay: { count: 3, minutes: 90 }, perMonth: { minutes: 630 } },
      cutoffs: { cancelMinutes: 90, moveMinutes: null, reason: 'none' },
      travel: [
        { from: '2027-05-03', to: '2027-05-03', timeZone: 'Asia/Tokyo' },
        { from: '2027-06-03', to: '2027-06-09', timeZone: 'America/New_York' },
      ],
    };
    for (const name of ['duration', 'step', 'limit', 'cutoff', 'travel'] as const) {
      const words = settingEntries[name].describeIn(settings);
      const read = settingEntries[name].read(words, { ...context, current: {} });
      expect({ name, words, read }).toMatchObject({ read: { value: { after: words } } });
    }
  });

  it('of breaks is read back from its words', () => {
    const minutes = fc.integer({ min: 0, max: 1_440 });
    fc.assert(
      fc.property(minutes, minutes, (bufferBeforeMinutes, bufferAfterMinutes) => {
        const settings = { ...current, bufferBeforeMinutes, bufferAfterMinutes };
        const words = settingEntries.buffer.describeIn(settings);
        expect(settingEntries.buffer.read(words, { now: 0, timeZone: 'UTC' })).toMatchObject({
          value: { patch: { bufferBeforeMinutes, bufferAfterMinutes } },
        });
      }),
    );
  });

  it('changes one of the two breaks when only one is named', () => {
    const settings = { ...current, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
    expect(settingEntries.buffer.read('after 15', { ...context, current: settings })).toMatchObject(
      { value: { patch: { bufferBeforeMinutes: 5, bufferAfterMinutes: 15 } } },
    );
  });

  it('of a step says that an offset stays which was not spoken of', () => {
    const settings = { ...current, startOffsetMinutes: 15 };
    const notes = (text: string) => {
      const read = settingEntries.step.read(text, { ...context, current: settings });
      return read.ok ? read.value.notes : [];
    };
    expect(notes('30')).toEqual([
      'The first start stays 15 min after the opening. To begin with the opening, say 30 offset 0.',
    ]);
    expect(notes('30 offset 0')).toEqual([]);
    expect(notes('offset 5')).toEqual([]);
  });

  it('is never too strange for its parser', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const entry of Object.values(settingEntries)) entry.read(text, context);
      }),
    );
  });
});
