import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { expectProblem, refusedBooking, withAttendee } from './refused.js';

const START = '2027-02-02T09:00:00Z';

let app: TestApp;
let path: string;
beforeAll(async () => {
  app = await startTestApp();
  path = apiPath(await aCalendar(app.nest));
});
afterAll(() => app.stop());

describe('A7 a time zone', () => {
  it.each([
    'Mars/Olympus',
    '../../etc/passwd',
    'x'.repeat(5_000),
    'EST',
    '+02:00',
    'Europe/Berlin; drop table',
    '',
    3,
    null,
  ])('that does not exist is malformed: %p', async (timeZone) => {
    const answer = await refusedBooking(app, path, withAttendee(START, { timeZone }));
    expectProblem(answer, 400, 'malformed');
    expect(answer.json.errors[0].pointer).toBe('#/attendee/timeZone');
  });

  it.each(['Mars/Olympus', 'EST', '../../etc/passwd'])(
    'that does not exist is malformed in a question for times: %s',
    async (zone) => {
      const query = new URLSearchParams({ start: '2027-02-02', end: '2027-02-03', timeZone: zone });
      expectProblem(await app.ask({ path: `${path}/slots?${query}` }), 400, 'malformed');
    },
  );

  it.each(['Europe/Kyiv', 'Europe/Kiev', 'US/Pacific', 'Asia/Calcutta', 'UTC'])(
    'is taken under its present and its former name: %s',
    async (zone) => {
      const query = new URLSearchParams({ start: '2027-02-02', end: '2027-02-02', timeZone: zone });
      const { status, json } = await app.ask({ path: `${path}/slots?${query}` });
      expect({ status, days: json.days.length }).toEqual({ status: 200, days: 1 });
    },
  );
});

describe('A16 a field that does not exist', () => {
  it.each([
    { status: 'confirmed' },
    { hostId: 'bb5a9a4e-8f0f-4a59-9b0a-7e6e2d3b8f10' },
    { priceCents: 0 },
    { isAdmin: true },
    { id: 'bb5a9a4e-8f0f-4a59-9b0a-7e6e2d3b8f10' },
  ])('is malformed and assigns nothing: %p', async (more) => {
    const answer = await refusedBooking(app, path, aRequest(START, more));
    expectProblem(answer, 400, 'malformed');
    expect(answer.json.errors).toEqual([
      { pointer: `#/${Object.keys(more)[0]}`, detail: expect.any(String) },
    ]);
  });

  it('is malformed within the attendee too', async () => {
    const answer = await refusedBooking(app, path, withAttendee(START, { isHost: true }));
    expectProblem(answer, 400, 'malformed');
  });
});

describe('A17 a key that reaches for prototypes', () => {
  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"constructor":"x"}',
  ])('is refused: %s', async (answers) => {
    const body = JSON.stringify(aRequest(START)).replace('{', `{"answers":${answers},`);
    const answer = await refusedBooking(app, path, body);
    expectProblem(answer, 400, 'malformed');
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });
});

describe('A18 an object or a list where text is expected', () => {
  it.each([
    [{ email: { $ne: 1 } }, '#/attendee/email'],
    [{ email: ['a@example.com', 'b@example.com'] }, '#/attendee/email'],
    [{ name: { __raw: '1 or 1=1' } }, '#/attendee/name'],
    [{ timeZone: ['Europe/Berlin'] }, '#/attendee/timeZone'],
  ])('is malformed: %p', async (part, pointer) => {
    const answer = await refusedBooking(app, path, withAttendee(START, part));
    expectProblem(answer, 400, 'malformed');
    expect(answer.json.errors[0].pointer).toBe(pointer);
  });

  it('is malformed: a list for a body, text for a body, no body', async () => {
    for (const body of ['[]', '"x"', 'null', '1', '{', '']) {
      expectProblem(await refusedBooking(app, path, body), 400, 'malformed');
    }
    const form = { path: `${path}/bookings`, body: 'start=x', headers: { 'content-type': 'a/b' } };
    expectProblem(await app.ask(form), 400, 'malformed');
  });

  it('is malformed: a parameter given twice', async () => {
    const query = 'start=2027-02-02&start=2027-02-03&end=2027-02-04';
    expectProblem(await app.ask({ path: `${path}/slots?${query}` }), 400, 'malformed');
  });

  it('is malformed: an unknown parameter', async () => {
    const query = 'start=2027-02-02&end=2027-02-04&hostId=1';
    expectProblem(await app.ask({ path: `${path}/slots?${query}` }), 400, 'malformed');
  });
});

describe('A19 text that reaches for the database', () => {
  it('is stored as the text it is', async () => {
    const notes = `'; DROP TABLE booking; -- %00 ? :x $1`;
    const { status, json } = await app.ask({
      path: `${path}/bookings`,
      body: aRequest('2027-02-03T09:00:00Z', { notes }),
    });
    expect({ status, notes: json.notes }).toEqual({ status: 201, notes });
  });

  it.each([
    ['NUL in a name', withAttendee(START, { name: 'Sam\0Rivers' })],
    ['NUL in the notes', aRequest(START, { notes: 'a\0b' })],
    ['half a surrogate pair in the notes', aRequest(START, { notes: 'a\ud800b' })],
    ['half a surrogate pair in a campaign', aRequest(START, { utm: { source: '\udc00' } })],
    ['NUL in an e-mail address', withAttendee(START, { email: 'a\0@example.com' })],
  ])('is malformed where it cannot be stored: %s', async (_case, body) => {
    expectProblem(await refusedBooking(app, path, body), 400, 'malformed');
  });

  it.each(['%00', '%F0%9F%92%A9', `'%20or%201=1`, '%C3%28', '%', 'x'.repeat(250), '..%2f..'])(
    'is not found in an address: %s',
    async (piece) => {
      for (const address of [
        `/api/v1/calendars/${piece}/intro-call`,
        `/api/v1/calendars/ada/${piece}`,
        `/api/v1/bookings/${piece}`,
      ]) {
        const { status, json } = await app.ask({ path: address, token: 'x' });
        expect([400, 404, 414]).toContain(status);
        expect(json.type).toMatch(/problems\/(not-found|malformed)$/);
      }
    },
  );
});

describe('A20 too much', () => {
  it('of a note is refused', async () => {
    const answer = await refusedBooking(app, path, aRequest(START, { notes: 'x'.repeat(1e6) }));
    expectProblem(answer, 413, 'too-large');
  });

  it('of a note that just fits in a request is malformed', async () => {
    const answer = await refusedBooking(app, path, aRequest(START, { notes: 'x'.repeat(2_001) }));
    expectProblem(answer, 400, 'malformed');
  });

  it('of answers is refused', async () => {
    const answers = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`question-${index}`, 'yes']),
    );
    const answer = await refusedBooking(app, path, aRequest(START, { answers }));
    expectProblem(answer, 413, 'too-large');
  });

  it('of nesting is malformed', async () => {
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    const body = JSON.stringify(aRequest(START)).replace('{', `{"answers":{"a":${deep}},`);
    expectProblem(await refusedBooking(app, path, body), 400, 'malformed');
  });

  it('of a body is refused before it has arrived', async () => {
    const chunk = new Uint8Array(64 * 1024);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += chunk.length;
        if (sent > 100e6) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const answer = await fetch(`${app.url}${path}/bookings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit).catch(() => null);
    expect([undefined, 413]).toContain(answer?.status);
    expect(sent).toBeLessThan(10e6);
  });
});

describe('A24, A25 guests and answers that nobody asked for', () => {
  it.each([
    [{ guests: ['kim@example.com'] }, '#/guests'],
    [{ answers: { colour: 'blue' } }, '#/answers/colour'],
  ])('break a rule of the calendar: %p', async (more, pointer) => {
    const answer = await refusedBooking(app, path, aRequest(START, more));
    expectProblem(answer, 422, 'validation');
    expect(answer.json.errors).toEqual([{ pointer, detail: expect.any(String) }]);
  });
});
