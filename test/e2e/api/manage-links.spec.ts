import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookedAnswer } from '../../../src/bookings/booking-answer.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { storedRows } from '../stored.js';
import { expectProblem } from './refused.js';

const START = '2027-02-02T09:00:00.000Z';
const LATER = '2027-02-02T13:00:00.000Z';

let app: TestApp;
let calendar: CalendarConfiguration;
let booking: BookedAnswer;
let token: string;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  calendar = await aCalendar(app.nest);
  booking = await aBooking(app.nest, calendar, START);
  token = booking.manageToken;
});
afterAll(() => app.stop());

const show = (shown = token, uid = booking.uid): Promise<Answer> =>
  app.ask({ path: `/api/v1/bookings/${uid}`, token: shown });
const cancel = (body?: object): Promise<Answer> =>
  app.ask({ method: 'POST', path: `/api/v1/bookings/${booking.uid}/cancel`, body, token });
const move = (start: string, more: object = {}): Promise<Answer> =>
  app.ask({ path: `/api/v1/bookings/${booking.uid}/reschedule`, body: { start, ...more }, token });

describe('a manage token', () => {
  it('shows the booking, without handing out the token again', async () => {
    const { status, json, headers } = await show();
    const { manageUrl: _url, manageToken: _token, ...facts } = booking;
    expect({ status, json }).toEqual({ status: 200, json: facts });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
  });

  it('moves the booking: same uid, next sequence, the old time remembered, its slot free again', async () => {
    const { status, json } = await move(LATER);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      ...{ uid: booking.uid, status: 'confirmed', sequence: 1 },
      ...{ start: LATER, end: '2027-02-02T13:30:00.000Z', rescheduledFrom: START },
    });
    expect((await show()).json).toMatchObject({ sequence: 1, rescheduledFrom: START });
    const { text } = await app.ask({
      path: `${apiPath(calendar)}/slots?start=2027-02-02&end=2027-02-02&timeZone=UTC`,
    });
    expect(text).toContain('"start":"2027-02-02T09:00:00+00:00"');
    expect(text).not.toContain('"start":"2027-02-02T13:00:00+00:00"');
  });

  it('cancels the booking, with a reason or without a body, and its slot is free again', async () => {
    const { status, json } = await cancel();
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { status: 'cancelled', sequence: 1 },
    });
    const again = await aBooking(app.nest, calendar, START);
    expect(again.start).toBe(START);
  });

  it('is asked for when it is missing', async () => {
    const answer = await app.ask({ path: `/api/v1/bookings/${booking.uid}` });
    expectProblem(answer, 401, 'unauthorized');
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('moves only to times that are offered', async () => {
    expectProblem(await move('2027-02-02T09:07:00Z'), 422, 'slot-not-offered');
    await aBooking(app.nest, calendar, LATER);
    const answer = await move(LATER);
    expectProblem(answer, 409, 'slot-taken');
    expect(answer.json.alternatives).toHaveLength(3);
    expectProblem(await move('2027-02-30T09:00:00Z'), 400, 'malformed');
    expectProblem(await move(LATER, { status: 'confirmed' }), 400, 'malformed');
  });
});

describe('B1 a mail scanner, a link preview, a prefetch', () => {
  it('changes nothing, and the token still works', async () => {
    const before = await storedRows(app.database);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      for (const action of ['', '/cancel', '/reschedule']) {
        const path = `/api/v1/bookings/${booking.uid}${action}`;
        const { status } = await app.ask({ method, path, token });
        expect([200, 404]).toContain(status);
      }
    }
    expect(await storedRows(app.database)).toEqual(before);
    expect((await show()).json).toMatchObject({ status: 'confirmed', sequence: 0 });
  });
});

describe('B2 a cancel that comes too late', () => {
  it('is told so, and is published once in total', async () => {
    expect((await cancel({ reason: 'Ill' })).status).toBe(200);
    const rows = await storedRows(app.database);
    const again = await cancel();
    expectProblem(again, 409, 'booking-closed');
    expect(again.json).toMatchObject({ status: 409, detail: expect.stringContaining('already') });
    expectProblem(await move(LATER), 409, 'booking-closed');
    expect(await storedRows(app.database)).toEqual(rows);
  });

  it('is told so after the start', async () => {
    app.clock.set('2027-02-02T09:00:00Z');
    expectProblem(await cancel(), 409, 'booking-closed');
    expectProblem(await move('2027-02-03T09:00:00Z'), 409, 'booking-closed');
    expect((await show()).json.status).toBe('confirmed');
  });

  it('is replayed when it carries the same key', async () => {
    const path = `/api/v1/bookings/${booking.uid}/cancel`;
    const once = { method: 'POST', path, token, headers: { 'idempotency-key': 'c-1' } };
    const [first, second] = [await app.ask(once), await app.ask(once)];
    expect([first.status, second.status, second.text]).toEqual([200, 200, first.text]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('B3 a move that comes twice', () => {
  it('is done once: the same move answers the same booking', async () => {
    const first = await move(LATER);
    const rows = await storedRows(app.database);
    const second = await move(LATER);
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect((await storedRows(app.database)).changes).toBe(rows['changes']);
  });

  it('from a page that shows an older time is refused with the present one', async () => {
    await move(LATER, { sequence: 0 });
    const answer = await move('2027-02-03T09:00:00Z', { sequence: 0 });
    expectProblem(answer, 409, 'booking-changed');
    expect(answer.json.start).toBe(LATER);
  });
});

describe('B4 a token of another booking', () => {
  it('is not found: neither with its own nor with the other uid', async () => {
    const other = await aBooking(app.nest, calendar, LATER);
    expectProblem(await show(other.manageToken), 404, 'not-found');
    expectProblem(await show(token, other.uid), 404, 'not-found');
    expect((await show(other.manageToken, other.uid)).status).toBe(200);
  });
});

describe('B5 a token that was damaged', () => {
  it('is not found, in the same words each time', async () => {
    const flipped = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    const damaged = [
      ...[flipped, token.slice(0, -1), `${token}A`, token.toUpperCase(), token.toLowerCase()],
      ...[encodeURIComponent(encodeURIComponent(`%${token}`)), 'x'.repeat(10_000), 'null', '*'],
    ];
    const answers = await Promise.all(damaged.map((text) => show(text)));
    for (const answer of answers) expectProblem(answer, 404, 'not-found');
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await show()).status).toBe(200);
  });
});

describe('B7 a token after its time', () => {
  it('is not found 30 days after the meeting, and the answer is that of a wrong one', async () => {
    app.clock.set('2027-03-04T09:29:00Z');
    expect((await show()).status).toBe(200);
    app.clock.set('2027-03-04T09:31:00Z');
    const answer = await show();
    expectProblem(answer, 404, 'not-found');
    expect(answer.text).toBe((await show('wrong')).text);
  });
});

describe('B11 a move that overlaps its own old time', () => {
  it('is allowed', async () => {
    const { status, json } = await move('2027-02-02T09:15:00Z');
    expect({ status, start: json.start }).toEqual({
      status: 200,
      start: '2027-02-02T09:15:00.000Z',
    });
  });
});
