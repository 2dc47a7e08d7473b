import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRequest } from '../builders/booking.js';
import { aCalendar, apiPath } from '../builders/calendar.js';
import { createTestDatabase, type TestDatabase } from '../db/test-database.js';
import { type DatabaseCable, databaseCable } from '../fakes/database-cable.js';
import { expectProblem } from './api/refused.js';
import { startTestApp, type TestApp } from './app.js';

let database: TestDatabase;
let cable: DatabaseCable;
let app: TestApp;
let path: string;
beforeAll(async () => {
  database = await createTestDatabase();
  cable = await databaseCable(database.url);
  app = await startTestApp({ database: { ...database, url: cable.url } });
  path = apiPath(await aCalendar(app.nest));
});
afterAll(async () => {
  await app.stop();
  await cable.pull();
  await database.drop();
});

const book = () =>
  app.ask({
    path: `${path}/bookings`,
    body: aRequest('2027-02-02T09:00:00Z'),
    headers: { 'idempotency-key': 'through-the-storm' },
  });

describe('when the database goes away', () => {
  it('every answer is a 503 that says when to try again, and afterwards all is well', async () => {
    expect((await book()).status).toBe(201);
    await cable.pull();

    const read = await app.ask({ path: `${path}/slots?start=2027-02-02&end=2027-02-02` });
    const write = await book();
    const manage = await app.ask({ path: '/api/v1/bookings/x', token: 'x' });
    for (const answer of [read, write, manage]) {
      expectProblem(answer, 503, 'unavailable');
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(write.json.detail).toBe(
      'I couldn’t save that. Nothing was changed. Try again in a minute.',
    );
    const down = await app.ask({ path: '/health/ready' });
    expect([down.status, down.json.parts.database]).toEqual([503, 'unreachable']);
    expect((await app.ask({ path: '/health/live' })).status).toBe(200);

    await cable.plugIn();
    const replay = await book();
    expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect((await app.ask({ path: '/health/ready' })).status).toBe(200);
  });
});
