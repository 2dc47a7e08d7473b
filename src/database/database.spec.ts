import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { createTestDatabase, type TestDatabase } from '../../test/db/test-database.js';
import { Database } from './database.js';
import { databaseConfig } from './mikro-orm.config.js';
import { postgresFailure } from './postgres-failure.js';

const CONNECTIONS = 2;

let server: TestDatabase;
let orm: MikroORM;
let database: Database;
beforeEach(async () => {
  server = await createTestDatabase();
  orm = await MikroORM.init(databaseConfig({ url: server.url, poolSize: CONNECTIONS }));
  database = new Database(orm.em);
});
afterEach(async () => {
  await orm.close(true);
  await server.drop();
});

const backend = async (entities: EntityManager): Promise<number> => {
  const [row] = await entities.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
  return row?.pid ?? 0;
};

const kill = (pid: number): Promise<unknown> =>
  server.query('select pg_terminate_backend($1, 5000)', [pid]);

const one = (entities: EntityManager) => entities.execute<{ one: number }[]>('select 1 as one');

/** As often as there are connections, and once more, so that a lost one would be missed. */
async function cutOff(work: (entities: EntityManager) => Promise<unknown>): Promise<unknown[]> {
  const failures: unknown[] = [];
  for (let time = 0; time <= CONNECTIONS; time += 1) {
    await database.write(work).catch((error: unknown) => failures.push(error));
  }
  return failures;
}

describe('a transaction whose connection breaks', () => {
  it.each([
    [
      'between two statements',
      async (em: EntityManager) => kill(await backend(em)).then(() => one(em)),
    ],
    [
      'in a statement',
      async (em: EntityManager) => em.execute('select pg_terminate_backend(pg_backend_pid())'),
    ],
    ['before COMMIT', async (em: EntityManager) => kill(await backend(em))],
  ])('%s fails as that, and leaves the pool as large as it was', async (_when, work) => {
    const failures = await cutOff(work);
    expect(failures.map(postgresFailure)).toEqual(['again', 'again', 'again']);
    const all = Array.from({ length: CONNECTIONS }, () => database.write(one));
    expect(await Promise.all(all)).toEqual([[{ one: 1 }], [{ one: 1 }]]);
  });

  it('before it begins is as if it had not been', async () => {
    await kill(await database.read(backend));
    expect(await database.write(one)).toEqual([{ one: 1 }]);
  });
});
