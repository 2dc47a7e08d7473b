import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { expectProblem, refusedBooking, withAttendee } from './refused.js';

const START = '2027-02-02T09:00:00Z';

let app: TestApp;
let path: string;
let day = 2;
beforeAll(async () => {
  app = await startTestApp();
  path = apiPath(await aCalendar(app.nest));
});
afterAll(() => app.stop());

/** Every test a time of its own. */
const aFreeStart = (): string => {
  day += 1;
  return new Date(Date.UTC(2027, 1, 1 + 7 * Math.floor(day / 5) + (day % 5), 9)).toISOString();
};

async function bookedAttendee(part: Readonly<Record<string, unknown>>) {
  const answer = await app.ask({
    path: `${path}/bookings`,
    body: withAttendee(aFreeStart(), part),
  });
  expect(answer.status).toBe(201);
  return answer.json.attendee;
}

describe('A21 a name', () => {
  it.each([
    ['only spaces', '   \t '],
    ['only zero-width characters', '\u200b\u200d\ufeff'],
    ['only marks', '\u0301\u0302'],
    ['nothing', ''],
    ['101 letters', 'x'.repeat(101)],
    ['20,000 marks on a letter each', 'a\u0301b'.repeat(20_000)],
  ])('that shows nothing or too much is malformed: %s', async (_case, name) => {
    const answer = await refusedBooking(app, path, withAttendee(START, { name }));
    expect([400, 413]).toContain(answer.status);
    expectProblem(answer, answer.status, answer.status === 400 ? 'malformed' : 'too-large');
  });

  it.each([
    ['20,000 marks on one letter', `Z${'\u0300'.repeat(20_000)}`, /^Z\p{M}{0,8}$/u],
    ['turned round', 'Sam \u202eevil\u202c Rivers', /^Sam evil Rivers$/],
    ['spread over lines', ' Sam\r\n  Rivers ', /^Sam Rivers$/],
    ['of 100 letters', 'x'.repeat(100), /^x{100}$/],
    ['in two forms', 'Jose\u0301', /^José$/],
  ])('is stored as it should be read: %s', async (_case, name, stored) => {
    expect((await bookedAttendee({ name })).name).toMatch(stored);
  });
});

describe('A22 an e-mail address', () => {
  it.each([
    'a@b',
    '"x@y"@internal',
    '"sam"@example.com',
    'a,b@c.d',
    'a@b.c\r\nBcc: v@x',
    'a@b.example\nBcc: v@x.example',
    'sam@example.com, kim@example.com',
    'Sam <sam@example.com>',
    'sam@example.com.',
    'sam.@example.com',
    '@example.com',
    'sam',
    '',
    `${'x'.repeat(300)}@example.com`,
    'sam@exa mple.com',
    'sam@127.0.0.1',
  ])('that no mail server or list of addresses takes is malformed: %p', async (email) => {
    const answer = await refusedBooking(app, path, withAttendee(START, { email }));
    expectProblem(answer, 400, 'malformed');
    expect(answer.json.errors[0].pointer).toBe('#/attendee/email');
  });

  it.each([
    ['sam+tag@example.com', 'sam+tag@example.com'],
    ['sam@bücher.example', 'sam@xn--bcher-kva.example'],
    ['Sam.Rivers@EXAMPLE.com', 'Sam.Rivers@example.com'],
  ])('with a tag or an international domain is taken: %s', async (email, stored) => {
    expect((await bookedAttendee({ email })).email).toBe(stored);
  });
});
