import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Jobs } from '../../../src/jobs/jobs.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { MailServer } from '../../fakes/mail-server.js';
import { startTestApp, type TestApp } from '../app.js';
import { arrive, follow, headingOf, send, textOf } from '../page/visitor.js';

let server: MailServer;
let app: TestApp;
let manageUrl: string;
beforeAll(async () => {
  server = await MailServer.open();
  const environment = { ...server.environment, RATE_LIMITS: 'on' };
  app = await startTestApp({ environment });
  ({ manageUrl } = await aBooking(app.nest, await aCalendar(app.nest), '2027-02-02T09:00:00Z'));
  await app.nest.get(Jobs).settle(10_000);
});
beforeEach(() => {
  server.letters.length = 0;
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

async function asked(email: string) {
  const form = await follow(app, await arrive(app, '/b/nothing?t=nothing'), 'Find my bookings');
  const answer = await send(app, form, { email });
  await app.nest.get(Jobs).settle(10_000);
  return answer;
}

describe('somebody who lost their links', () => {
  it('gets them mailed, and the page says the same to everybody', async () => {
    const known = await asked('SAM@example.com');
    expect(server.letters).toHaveLength(1);
    const [letter] = server.letters;
    expect(letter?.recipients).toEqual(['SAM@example.com']);
    expect(letter?.mail.subject).toBe('Your bookings');
    expect(letter?.mail.text).toContain(manageUrl);
    expect(letter?.mail.text).toContain('Intro call with Ada');
    const unknown = await asked('nobody@example.com');
    expect(server.letters).toHaveLength(1);
    expect([unknown.status, unknown.html]).toEqual([known.status, known.html]);
    expect(headingOf(known)).toBe('Look into your mail');
  });

  it('gets them once an hour, so that nobody can fill their mailbox', async () => {
    await asked('sam@example.com');
    expect(server.letters).toHaveLength(0);
  });

  it('is told when the address is none, and leaves no trace of it', async () => {
    const answer = await asked('sam@');
    expect(answer.status).toBe(422);
    expect(textOf(answer)).toContain('Enter one e-mail address');
    const jobs = await app.database.query<{ data: unknown }>('select data from pgboss.job');
    expect(JSON.stringify(jobs)).not.toMatch(/example\.com/i);
  });

  it('who asks too often is asked to wait', async () => {
    const answers = [await asked('a@example.com'), await asked('b@example.com')];
    expect(answers.map(({ status }) => status)).toEqual([200, 429]);
  });
});
