import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { aBooking, aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { storedRows } from '../stored.js';
import { expectProblem, refusedBooking } from './refused.js';

const START = '2027-02-02T09:00:00Z';

let app: TestApp;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
});
afterAll(() => app.stop());

const book = (body: unknown, key?: string): Promise<Answer> =>
  app.ask({
    ...{ path: `${apiPath(calendar)}/bookings`, body },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });

describe('booking', () => {
  it('answers 201, the booking, where it is, and how to manage it', async () => {
    const answer = await book(
      aRequest(START, { notes: 'Two lines\r\nof notes', utm: { source: 'newsletter' } }),
    );
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      uid: expect.stringMatching(/^[0-9a-z]{20}$/),
      ...{ status: 'confirmed', title: 'Intro call', timeZone: 'Europe/Berlin' },
      ...{ start: '2027-02-02T09:00:00.000Z', end: '2027-02-02T09:30:00.000Z' },
      host: { name: 'Ada' },
      attendee: {
        ...{ name: 'Sam Rivers', email: 'sam@example.com' },
        ...{ timeZone: 'Europe/Berlin', locale: null },
      },
      ...{ location: null, answers: {}, questions: {}, guests: [] },
      ...{ notes: 'Two lines\nof notes', source: 'api' },
      utm: { source: 'newsletter' },
      ...{ createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/) },
      sequence: 0,
      manageUrl: `https://book.example.com/b/${answer.json.uid}?t=${answer.json.manageToken}`,
      manageToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(answer.headers.get('location')).toBe(`/api/v1/bookings/${answer.json.uid}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('idempotent-replayed')).toBeNull();
  });

  it('takes the start in any offset', async () => {
    const { status, json } = await book(aRequest('2027-02-02T14:30:00+05:30'));
    expect({ status, start: json.start }).toEqual({
      status: 201,
      start: '2027-02-02T09:00:00.000Z',
    });
  });

  it('keeps only the hash of the manage token', async () => {
    const { json } = await book(aRequest(START));
    const rows = await app.database.query<{ row: string }>(
      'select booking::text as row from booking',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(json.manageToken);
  });
});

describe('A8 a time that was free on the screen and is taken at submit', () => {
  it('answers 409 with the three nearest free times', async () => {
    await aBooking(app.nest, calendar, START);
    const answer = await refusedBooking(app, apiPath(calendar), aRequest(START));
    expectProblem(answer, 409, 'slot-taken');
    expect(answer.json.alternatives).toEqual([
      { start: '2027-02-02T08:15:00.000Z', end: '2027-02-02T08:45:00.000Z' },
      { start: '2027-02-02T08:30:00.000Z', end: '2027-02-02T09:00:00.000Z' },
      { start: '2027-02-02T09:30:00.000Z', end: '2027-02-02T10:00:00.000Z' },
    ]);
  });

  it('tells nothing about the other booking', async () => {
    const other = await aBooking(app.nest, calendar, START);
    const { text } = await book(aRequest('2027-02-02T09:15:00Z'));
    expect(text).not.toContain(other.uid);
    expect(text).not.toContain('sam@example.com');
    expect(text).not.toContain('"start":"2027-02-02T09:00:00');
  });

  it('gives ten rivals one booking', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => book(aRequest(START))));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });
});

describe('A9 the same form twice', () => {
  it('is one booking, and the second answer is the first one, byte by byte', async () => {
    const first = await book(aRequest(START), 'form-1');
    const rows = await storedRows(app.database);
    const second = await book(aRequest(START), 'form-1');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await storedRows(app.database)).toEqual(rows);
  });

  it('is one booking when both come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => book(aRequest(START), 'form-2')),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.has('idempotent-replayed'))).toHaveLength(4);
  });

  it('may be sent again after a refusal: only what was done is remembered', async () => {
    expect((await book(aRequest('2027-02-02T09:07:00Z'), 'form-3')).status).toBe(422);
    expect((await book(aRequest('2027-02-02T09:15:00Z'), 'form-3')).status).toBe(201);
  });
});

describe('A10 an Idempotency-Key that comes with something else', () => {
  it('is refused: another body, another person, another route', async () => {
    const { json } = await book(aRequest(START), 'key-1');
    const path = `/api/v1/bookings/${json.uid}/cancel`;
    const headers = { 'idempotency-key': 'key-1' };
    const others = [
      await book(aRequest('2027-02-03T09:00:00Z'), 'key-1'),
      await book({ ...aRequest(START), notes: 'x' }, 'key-1'),
      await app.ask({ method: 'POST', path, headers, token: json.manageToken }),
    ];
    for (const other of others) expectProblem(other, 422, 'idempotency-conflict');
  });
});

describe('A12 an Idempotency-Key of the day before', () => {
  const age = (hours: number) =>
    app.database.query(`update idempotency_key set created_at = now() - interval '${hours} hours'`);

  it('is replayed within 24 hours, and a new request after them', async () => {
    const first = await book(aRequest(START), 'yesterday');
    await age(23);
    expect((await book(aRequest(START), 'yesterday')).json).toEqual(first.json);
    await age(25);
    expectProblem(await book(aRequest(START), 'yesterday'), 409, 'slot-taken');
  });
});

describe('A11 an Idempotency-Key that is none', () => {
  it.each([
    ['300 characters', 'x'.repeat(300)],
    ['nothing', ''],
    ['spaces', '  '],
    ['é', '\xe9'],
  ])('is malformed: %s', async (_case, key) =>
    expectProblem(await book(aRequest(START), key), 400, 'malformed'),
  );

  it('is only a key, whatever it spells', async () => {
    expect((await book(aRequest(START), `' or 1=1; drop table booking --`)).status).toBe(201);
  });
});

describe('A12 an Idempotency-Key after a day', () => {
  it('is a new one: the rules of the calendar decide', async () => {
    await book(aRequest(START), 'old');
    await app.database.query(
      `update idempotency_key set created_at = now() - interval '25 hours' where key = 'api:old'`,
    );
    expectProblem(await book(aRequest(START), 'old'), 409, 'slot-taken');
  });
});
