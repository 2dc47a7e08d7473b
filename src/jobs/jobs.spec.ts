import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from '../../test/db/test-database.js';
import { DatabaseAddress } from '../database/database-address.js';
import { Database } from '../database/database.js';
import { postgresFailure } from '../database/postgres-failure.js';
import { Jobs } from './jobs.js';
import { Postponed } from './postponed.js';

const happened = { name: 'test.happened', schema: z.object({ number: z.int() }) };

let server: TestDatabase;
let database: Database;
beforeAll(async () => {
  server = await createTestDatabase();
  database = new Database((await server.orm()).em);
});
afterAll(() => server.drop());

let jobs: Jobs;
let seen: number[];
let handle: (number: number) => Promise<void>;
beforeEach(async () => {
  seen = [];
  handle = () => Promise.resolve();
  jobs = await startedJobs();
});
afterEach(() => jobs.stop());

async function startedJobs(Kind = Jobs): Promise<Jobs> {
  const started = new Kind(new DatabaseAddress(server.url), database);
  started.subscribe({
    event: happened,
    queue: 'test',
    handle: ({ number }) => {
      seen.push(number);
      return handle(number);
    },
  });
  await started.onApplicationBootstrap();
  return started;
}

/** How far ahead the next try is put once the first has failed. */
async function secondsToRetry(): Promise<number> {
  for (;;) {
    const [row] = await database.read((entities) =>
      entities.execute<{ seconds: number }[]>(
        `select extract(epoch from start_after - now())::float8 as seconds
           from pgboss.job where state = 'retry'`,
      ),
    );
    if (row) return row.seconds;
    await setTimeout(20);
  }
}

const publish = (...numbers: number[]): Promise<void> =>
  database.write(async (entities) => {
    for (const number of numbers) await jobs.publish(entities, happened, { number });
  });

/** Workers that hear of new jobs, and never look for any by themselves while a test lasts. */
class HearingJobs extends Jobs {
  protected override readonly lookEverySeconds = 3_600;
}

async function handled(count: number): Promise<void> {
  while (seen.length < count) await setTimeout(20);
}

describe('jobs', () => {
  it('are done when what they follow is committed, and never when it is not', async () => {
    const refused = database.write(async (entities) => {
      await jobs.publish(entities, happened, { number: 13 });
      throw new Error('rolled back');
    });
    await expect(refused).rejects.toThrow('rolled back');
    await publish(1);
    await handled(1);
    await jobs.settle(10_000);
    expect(seen).toEqual([1]);
  });

  it('that come all at once are done one after the other, without a rest between them', async () => {
    await jobs.stop();
    jobs = await startedJobs(HearingJobs);
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    await publish(...numbers);
    await handled(numbers.length);
    expect(seen.toSorted((a, b) => a - b)).toEqual(numbers);
  });

  it('that could not be published because the connection broke fail as the connection did', async () => {
    const failed = database.write(async (entities) => {
      const own = 'select pg_terminate_backend(pg_backend_pid())';
      await entities.execute(own).catch(() => undefined);
      await jobs.publish(entities, happened, { number: 13 });
    });
    const failure = await failed.catch((error: unknown) => error);
    expect([postgresFailure(failure), String(failure)]).toEqual(['again', expect.any(String)]);
  });

  it('that were put off come again when they said, with all their tries', async () => {
    handle = () =>
      seen.length === 1 ? Promise.reject(new Postponed('busy', 'Later.', 1)) : Promise.resolve();
    await publish(7);
    await handled(2);
    await jobs.settle(10_000);
    const rows = await database.read((entities) =>
      entities.execute(`select state, retry_count as tries from pgboss.job where name = 'test'`),
    );
    expect([seen, rows.slice(-2)]).toEqual([
      [7, 7],
      [
        { state: 'completed', tries: 0 },
        { state: 'completed', tries: 0 },
      ],
    ]);
  });

  it('that failed come again soon', async () => {
    handle = () => (seen.length === 1 ? Promise.reject(new Error('away')) : Promise.resolve());
    await publish(7);
    expect(await secondsToRetry()).toBeLessThan(20);
    await database.write((entities) =>
      entities.execute(`update pgboss.job set start_after = now() where state = 'retry'`),
    );
    await handled(2);
    expect(seen).toEqual([7, 7]);
  });
});
