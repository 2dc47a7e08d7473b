import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookedAnswer } from '../../../src/bookings/booking-answer.js';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { aBooking, aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { send, visit } from './visitor.js';

const START = '2027-02-02T09:00:00Z';
const LATER = '2027-02-02T13:00:00Z';
const SAM = { name: 'Sam Rivers', email: 'sam@example.com' };

let app: TestApp;
let calendar: CalendarConfiguration;
let booking: BookedAnswer;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
  booking = await aBooking(app.nest, calendar, START);
});
afterAll(() => app.stop());

const bookByProgram = (start: string, key: string) =>
  app.ask({
    ...{ path: `${apiPath(calendar)}/bookings`, body: aRequest(start) },
    headers: { 'idempotency-key': key },
  });

const bookByForm = async (start: string, idempotencyKey: string) =>
  send(app, await visit(app, `${linkPath(calendar)}/book?start=${start}`), {
    ...SAM,
    idempotencyKey,
  });

const cancelByForm = async () =>
  send(app, await visit(app, `/b/${booking.uid}/cancel?t=${booking.manageToken}`));

describe('a key that somebody spends on the name of a booking', () => {
  it('does not stop its cancelling', async () => {
    expect((await bookByProgram(LATER, `cancel page ${booking.uid}`)).status).toBe(201);
    const page = await cancelByForm();
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(`/b/${booking.uid}`),
    ]);
  });

  it('does not stop a form that carries the key of a program', async () => {
    expect((await bookByProgram(LATER, 'one-and-the-same')).status).toBe(201);
    expect((await bookByForm('2027-02-02T14:00:00Z', 'one-and-the-same')).status).toBe(303);
  });
});
