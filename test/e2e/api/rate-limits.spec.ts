import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { aBooking, aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import type { Answer } from '../ask.js';
import { expectProblem, withAttendee } from './refused.js';

let app: TestApp;
let calendar: CalendarConfiguration;
let machines = 0;
beforeAll(async () => {
  // One proxy in front, so that every test can come from an address of its own.
  app = await startTestApp({ environment: { RATE_LIMITS: 'on', TRUST_PROXY: '1' } });
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
});
afterAll(() => app.stop());

const aMachine = (): string => {
  machines += 1;
  return `192.0.2.${machines}`;
};
const from = (address: string) => ({ 'x-forwarded-for': address });

async function statuses(times: number, ask: (index: number) => Promise<Answer>): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < times; index += 1) found.push((await ask(index)).status);
  return found;
}

/** Distinct free starts, an hour apart, from Tuesday on. */
const start = (index: number): string =>
  new Date(Date.UTC(2027, 1, 2 + Math.floor(index / 8), 8 + (index % 8))).toISOString();

const book = (address: string, body: unknown): Promise<Answer> =>
  app.ask({ path: `${apiPath(calendar)}/bookings`, body, headers: from(address) });

function expectLimited(answer: Answer): void {
  expectProblem(answer, 429, 'rate-limited');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
}

describe('B6 tokens tried at random', () => {
  it('are answered 429 after the tenth, from that address alone, and a good one too', async () => {
    const { uid, manageToken } = await aBooking(app.nest, calendar, start(0));
    const path = `/api/v1/bookings/${uid}`;
    const guesser = from(aMachine());
    const guess = (index: number) => app.ask({ path, token: `guess-${index}`, headers: guesser });
    expect(await statuses(12, guess)).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429]);
    expectLimited(await app.ask({ path, token: manageToken, headers: guesser }));
    const good = await app.ask({ path, token: manageToken, headers: from(aMachine()) });
    expect(good.status).toBe(200);
  });

  it('do not count when they are good', async () => {
    const { uid, manageToken } = await aBooking(app.nest, calendar, start(0));
    const ask = { path: `/api/v1/bookings/${uid}`, token: manageToken, headers: from(aMachine()) };
    expect(new Set(await statuses(15, () => app.ask(ask)))).toEqual(new Set([200]));
  });
});

describe('free times', () => {
  it('are read 60 times a minute from one address', async () => {
    const address = aMachine();
    const path = `${apiPath(calendar)}/slots?start=2027-02-02&end=2027-02-02`;
    const read = () => app.ask({ path, headers: from(address) });
    expect(await statuses(61, read)).toEqual([...Array.from({ length: 60 }, () => 200), 429]);
    expectLimited(await read());
    expect((await app.ask({ path, headers: from(aMachine()) })).status).toBe(200);
  });

  it('count a whole IPv6 network as one address', async () => {
    const path = `${apiPath(calendar)}/slots?start=2027-02-02&end=2027-02-02`;
    const read = (index: number) =>
      app.ask({ path, headers: from(`2001:db8:7:7::${index.toString(16)}`) });
    expect((await statuses(61, read)).at(-1)).toBe(429);
    expect((await app.ask({ path, headers: from('2001:db8:7:8::1') })).status).toBe(200);
  });
});

describe('bookings', () => {
  it('are five in ten minutes from one address', async () => {
    const address = aMachine();
    const bookAs = (index: number) =>
      book(address, withAttendee(start(index), { email: `person-${index}@example.com` }));
    expect(await statuses(6, bookAs)).toEqual([201, 201, 201, 201, 201, 429]);
    expectLimited(await bookAs(7));
  });

  it('are three in an hour for one e-mail address, however it is written', async () => {
    const emails = ['kim@example.com', 'Kim@example.com', 'kim@EXAMPLE.com', 'KIM@example.com'];
    const bookAs = (index: number) =>
      book(aMachine(), withAttendee(start(index), { email: emails[index] }));
    expect(await statuses(4, bookAs)).toEqual([201, 201, 201, 429]);
  });

  it('are thirty in an hour for one host', async () => {
    const bookAs = (index: number) =>
      book(aMachine(), withAttendee(start(index), { email: `crowd-${index}@example.com` }));
    const found = await statuses(31, bookAs);
    expect(found.filter((status) => status === 201)).toHaveLength(30);
    expect(found.at(-1)).toBe(429);
  });

  it('that fail do not count', async () => {
    await aBooking(app.nest, calendar, start(0));
    const address = aMachine();
    const fail = () => book(address, withAttendee(start(0), { email: 'late@example.com' }));
    expect(new Set(await statuses(8, fail))).toEqual(new Set([409]));
    const body = withAttendee(start(1), { email: 'late@example.com' });
    expect((await book(address, body)).status).toBe(201);
  });

  it('that are replayed do not count', async () => {
    const address = aMachine();
    const headers = { ...from(address), 'idempotency-key': 'again' };
    const again = () =>
      app.ask({ path: `${apiPath(calendar)}/bookings`, body: aRequest(start(0)), headers });
    expect(new Set(await statuses(8, again))).toEqual(new Set([201]));
  });

  it('are replayed after the limit is reached, so that a lost answer is heard', async () => {
    const bookWith = (index: number) =>
      app.ask({
        path: `${apiPath(calendar)}/bookings`,
        body: withAttendee(start(index), { email: 'lost@example.com' }),
        headers: { ...from(aMachine()), 'idempotency-key': `lost-${index}` },
      });
    expect(await statuses(4, bookWith)).toEqual([201, 201, 201, 429]);
    const again = await bookWith(2);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  });

  it('that come twenty times at once with one key are one booking and twenty equal answers', async () => {
    const headers = { ...from(aMachine()), 'idempotency-key': 'twenty' };
    const body = withAttendee(start(0), { email: 'twenty@example.com' });
    const path = `${apiPath(calendar)}/bookings`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => app.ask({ path, body, headers })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('that lose all at once do not count', async () => {
    await aBooking(app.nest, calendar, start(0));
    const address = aMachine();
    const bookAt = (index: number) =>
      book(address, withAttendee(start(index), { email: 'unlucky@example.com' }));
    const rivals = await Promise.all(Array.from({ length: 12 }, () => bookAt(0)));
    expect(rivals.filter(({ status }) => status === 201)).toEqual([]);
    expect((await bookAt(1)).status).toBe(201);
  });

  it('are tried thirty times in ten minutes from one address', async () => {
    const address = aMachine();
    const found = await statuses(31, () => book(address, {}));
    expect(found).toEqual([...Array.from({ length: 30 }, () => 400), 429]);
  });
});

describe('changes', () => {
  it('are asked for twenty times in ten minutes for one booking, from wherever', async () => {
    const { uid, manageToken: token } = await aBooking(app.nest, calendar, start(0));
    const path = `/api/v1/bookings/${uid}`;
    const body = { start: start(0) };
    const move = () =>
      app.ask({ path: `${path}/reschedule`, token, body, headers: from(aMachine()) });
    expect(await statuses(21, move)).toEqual([...Array.from({ length: 20 }, () => 200), 429]);
    const cancel = { path: `${path}/cancel`, method: 'POST', token };
    expectLimited(await app.ask({ ...cancel, headers: from(aMachine()) }));
    const other = await aBooking(app.nest, calendar, start(1));
    const otherPath = `/api/v1/bookings/${other.uid}/cancel`;
    const answer = await app.ask({ ...cancel, path: otherPath, token: other.manageToken });
    expect(answer.status).toBe(200);
  });
});

describe('C9 forged addresses', () => {
  it('do not help when no proxy is trusted', async () => {
    const bare = await startTestApp({ database: app.database, environment: { RATE_LIMITS: 'on' } });
    try {
      const path = `${apiPath(calendar)}/slots?start=2027-02-02&end=2027-02-02`;
      const read = (index: number) =>
        bare.ask({ path, headers: { ...from(`198.51.100.${index}`), 'x-real-ip': '127.0.0.1' } });
      expect((await statuses(61, read)).at(-1)).toBe(429);
    } finally {
      await bare.stop();
    }
  });
});
