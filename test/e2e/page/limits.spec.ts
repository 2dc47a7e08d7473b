import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { storedRows } from '../stored.js';
import { headingOf, send, textOf, visit } from './visitor.js';

let app: TestApp;
let calendar: CalendarConfiguration;
beforeEach(async () => {
  app = await startTestApp({ environment: { RATE_LIMITS: 'on' } });
  calendar = await aCalendar(app.nest);
});
afterEach(() => app.stop());

describe('B6 random tokens', () => {
  it('get a page that says when to come back, after ten of them', async () => {
    const { uid, manageToken } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const before = await storedRows(app.database);
    for (let tries = 0; tries < 10; tries += 1) {
      expect((await visit(app, `/b/${uid}?t=wrong-${tries}`)).status).toBe(404);
    }
    for (const t of ['wrong', manageToken]) {
      const page = await visit(app, `/b/${uid}?t=${t}`);
      expect([page.status, headingOf(page)]).toEqual([429, 'Too many requests']);
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
    const cancel = await visit(app, `/b/${uid}/cancel`, { fields: { t: manageToken } });
    expect(cancel.status).toBe(429);
    expect(await storedRows(app.database)).toEqual(before);
  });
});

describe('too many changes of one booking', () => {
  it('get a page, whether they move or cancel', async () => {
    const { uid, manageToken: t } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const cancel = () => visit(app, `/b/${uid}/cancel`, { fields: { t } });
    for (let times = 0; times < 20; times += 1) expect((await cancel()).status).toBe(303);
    const fields = { t, start: '2027-02-02T13:00:00Z' };
    for (const page of [await cancel(), await visit(app, `/b/${uid}/reschedule`, { fields })]) {
      expect([page.status, headingOf(page)]).toEqual([429, 'Too many requests']);
    }
  });
});

describe('too many bookings of one address', () => {
  it('get a page, and nothing is booked', async () => {
    const link = linkPath(calendar);
    const book = async (hour: number) => {
      const page = await visit(app, `${link}/book?start=2027-02-02T${hour}:00:00Z`);
      return send(app, page, { name: 'Sam', email: `sam-${hour}@example.com` });
    };
    for (const hour of [10, 11, 12, 13, 14]) expect((await book(hour)).status).toBe(303);
    const page = await book(15);
    expect([page.status, headingOf(page)]).toEqual([429, 'Too many requests']);
    expect(textOf(page)).toContain('Nothing was changed. Try again in 10 minutes.');
    expect(await storedRows(app.database)).toMatchObject({ bookings: 5 });
  });
});
