import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { expectProblem, refusedBooking } from './refused.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function aNightCalendar(start: string, end: string): Promise<string> {
  const calendar = await aCalendar(app.nest, {
    settings: {
      ...{ timeZone: 'America/New_York', startIncrementMinutes: 30 },
      weeklyHours: [{ weekdays: [...EVERY_DAY], start, end }],
      bookingWindow: { kind: 'rolling', days: 365 },
    },
  });
  return apiPath(calendar);
}

async function startsOn(path: string, date: string): Promise<string[]> {
  const { json } = await app.ask({ path: `${path}/slots?start=${date}&end=${date}` });
  return json.days.flatMap((day: { slots: { start: string }[] }) =>
    day.slots.map(({ start }) => start),
  );
}

describe('A6 a local time that is skipped or repeated', () => {
  it('is not offered when clocks skip it', async () => {
    const path = await aNightCalendar('01:00', '04:00');
    expect(await startsOn(path, '2027-03-14')).toEqual([
      '2027-03-14T01:00:00-05:00',
      '2027-03-14T01:30:00-05:00',
      '2027-03-14T03:00:00-04:00',
      '2027-03-14T03:30:00-04:00',
    ]);
  });

  it('is refused when sent all the same', async () => {
    const path = await aNightCalendar('02:00', '03:00');
    expect(await startsOn(path, '2027-03-14')).toEqual([]);
    const answer = await refusedBooking(app, path, aRequest('2027-03-14T02:30:00-05:00'));
    expectProblem(answer, 422, 'slot-not-offered');
  });

  it('is two times, told apart by their offsets, when clocks repeat it; both can be booked', async () => {
    const path = await aNightCalendar('01:00', '02:00');
    const starts = await startsOn(path, '2027-11-07');
    expect(starts).toEqual([
      '2027-11-07T01:00:00-04:00',
      '2027-11-07T01:30:00-04:00',
      '2027-11-07T01:00:00-05:00',
      '2027-11-07T01:30:00-05:00',
    ]);
    for (const start of [starts[1], starts[3]]) {
      const body = aRequest(start ?? '');
      const { status, json } = await app.ask({ path: `${path}/bookings`, body });
      expect({ status, start: json.start }).toEqual({
        status: 201,
        start: new Date(start ?? '').toISOString(),
      });
    }
  });
});
