import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WaitingRequestsJob } from '../../src/bookings/approval/waiting-requests.job.js';
import { AttendanceListsJob } from '../../src/bookings/attendance/attendance-lists.job.js';
import { ForgetToldJob } from '../../src/bookings/personal-data/forget-told.job.js';
import { Jobs } from '../../src/jobs/jobs.js';
import type { ClockRound } from '../../src/jobs/clock-round.js';
import { DueRemindersJob } from '../../src/notifications/reminders/due-reminders.job.js';
import { SweepJob } from '../../src/operations/sweep.job.js';
import { aRequest } from '../builders/booking.js';
import { aCalendar, apiPath } from '../builders/calendar.js';
import { createTestDatabase, type TestDatabase } from '../db/test-database.js';
import { type StatementCounter, statementCounter } from '../fakes/statement-counter.js';
import { startTestApp, type TestApp } from './app.js';

const ROUNDS = [
  ...[AttendanceListsJob, DueRemindersJob, ForgetToldJob, SweepJob, WaitingRequestsJob],
] as const;

let database: TestDatabase;
let counter: StatementCounter;
let app: TestApp;
let path: string;
beforeAll(async () => {
  database = await createTestDatabase();
  counter = await statementCounter(database.url);
  app = await startTestApp({ database: { ...database, url: counter.url } });
  // What costs a statement, or makes one longer, is switched on.
  const settings = {
    limits: { perDay: { count: 9 }, perMonth: { count: 99 } },
    oneOpenBooking: true,
  };
  path = apiPath(await aCalendar(app.nest, { settings }));
  const slots = `${path}/slots?start=2027-02-02&end=2027-02-02`;
  // What is due by the clock is looked up at any moment, and belongs to no request.
  for (const round of ROUNDS) await app.nest.get<ClockRound>(round).onModuleDestroy();
  // The first request opens the connection and prepares it.
  await app.ask({ path: slots });
});
afterAll(async () => {
  await app.stop();
  counter.stop();
  await database.drop();
});

async function statementsOf(ask: () => Promise<{ readonly status: number }>) {
  counter.taken();
  const { status } = await ask();
  const statements = counter.taken();
  return { status, count: statements.length, statements };
}

describe('statements', () => {
  it('are at most three for a list of free times', async () => {
    const found = await statementsOf(() =>
      app.ask({ path: `${path}/slots?start=2027-02-02&end=2027-03-02` }),
    );
    expect(found.status).toBe(200);
    expect(found.count).toBeLessThanOrEqual(3);
  });

  it('are none for what other sites load', async () => {
    const found = await statementsOf(() => app.ask({ path: '/embed.js' }));
    expect(found).toEqual({ status: 200, count: 0, statements: [] });
  });

  it('are at most fifteen for a booking', async () => {
    const body = aRequest('2027-02-02T09:00:00Z');
    const found = await statementsOf(() => app.ask({ path: `${path}/bookings`, body }));
    expect(found.status).toBe(201);
    expect(found.count).toBeLessThanOrEqual(15);
  });

  it('A8 are no more for a time that was just taken, its three neighbours found', async () => {
    const wish = (name: string) => {
      const attendee = { name, email: `${name}@example.com`, timeZone: 'UTC' };
      return { path: `${path}/bookings`, body: aRequest('2027-02-03T09:00:00Z', { attendee }) };
    };
    expect((await app.ask(wish('kim'))).status).toBe(201);
    // What follows a booking is no part of the next request.
    await app.nest.get(Jobs).settle(30_000);
    const found = await statementsOf(() => app.ask(wish('lee')));
    expect(found.status).toBe(409);
    expect(found.count).toBeLessThanOrEqual(15);
  });
});
