import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { WaitingRequests } from '../../../src/bookings/approval/waiting-requests.service.js';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import { type Answer, type Asked, ask } from '../ask.js';

const START = '2027-02-02T09:00:00.000Z';
const LATER = '2027-02-02T13:00:00.000Z';

let app: TestApp;
let limited: TestApp;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  app = await startTestApp();
  limited = await startTestApp({
    database: app.database,
    environment: { RATE_LIMITS: 'on', TRUST_PROXY: '1' },
  });
}, 60_000);
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  limited.clock.set(MONDAY_MORNING);
  calendar = await aCalendar(app.nest);
});
afterAll(async () => {
  await limited.stop();
  await app.stop();
});

interface Held {
  readonly uid: string;
  readonly secret: string;
}

const hold = (start: string, more: Partial<Asked> = {}, by: TestApp = app): Promise<Answer> =>
  ask(by.url, { path: `${apiPath(calendar)}/reservations`, body: { start }, ...more });
const held = async (start = START): Promise<Held> => {
  const { uid, secret } = (await hold(start)).json;
  return { uid, secret };
};
const book = (start: string, more: object = {}): Promise<Answer> =>
  app.ask({ path: `${apiPath(calendar)}/bookings`, body: aRequest(start, { ...more }) });
const release = ({ uid, secret }: Held): Promise<Answer> =>
  app.ask({ method: 'DELETE', path: `/api/v1/reservations/${uid}`, token: secret });
const isFree = async (start: string): Promise<boolean> => {
  const path = `${apiPath(calendar)}/slots?start=2027-02-02&end=2027-02-02&timeZone=UTC`;
  return (await app.ask({ path })).text.includes(`"start":"${start.slice(0, 16)}`);
};

describe('a reservation', () => {
  it('keeps the time for five minutes and becomes the booking, with the same uid', async () => {
    const { status, json } = await hold(START);
    expect(status).toBe(201);
    expect(json).toEqual({
      ...{ uid: expect.any(String), secret: expect.any(String) },
      expiresAt: '2027-02-01T07:05:00.000Z',
    });
    expect(await isFree(START)).toBe(false);
    expect((await book(START)).status).toBe(409);
    const refused = await hold(START);
    expect([refused.status, refused.json.alternatives]).toEqual([
      409,
      [expect.anything(), expect.anything(), expect.anything()],
    ]);
    const { uid, secret } = json;
    const booked = await book(START, { reservation: { uid, secret } });
    expect(booked.json).toMatchObject({ uid, status: 'confirmed', start: START, sequence: 0 });
    const { manageToken: token } = booked.json;
    expect((await app.ask({ path: `/api/v1/bookings/${uid}`, token })).status).toBe(200);
  });

  it('may be spent on another time, and is given back by its secret', async () => {
    const reservation = await held();
    expect((await book(LATER, { reservation })).json).toMatchObject({ uid: reservation.uid });
    expect(await isFree(START)).toBe(true);
    const other = await held();
    expect((await release(other)).status).toBe(204);
    expect(await isFree(START)).toBe(true);
    expect((await release(other)).status).toBe(404);
  });

  it('A13: is opened by no other secret, and not touched by one', async () => {
    const mine = await held();
    const { secret } = await held(LATER);
    expect((await release({ ...mine, secret })).status).toBe(404);
    expect((await release({ ...mine, secret: 'x' })).status).toBe(404);
    expect((await release({ uid: `${mine.uid}%00`, secret })).status).toBe(404);
    expect((await book(START, { reservation: { ...mine, secret } })).status).toBe(404);
    expect(await isFree(START)).toBe(false);
    expect((await book(START, { reservation: mine })).status).toBe(201);
  });

  it('A14: that ran out still books while the time is free, and nothing when it is not', async () => {
    const [mine, late] = [await held(), await held(LATER)];
    app.clock.set('2027-02-01T07:05:00Z');
    expect(await isFree(START)).toBe(true);
    expect((await book(START, { reservation: mine })).status).toBe(201);
    expect((await book(LATER)).status).toBe(201);
    const { status, json } = await book(LATER, { reservation: late });
    expect([status, json.alternatives.length]).toEqual([409, 3]);
  });

  it('came in time, whatever the notice says while the form is filled in', async () => {
    app.clock.set('2027-02-02T05:00:00Z');
    const mine = await held();
    app.clock.set('2027-02-02T05:03:00Z');
    expect((await book(START)).status).toBe(409);
    expect((await book('2027-02-02T09:00:00Z', { reservation: mine })).status).toBe(201);
  });

  it('turns back no clock for another time, another calendar, or a start that has passed', async () => {
    const creator = await aPerson(app.nest);
    const atOnce = { title: 'At once', minimumNotice: { amount: 0, unit: 'minutes' } } as const;
    const strict = await aCalendar(app.nest, { creator });
    const easy = await aCalendar(app.nest, { creator, settings: atOnce });
    app.clock.set('2027-02-02T05:00:00Z');
    calendar = strict;
    const late = await held(LATER);
    calendar = easy;
    const mine = await held(START);
    const soon = await held('2027-02-02T08:00:00Z');
    app.clock.set('2027-02-02T05:03:00Z');
    calendar = strict;
    const tooSoon = { status: 422, reason: 'notice' };
    expect((await book('2027-02-02T08:30:00Z', { reservation: late })).json).toMatchObject(tooSoon);
    expect((await book(START, { reservation: mine })).json).toMatchObject(tooSoon);
    calendar = easy;
    app.clock.set('2027-02-02T08:00:00Z');
    await app.database.query(
      `update booking set hold_expires_at = '2027-02-02T09:00:00Z' where status = 'held'`,
    );
    const passed = await book('2027-02-02T08:00:00Z', { reservation: soon });
    expect(passed.json).toMatchObject(tooSoon);
  });

  it('A10: is shown again to whoever asked for it, and to nobody else with the same key', async () => {
    const by = (address: string) =>
      hold(START, { headers: { 'x-forwarded-for': address, 'idempotency-key': 'k1' } }, limited);
    const [first, again] = [await by('203.0.113.7'), await by('203.0.113.7')];
    expect([first.status, again.text]).toEqual([201, first.text]);
    const other = await by('203.0.113.8');
    expect([other.status, other.text.includes(first.json.secret)]).toEqual([422, false]);
  });

  it('A15: is one of three for an address and host, however many are asked for', async () => {
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const starts = ['01', '02', '03', '04'].map((day) => `2027-02-${day}T14:00:00.000Z`);
    const answers: number[] = [];
    for (const start of starts) {
      answers.push((await hold(start, from('203.0.113.7'), limited)).status);
    }
    expect(answers).toEqual([201, 201, 201, 429]);
    for (let more = 0; more < 8; more += 1) await hold(START, from('203.0.113.7'), limited);
    const { status, headers } = await hold(START, from('203.0.113.7'), limited);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await hold(START, from('203.0.113.8'), limited)).status).toBe(201);
  });

  it('A15: never takes more than a fifth of a day from everybody else', async () => {
    const statuses: number[] = [];
    for (let hour = 8; hour < 16; hour += 1) {
      const start = `2027-02-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
      const headers = { 'x-forwarded-for': `198.51.100.${hour}` };
      statuses.push((await hold(start, { headers }, limited)).status);
    }
    // Of eight hours three meetings of half an hour are held, less than 96 minutes.
    expect(statuses.filter((status) => status === 201)).toHaveLength(3);
    expect((await book('2027-02-02T15:00:00.000Z')).status).toBe(201);
  });

  it('that nobody came back for leaves no trace', async () => {
    await held();
    app.clock.set('2027-02-01T07:05:00Z');
    await app.nest.get(WaitingRequests).attend(app.clock.now());
    const [row] = await app.database.query<{ left: number }>(
      `select (select count(*)::int from booking where host_id = $1)
            + (select count(*)::int from booking_change where host_id = $1) as left`,
      [calendar.host.id],
    );
    expect(row?.left).toBe(0);
  });
});
