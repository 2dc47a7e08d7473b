import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { expectProblem, refusedBooking } from './refused.js';

// It is Monday 2027-02-01, 08:00 in Berlin.
let app: TestApp;
let path: string;
beforeAll(async () => {
  app = await startTestApp();
  path = apiPath(await aCalendar(app.nest));
});
afterAll(() => app.stop());

const threeTimes = Array.from({ length: 3 }, () => ({
  start: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/),
  end: expect.stringMatching(/Z$/),
}));

describe('A1 a start in the past, too soon, or beyond the horizon', () => {
  it.each([
    ['in the past', '2027-01-29T12:00:00Z', 'notice'],
    ['now', '2027-02-01T07:00:00Z', 'notice'],
    ['within the notice', '2027-02-01T10:45:00Z', 'notice'],
    ['beyond the horizon', '2027-06-01T09:00:00Z', 'window'],
    ['in the last year that is stored', '2099-12-30T09:00:00Z', 'window'],
  ])('is refused with free times: %s', async (_case, start, reason) => {
    const answer = await refusedBooking(app, path, aRequest(start));
    expectProblem(answer, 422, 'slot-not-offered');
    expect(answer.json.reason).toBe(reason);
    expect(answer.json.alternatives).toEqual(threeTimes);
  });
});

describe('a start before bookings are taken', () => {
  const kept = (settings: Partial<CalendarSettings>) => aCalendar(app.nest, { settings });

  it.each([
    [{ amount: 2, unit: 'days' }],
    [{ amount: 1, unit: 'weeks' }],
    [{ amount: 1, unit: 'months' }],
    [{ amount: 48, unit: 'hours' }],
  ] as const)('is too soon when the notice is %j', async (minimumNotice) => {
    const calendar = apiPath(await kept({ minimumNotice }));
    const answer = await refusedBooking(app, calendar, aRequest('2027-02-02T09:00:00Z'));
    expectProblem(answer, 422, 'slot-not-offered');
    expect(answer.json).toMatchObject({ reason: 'notice', alternatives: threeTimes });
    expect(answer.json.detail).toContain('too soon');
  });

  it.each([
    ['a window that opens in four months', { kind: 'fixed', from: '2027-06-01', to: '2027-06-30' }],
    [
      'a window that is further away than a year',
      { kind: 'fixed', from: '2028-06-01', to: '2028-06-30' },
    ],
  ] as const)('gets the first times of %s', async (_case, bookingWindow) => {
    const calendar = apiPath(await kept({ bookingWindow }));
    const answer = await refusedBooking(app, calendar, aRequest('2027-02-02T09:00:00Z'));
    expectProblem(answer, 422, 'slot-not-offered');
    expect(answer.json).toMatchObject({ reason: 'window', alternatives: threeTimes });
    expect(answer.json.alternatives[0].start).toBe(`${bookingWindow.from}T07:00:00.000Z`);
    expect(answer.json.detail).toContain('outside the time in which bookings are taken');
  });

  it('gets the first times after a notice of 2400 hours', async () => {
    const calendar = apiPath(
      await kept({
        minimumNotice: { amount: 2_400, unit: 'hours' },
        bookingWindow: { kind: 'unlimited' },
      }),
    );
    const answer = await refusedBooking(app, calendar, aRequest('2027-02-02T09:00:00Z'));
    expect(answer.json).toMatchObject({ reason: 'notice', alternatives: threeTimes });
  });
});

describe('A2 a start off the grid, outside the hours, or of another length', () => {
  it.each([
    ['between two starts', '2027-02-02T09:07:00Z', 'grid'],
    ['a second late', '2027-02-02T09:00:01Z', 'grid'],
    ['at night', '2027-02-02T02:00:00Z', 'hours'],
    ['so late that it ends after hours', '2027-02-02T15:45:00Z', 'hours'],
    ['on a Saturday', '2027-02-06T09:00:00Z', 'hours'],
  ])('is refused: %s', async (_case, start, reason) => {
    const answer = await refusedBooking(app, path, aRequest(start));
    expectProblem(answer, 422, 'slot-not-offered');
    expect(answer.json).toMatchObject({ reason, alternatives: threeTimes });
  });

  it('lists no times of a length that is not offered', async () => {
    const query = 'start=2027-02-02&end=2027-02-03&duration=45';
    expectProblem(await app.ask({ path: `${path}/slots?${query}` }), 422, 'validation');
  });
});

describe('A3 an end, or an impossible length', () => {
  it.each([
    ['an end before the start', { end: '2027-02-02T08:00:00Z' }],
    ['an end at the start', { end: '2027-02-02T09:00:00Z' }],
    ['25 hours', { end: '2027-02-03T10:00:00Z' }],
    ['−30 minutes', { duration: -30 }],
    ['a billion minutes', { duration: 1e9 }],
    ['text for minutes', { durationMinutes: '30' }],
  ])('is malformed: %s', async (_case, more) => {
    const answer = await refusedBooking(app, path, aRequest('2027-02-02T09:00:00Z', more));
    expectProblem(answer, 400, 'malformed');
    expect(answer.json.errors[0].pointer).toBe(`#/${Object.keys(more)[0]}`);
  });

  it('is malformed: NaN', async () => {
    const body = JSON.stringify(aRequest('2027-02-02T09:00:00Z')).replace('{', '{"duration":NaN,');
    expectProblem(await refusedBooking(app, path, body), 400, 'malformed');
  });

  it.each(['-30', '0', '1e9', 'NaN', '', '30.5', '99999'])(
    'is malformed in a question for times: duration=%s',
    async (duration) => {
      const query = `start=2027-02-02&end=2027-02-03&duration=${duration}`;
      expectProblem(await app.ask({ path: `${path}/slots?${query}` }), 400, 'malformed');
    },
  );
});

describe('A4 a start that does not exist', () => {
  it.each([
    '2030-02-30T09:00:00Z',
    '2027-02-29T09:00:00Z',
    '2030-13-01T09:00:00Z',
    '2030-02-28T24:00:00Z',
    '2030-02-28T09:60:00Z',
    '9999-12-31T23:59:60Z',
    '9999-12-31T23:59:59-23:59',
    '2100-01-01T00:00:00Z',
    '1999-12-31T23:59:59Z',
    '0000-01-01T09:00:00Z',
    '+275760-09-13T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '2030-02-28T09:00:00+25:00',
    '2030-02-28 09:00:00Z',
    'tomorrow',
    '',
    1_800_000_000,
    1_800_000_000_000,
    null,
  ])('is malformed: %p', async (start) => {
    const answer = await refusedBooking(app, path, { ...aRequest(''), start });
    expectProblem(answer, 400, 'malformed');
    expect(answer.json.errors).toEqual([
      { pointer: '#/start', detail: expect.stringContaining(' ') },
    ]);
  });
});

describe('A5 a start without an offset', () => {
  it.each([
    '2027-02-02T09:00:00',
    '2027-02-02T09:00',
    '2027-02-02',
    '2027-02-02T09:00:00[Europe/Berlin]',
  ])('is malformed, and no zone is guessed: %s', async (start) => {
    expectProblem(await refusedBooking(app, path, aRequest(start)), 400, 'malformed');
  });
});
