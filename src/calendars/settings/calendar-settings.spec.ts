import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { backToBackStarts, describeBackToBack } from './back-to-back.js';
import { calendarTypeSchema, parseCalendarType, refuseSecondHost } from './calendar-type.js';
import { calendarSettingsSchema, checkTogether, DEFAULT_SETTINGS } from './calendar-settings.js';
import { describeMissing, missingForLink } from './missing-settings.js';

const settings = { ...DEFAULT_SETTINGS, title: 'Intro call', timeZone: 'Europe/Berlin' };

describe('the settings of a booking calendar', () => {
  it('have defaults that pass their own schema unchanged', () => {
    expect(calendarSettingsSchema.parse(settings)).toEqual(settings);
  });

  it('are normalised on the way in', () => {
    expect(
      calendarSettingsSchema.partial().parse({
        title: '  Intro \n call ',
        timeZone: 'europe/kiev',
        weeklyHours: [
          { weekdays: [2], start: '11:00', end: '14:00' },
          { weekdays: [2, 1], start: '09:00', end: '12:00' },
        ],
      }),
    ).toEqual({
      title: 'Intro call',
      timeZone: 'Europe/Kyiv',
      weeklyHours: [
        { weekdays: [1], start: '09:00', end: '12:00' },
        { weekdays: [2], start: '09:00', end: '14:00' },
      ],
    });
  });

  it.each([
    ['an unknown key', { hostId: 'x' }],
    ['text for a number', { durationMinutes: '30' }],
    ['a negative duration', { durationMinutes: -30 }],
    ['a huge duration', { durationMinutes: 1e9 }],
    ['no number', { durationMinutes: Number.NaN }],
    ['half a minute', { durationMinutes: 30.5 }],
    ['a break longer than a day', { bufferAfterMinutes: 1_441 }],
    ['a negative break', { bufferBeforeMinutes: -1 }],
    ['a zone that does not exist', { timeZone: 'Mars/Olympus' }],
    ['an offset for a zone', { timeZone: 'EST' }],
    ['an object for a text', { title: { $ne: 1 } }],
    [
      'a time that does not exist',
      { weeklyHours: [{ weekdays: [1], start: '25:00', end: '26:00' }] },
    ],
    ['an empty window', { weeklyHours: [{ weekdays: [1], start: '09:00', end: '09:00' }] }],
    ['an eighth weekday', { weeklyHours: [{ weekdays: [8], start: '09:00', end: '10:00' }] }],
    [
      'a date that does not exist',
      { bookingWindow: { kind: 'fixed', from: '2027-02-30', to: '2027-03-01' } },
    ],
    [
      'a window backwards',
      { bookingWindow: { kind: 'fixed', from: '2027-03-02', to: '2027-03-01' } },
    ],
    ['a window of ten years', { bookingWindow: { kind: 'rolling', days: 3_650 } }],
    ['notice of two years', { minimumNotice: { amount: 24, unit: 'months' } }],
    ['negative notice', { minimumNotice: { amount: -1, unit: 'hours' } }],
  ])('refuse %s in a sentence', (_, patch) => {
    const result = calendarSettingsSchema.partial().safeParse(patch);
    expect(result.success).toBe(false);
    expect(result.error?.issues[0]?.message.length).toBeGreaterThan(10);
  });

  it('can be described as a JSON schema, for the API', () => {
    expect(z.toJSONSchema(calendarSettingsSchema, { io: 'input' })).toMatchObject({
      additionalProperties: false,
    });
  });

  it('leave room for at least one meeting', () => {
    expect(checkTogether({ ...settings, durationMinutes: 480 }).ok).toBe(true);
    expect(checkTogether({ ...settings, durationMinutes: 481 })).toMatchObject({
      ok: false,
      problem: {
        sentence:
          'A meeting of 8 h 1 min fits in none of the hours Mon–Fri 09:00–17:00. Shorten it, or open longer hours.',
      },
    });
    const roundTheClock = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end: '24:00' }];
    const { weeklyHours } = calendarSettingsSchema.partial().parse({ weeklyHours: roundTheClock });
    const long = { ...settings, durationMinutes: 1_440, weeklyHours: weeklyHours ?? [] };
    expect(checkTogether(long).ok).toBe(true);
  });
});

describe('a link', () => {
  it('needs availability, duration, buffers and a time zone', () => {
    expect(missingForLink({})).toEqual(['availability', 'duration', 'buffers', 'timeZone']);
    expect(missingForLink({ ...settings, weeklyHours: [] })).toEqual(['availability']);
    expect(missingForLink(settings)).toEqual([]);
  });

  it('that is missing something says what', () => {
    expect(describeMissing(['availability', 'buffers', 'timeZone'])).toBe(
      'Before there is a link, please set hours, breaks and a time zone.',
    );
  });
});

describe('guests back to back', () => {
  it('start as close as duration, breaks and grid allow', () => {
    expect(describeBackToBack({ ...settings, bufferAfterMinutes: 10 })).toBe(
      'Back-to-back guests can start 9:00, 9:45, 10:30.',
    );
    expect(
      backToBackStarts({ ...settings, bufferBeforeMinutes: 10, bufferAfterMinutes: 10 }),
    ).toEqual([540, 600, 660]);
  });

  it('are as many as the hours hold', () => {
    expect(describeBackToBack({ ...settings, durationMinutes: 300 })).toBe(
      'With these hours, one guest fits in a day and can start 9:00.',
    );
    expect(describeBackToBack({ ...settings, weeklyHours: [] })).toBe(
      'With these hours, no guest fits.',
    );
  });

  it('start after the offset, and over midnight by the clock', () => {
    const weeklyHours = [{ weekdays: [1] as const, start: '23:00', end: '02:00' }];
    expect(
      describeBackToBack({ ...settings, weeklyHours, startOffsetMinutes: 30, durationMinutes: 60 }),
    ).toBe('Back-to-back guests can start 23:30, 0:30.');
  });
});

describe('a booking calendar', () => {
  const sentence =
    'This makes personal booking calendars: one host, one guest at a time. To spread bookings over a team, give each person their own calendar and share their links.';

  it('is personal', () => {
    expect(parseCalendarType(' Personal ')).toEqual({ ok: true, value: 'personal' });
    expect(calendarTypeSchema.parse('personal')).toBe('personal');
  });

  it.each(['team', 'round-robin', 'collective', 'group', ''])('is refused as %j', (type) => {
    expect(parseCalendarType(type)).toEqual({ ok: false, problem: { sentence } });
    expect(calendarTypeSchema.safeParse(type).error?.issues[0]?.message).toBe(sentence);
  });

  it('has exactly one host', () => {
    const command = '/schedule calendar host';
    expect(refuseSecondHost({ host: '@ada', other: '@bob', command }).problem.sentence).toBe(
      '@ada is the host, and there is always exactly one. To hand over: /schedule calendar host @bob',
    );
  });
});
