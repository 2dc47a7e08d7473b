import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BookedAnswer } from '../../../src/bookings/booking-answer.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { aKey, type GivenKey } from '../../builders/key.js';
import { startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { expectProblem } from './refused.js';

let app: TestApp;
let calendar: CalendarConfiguration;
let second: CalendarConfiguration;
let ada: GivenKey;
let booked: readonly BookedAnswer[];
beforeAll(async () => {
  app = await startTestApp();
  const creator = await aPerson(app.nest);
  calendar = await aCalendar(app.nest, { creator });
  second = await aCalendar(app.nest, { creator, settings: { title: '100% focus' } });
  ada = await aKey(app.nest, { person: creator });
  const made: BookedAnswer[] = [];
  for (const hour of ['08', '09', '10', '11', '12']) {
    made.push(await aBooking(app.nest, calendar, `2027-02-02T${hour}:00:00Z`));
  }
  made.push(await aBooking(app.nest, second, '2027-02-03T09:00:00Z'));
  booked = made;
  const stranger = await aCalendar(app.nest, { creator: await aPerson(app.nest, 'Eve') });
  await aBooking(app.nest, stranger, '2027-02-02T09:00:00Z');
});
afterAll(() => app.stop());

const list = (query = ''): Promise<Answer> =>
  app.ask({ path: `/api/v1/bookings${query}`, token: ada.key });
const uidsOf = ({ json }: Answer): string[] => json.bookings.map(({ uid }: { uid: string }) => uid);
const uids = (...indexes: readonly number[]) => indexes.map((index) => booked[index]!.uid);

/** Follows `Link: rel=next` to the end. */
async function everyPage(query: string): Promise<readonly string[][]> {
  const pages: string[][] = [];
  let next: string | undefined = `/api/v1/bookings${query}`;
  while (next !== undefined) {
    const page: Answer = await app.ask({ path: next, token: ada.key });
    pages.push(uidsOf(page));
    const link = /^<https:\/\/book\.example\.com([^>]*)>; rel="next"$/;
    next = link.exec(page.headers.get('link') ?? '')?.[1];
    expect(next !== undefined).toBe(page.json.nextCursor !== null);
  }
  return pages;
}

describe('the appointment list', () => {
  it('holds the host’s own bookings, as each is shown by itself', async () => {
    const answer = await list();
    expect(uidsOf(answer)).toEqual(uids(0, 1, 2, 3, 4, 5));
    const alone = await app.ask({ path: `/api/v1/bookings/${booked[0]!.uid}`, token: ada.key });
    expect(answer.json.bookings[0]).toEqual(alone.json);
    expect(answer.text).not.toContain('manageToken');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('comes in pages that lose and repeat nothing while bookings are made before them', async () => {
    const pages = await everyPage('?limit=4');
    expect(pages).toEqual([uids(0, 1, 2, 3), uids(4, 5)]);
    const first = await list('?limit=2&list=all');
    const early = await aBooking(app.nest, calendar, '2027-02-04T13:00:00Z');
    const rest = await everyPage(`?limit=2&list=all&cursor=${first.json.nextCursor}`);
    const seen = [...uidsOf(first), ...rest.flat()];
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(uids(0, 1, 2, 3, 4, 5)));
    const path = `/api/v1/bookings/${early.uid}/cancel`;
    await app.ask({ method: 'POST', path, token: early.manageToken });
  });

  it('is narrowed by calendar, time, words and list', async () => {
    expect(uidsOf(await list(`?calendar=${second.id}`))).toEqual(uids(5));
    const span = '?from=2027-02-02T09:00:00Z&to=2027-02-02T11:00:00Z';
    expect(uidsOf(await list(span))).toEqual(uids(1, 2));
    expect(uidsOf(await list('?q=100%25'))).toEqual(uids(5));
    expect(uidsOf(await list('?q=rivers&limit=1'))).toEqual(uids(0));
    expect(uidsOf(await list('?q=nobody'))).toEqual([]);
    expect(uidsOf(await list('?list=past'))).toEqual([]);
  });

  it('refuses what it cannot read', async () => {
    for (const query of [
      ...['?limit=0', '?limit=101', '?limit=x', '?list=mine', '?cursor=abc', '?from=today'],
      ...['?list=all&list=past', '?hostId=1', '?q=', '?q=%00', '?__proto__=1'],
    ]) {
      expectProblem(await list(query), 400, 'malformed');
    }
    expectProblem(await list('?calendar=1'), 404, 'not-found');
  });
});

describe('a host’s key', () => {
  it('opens, moves and cancels the host’s bookings, in the host’s name', async () => {
    const [{ uid }] = [booked[4]!];
    const path = `/api/v1/bookings/${uid}`;
    const body = { start: '2027-02-04T09:00:00Z' };
    const moved = await app.ask({ path: `${path}/reschedule`, token: ada.key, body });
    expect([moved.status, moved.json]).toMatchObject([
      200,
      { uid, sequence: 1, rescheduledFrom: '2027-02-02T12:00:00.000Z' },
    ]);
    const inList = (await list()).json.bookings.find((one: { uid: string }) => one.uid === uid);
    expect(inList).toEqual(moved.json);
    const headers = { 'idempotency-key': 'once' };
    const cancel = { method: 'POST', path: `${path}/cancel`, token: ada.key, headers };
    const [first, again] = [await app.ask(cancel), await app.ask(cancel)];
    expect([first.status, again.text]).toEqual([200, first.text]);
    const [row] = await app.database.query<{ cancelled_by: string }>(
      'select cancelled_by from booking where uid = $1',
      [uid],
    );
    expect(row?.cancelled_by).toBe('host');
    expect(uidsOf(await list('?list=cancelled'))).toContain(uid);
  });

  it('C1 opens no booking of another host, and says no more than of one that does not exist', async () => {
    const foreign = await aKey(app.nest);
    const { uid } = booked[0]!;
    for (const [method, action, body] of [
      ['GET', '', undefined],
      ['POST', '/cancel', {}],
      ['POST', '/reschedule', { start: '2027-02-05T09:00:00Z' }],
    ] as const) {
      const ask = (name: string) =>
        app.ask({ method, path: `/api/v1/bookings/${name}${action}`, token: foreign.key, body });
      const answer = await ask(uid);
      expectProblem(answer, 404, 'not-found');
      expect((await ask('00000000000000000000')).text).toBe(answer.text);
    }
  });

  it('needs the scope for what it does', async () => {
    const reader = await aKey(app.nest, { person: ada.person, scopes: ['read'] });
    const path = `/api/v1/bookings/${booked[0]!.uid}`;
    expect((await app.ask({ path, token: reader.key })).status).toBe(200);
    const cancel = { method: 'POST', path: `${path}/cancel`, token: reader.key };
    expectProblem(await app.ask(cancel), 403, 'forbidden');
  });
});

interface Said {
  readonly token?: string;
  readonly body?: object;
}

describe('a request', () => {
  it('is confirmed or declined by the host’s key, once', async () => {
    const asked = await aCalendar(app.nest, {
      creator: ada.person,
      settings: { title: 'On request', approval: 'host' },
    });
    const [first, second] = [
      await aBooking(app.nest, asked, '2027-02-05T09:00:00Z'),
      await aBooking(app.nest, asked, '2027-02-05T11:00:00Z'),
    ];
    expect(uidsOf(await list('?list=pending'))).toEqual([first.uid, second.uid]);
    const say = (uid: string, what: string, { token = ada.key, body }: Said = {}) =>
      app.ask({ method: 'POST', path: `/api/v1/bookings/${uid}/${what}`, token, body });
    const foreign = await aKey(app.nest);
    expectProblem(await say(first.uid, 'confirm', { token: foreign.key }), 404, 'not-found');
    expectProblem(
      await say(first.uid, 'confirm', { token: first.manageToken }),
      401,
      'unauthorized',
    );
    const late = { body: { sequence: 1 } };
    expectProblem(await say(first.uid, 'confirm', late), 409, 'booking-changed');
    expectProblem(await say(first.uid, 'decline', late), 409, 'booking-changed');
    const seen = { body: { sequence: 0 } };
    expect((await say(first.uid, 'confirm', seen)).json).toMatchObject({ status: 'confirmed' });
    expectProblem(await say(first.uid, 'confirm'), 409, 'booking-closed');
    const declined = await say(second.uid, 'decline', { body: { reason: 'Away' } });
    expect([declined.status, declined.json.status]).toEqual([200, 'declined']);
    expectProblem(await say(second.uid, 'confirm'), 409, 'booking-closed');
    const showed = { status: 'showed' };
    expectProblem(await say(first.uid, 'attendance', { body: showed }), 409, 'booking-not-begun');
    app.clock.set('2027-02-05T09:05:00Z');
    expect((await say(first.uid, 'attendance', { body: showed })).json.status).toBe('showed');
    expectProblem(await say(first.uid, 'attendance', { body: { status: 'x' } }), 400, 'malformed');
  });
});
