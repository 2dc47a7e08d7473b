import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '../../../src/database/database.js';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { expectProblem } from './refused.js';

let app: TestApp;
let path: string;
beforeAll(async () => {
  app = await startTestApp();
  path = `${apiPath(await aCalendar(app.nest))}/bookings`;
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.stop());

/** The database commits what comes first, says so to nobody, and is away from then on. */
function loseTheFirstCommit(): void {
  const database = app.nest.get(Database);
  const write = database.write.bind(database);
  let writes = 0;
  jest.spyOn(database, 'write').mockImplementation(async (work) => {
    writes += 1;
    if (writes === 1) await write(work);
    throw new Error('Connection terminated unexpectedly');
  });
}

const book = (start: string, key: string) =>
  app.ask({ path, body: aRequest(start), headers: { 'idempotency-key': key } });

describe('a connection that is lost', () => {
  it('at COMMIT leaves open what was done, and the same request finds out', async () => {
    loseTheFirstCommit();
    const answer = await book('2027-02-02T09:00:00Z', 'lost');
    expectProblem(answer, 503, 'unavailable');
    expect(answer.json).toMatchObject({
      detail: 'I couldn’t save that for certain. Sending the same again is safe.',
      outcome: 'unknown',
    });
    jest.restoreAllMocks();
    const again = await book('2027-02-02T09:00:00Z', 'lost');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  });

  it('before COMMIT changes nothing, and says so', async () => {
    jest.spyOn(app.nest.get(Database), 'write').mockImplementation(() => {
      throw new Error('Connection terminated unexpectedly');
    });
    const answer = await book('2027-02-02T11:00:00Z', 'never');
    expectProblem(answer, 503, 'unavailable');
    expect(answer.json.detail).toContain('Nothing was changed.');
    expect(answer.json).not.toHaveProperty('outcome');
  });
});
