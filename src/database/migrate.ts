import { MikroORM } from '@mikro-orm/postgresql';
import { say } from '../language/say.js';
import { StartRefused } from '../config/start.errors.js';
import { reasonOf } from '../config/system-error.js';
import { databaseConfig } from './mikro-orm.config.js';
import { withSession, type Session } from './session.js';

/** Any number, as long as nobody else of this database takes it: "vis-mig" in ASCII. */
const KEY = '33329990656158055';

/** The names of all migrations, and of those that the database still lacks. */
export interface MigrationState {
  readonly known: readonly string[];
  readonly pending: readonly string[];
}

/**
 * Brings the database up to date. Of several products that start at once one migrates and the
 * others wait. A migration that fails leaves nothing behind.
 * @throws StartRefused `migration`.
 */
export async function migrate(url: string): Promise<void> {
  await withSession(url, async (session) => {
    await lock(session);
    try {
      await withMigrator(url, (migrator) => migrator.up());
    } catch (cause) {
      const why = reasonOf(cause);
      throw new StartRefused('migration', [say('start:unfit.migration', { why })], { cause });
    }
    await session.ask('commit');
  });
}

export async function migrationState(url: string): Promise<MigrationState> {
  return withMigrator(url, async (migrator) => {
    const pending = (await migrator.getPending()).map(({ name }) => name);
    const executed = (await migrator.getExecuted()).map(({ name }) => name);
    return { known: [...executed, ...pending], pending };
  });
}

/** Held by a transaction rather than a session, because PgBouncer shares sessions. */
async function lock(session: Session): Promise<void> {
  await session.ask('begin');
  await session.ask(`set local statement_timeout = '10min'`);
  await session.ask(`set local idle_in_transaction_session_timeout = 0`);
  await session.ask('select pg_advisory_xact_lock($1::bigint)', [KEY]);
}

type Migrator = MikroORM['migrator'];

async function withMigrator<T>(url: string, work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const orm = await MikroORM.init({
    ...databaseConfig({ url, poolSize: 2, isMigrating: true }),
    // Migrations are plain SQL: they need no entity.
    entities: [],
    entitiesTs: [],
    discovery: { warnWhenNoEntities: false },
  });
  try {
    return await work(orm.migrator);
  } finally {
    await orm.close(true);
  }
}
