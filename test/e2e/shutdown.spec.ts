import { MikroORM } from '@mikro-orm/postgresql';
import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Jobs } from '../../src/jobs/jobs.js';
import { Readiness } from '../../src/operations/readiness.js';
import { aCalendar, apiPath } from '../builders/calendar.js';
import { createTestDatabase } from '../db/test-database.js';
import { startTestApp } from './app.js';

describe('the stop', () => {
  it('answers what is under way, and ends in its order: HTTP, jobs, database', async () => {
    const database = await createTestDatabase();
    const app = await startTestApp({ database });
    const path = `${apiPath(await aCalendar(app.nest))}/slots?start=2027-02-02&end=2027-02-02`;
    const jobs = app.nest.get(Jobs);
    const readiness = app.nest.get(Readiness);
    const orm = app.nest.get(MikroORM);
    const stopJobs = jobs.stop.bind(jobs);
    let atTheEndOfJobs: object = {};
    jobs.stop = async () => {
      const isListening = app.nest.getHttpServer().listening;
      const { parts } = await readiness.report();
      atTheEndOfJobs = { isListening, parts, hasDatabase: await orm.isConnected() };
      await stopJobs();
    };

    // A request that waits for a lock until after the stop has begun.
    const rival = new Client(database.url);
    await rival.connect();
    await rival.query('begin; lock table booking_link in access exclusive mode');
    const underWay = app.ask({ path });
    while ((await waitingForLocks(rival)) === 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = app.stop();
    while (app.nest.getHttpServer().listening)
      await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(app.ask({ path: '/health/live' })).rejects.toThrow();
    await rival.query('commit');
    await rival.end();

    const answer = await underWay;
    expect([answer.status, answer.json.days.length]).toEqual([200, 1]);
    await stopped;
    expect(atTheEndOfJobs).toEqual({
      isListening: false,
      parts: { process: 'stopping', database: 'ready', jobs: 'ready' },
      hasDatabase: true,
    });
    expect(await orm.isConnected()).toBe(false);
    await database.drop();
  });
});

async function waitingForLocks(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_locks
      where not granted and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0]?.count ?? 0;
}
