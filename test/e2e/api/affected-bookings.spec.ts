import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { aKey } from '../../builders/key.js';
import { startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';

const TUESDAY = '2027-02-02';

let app: TestApp;
let calendar: CalendarConfiguration;
let path: string;
let send: (method: string, where: string, more?: Sent) => Promise<Answer>;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  const person = await aPerson(app.nest);
  calendar = await aCalendar(app.nest, { creator: person });
  const { key: token } = await aKey(app.nest, { person });
  path = `/api/v1/me/calendars/${calendar.id}`;
  send = (method, where, more = {}) => app.ask({ method, path: where, token, ...more });
});
afterAll(() => app.stop());

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('whoever leaves bookings outside', () => {
  const block = { start: '2027-02-02T08:00:00Z', end: '2027-02-02T15:00:00Z' };
  const closed = { weeklyHours: [{ weekdays: [5], start: '09:00', end: '17:00' }] };

  it('is told which, soonest first, whatever left them there', async () => {
    const later = await aBooking(app.nest, calendar, '2027-02-02T11:00:00Z');
    const sooner = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    await aBooking(app.nest, calendar, '2027-02-05T09:00:00Z');
    const affectedBookings = [sooner.uid, later.uid];
    const changes = [
      ['POST', '/api/v1/me/blocks', block],
      ['PUT', `${path}/overrides/${TUESDAY}`, { intervals: [] }],
      ['DELETE', `${path}/overrides/${TUESDAY}`],
      ['PUT', `${path}/hours`, closed],
      ['PUT', `${path}/hours`, { weeklyHours: calendar.settings.weeklyHours }],
      ['PATCH', path, closed],
    ] as const;
    const told = [];
    for (const [method, at, body] of changes) {
      told.push((await send(method, at, body ? { body } : {})).json?.affectedBookings);
    }
    const [of, none] = [affectedBookings, []];
    expect(told).toEqual([of, of, none, of, none, of]);
    expect((await send('GET', path)).json).not.toHaveProperty('affectedBookings');
  });

  it('is told when extra hours are taken back', async () => {
    const saturday = `${path}/overrides/2027-02-06`;
    const intervals = [{ start: '10:00', end: '12:00' }];
    await send('PUT', saturday, { body: { intervals } });
    const { uid } = await aBooking(app.nest, calendar, '2027-02-06T09:30:00Z');
    const taken = await send('DELETE', saturday);
    expect([taken.status, taken.json.overrides, taken.json.affectedBookings]).toEqual([
      ...[200, [], [uid]],
    ]);
  });

  it('is told the same again by a request that is repeated with its key', async () => {
    const { uid } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const headers = { 'idempotency-key': randomUUID() };
    const first = await send('PUT', `${path}/hours`, { body: closed, headers });
    const again = await send('PUT', `${path}/hours`, { body: closed, headers });
    expect(first.json.affectedBookings).toEqual([uid]);
    expect(again.json).toEqual(first.json);
  });
});
