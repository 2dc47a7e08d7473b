import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { scratchFolder, serverData } from '../../test/db/embedded-app.js';
import { createTestDatabase, type TestDatabase } from '../../test/db/test-database.js';
import { Env } from '../config/env.js';
import { runningServer } from './embedded-postgres/running-server.js';
import { migrate, migrationState } from './migrate.js';
import { openDatabase, prepare } from './open-database.js';

const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };
const unheard = { log: silent, notice: () => undefined };
const migrating = { ...unheard, migrateOnStart: true };

let db: TestDatabase;
afterEach(() => db.drop());

/** A database without a single table. */
async function emptyDatabase(): Promise<void> {
  db = await createTestDatabase();
  await db.query('drop schema public cascade');
  await db.query('drop schema pgboss cascade');
  await db.query('create schema public');
}

describe('a database at the start', () => {
  it('is migrated, and answers what it has', async () => {
    await emptyDatabase();
    const migrations = await prepare(db.url, migrating);
    expect(migrations.length).toBeGreaterThan(0);
    expect(await migrationState(db.url)).toEqual({ known: migrations, pending: [] });
    expect(await prepare(db.url, migrating)).toEqual(migrations);
  });

  it('is migrated once when several products start at once', async () => {
    await emptyDatabase();
    await Promise.all([migrate(db.url), migrate(db.url), migrate(db.url)]);
    const { known } = await migrationState(db.url);
    expect(await db.query('select name from migration order by id')).toEqual(
      known.map((name) => ({ name })),
    );
  });

  it('is left alone when MIGRATE_ON_START is off, and refused while something lacks', async () => {
    await emptyDatabase();
    const waiting = { ...unheard, migrateOnStart: false };
    await expect(prepare(db.url, waiting)).rejects.toMatchObject({ code: 'migrations-pending' });
    expect(await db.query(`select to_regclass('booking') as booking`)).toEqual([{ booking: null }]);
    await prepare(db.url, migrating);
    expect(await prepare(db.url, waiting)).not.toHaveLength(0);
  });

  it('keeps nothing of a migration that fails, and works when it is started again', async () => {
    await emptyDatabase();
    await db.query('create table booking (in_the_way int)');
    await expect(prepare(db.url, migrating)).rejects.toMatchObject({ code: 'migration' });
    expect(await db.query(`select to_regclass('host') as host`)).toEqual([{ host: null }]);
    await db.query('drop table booking');
    expect(await prepare(db.url, migrating)).not.toHaveLength(0);
  });

  it('is refused in one sentence without the overlap constraint', async () => {
    db = await createTestDatabase();
    await db.query('alter table booking drop constraint booking_no_overlap');
    await expect(prepare(db.url, migrating)).rejects.toMatchObject({
      code: 'constraint-missing',
      sentences: [expect.stringContaining('booking_no_overlap')],
    });
  });

  it('is refused with the reason when the server does not know it, or us', async () => {
    db = await createTestDatabase();
    const absent = new URL(db.url);
    absent.pathname = 'no_such_database';
    await expect(prepare(absent.href, migrating)).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('no such database'),
    });
    const stranger = new URL(db.url);
    stranger.password = randomBytes(8).toString('hex');
    await expect(prepare(stranger.href, migrating)).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.not.stringContaining(stranger.password),
    });
  });
});

describe('a server that does not answer', () => {
  it('is waited for, not in silence, and then refused with what to do', async () => {
    db = await createTestDatabase();
    const nowhere = new URL(db.url);
    [nowhere.hostname, nowhere.port] = ['127.0.0.1', '1'];
    const said: string[] = [];
    const how = { ...migrating, notice: (sentence: string) => said.push(sentence) };
    await expect(prepare(nowhere.href, { ...how, patienceMs: 1_500 })).rejects.toMatchObject({
      code: 'database-unreachable',
      sentences: [expect.stringContaining('Check that the server runs')],
    });
    expect(said).toEqual([expect.stringContaining('does not answer yet. Trying for up to 2 s.')]);
  });

  it('is not spoken of when it answers', async () => {
    db = await createTestDatabase();
    const said: string[] = [];
    await prepare(db.url, { ...migrating, notice: (sentence) => said.push(sentence) });
    expect(said).toEqual([]);
  });
});

describe('a replica', () => {
  it('is refused in one sentence, and a server that was started for it is stopped', async () => {
    db = await createTestDatabase();
    const scratch = scratchFolder();
    const env = Env.from({ DATA_DIR: scratch.path });
    try {
      const primary = await openDatabase(env, silent);
      expect(primary.migrations).not.toHaveLength(0);
      await primary.stop();
      // With this file a server comes up as a hot standby and waits for a primary.
      writeFileSync(join(serverData(scratch.path), 'standby.signal'), '');
      await expect(openDatabase(env, silent)).rejects.toMatchObject({
        code: 'database-unfit',
        sentences: [expect.stringContaining('replica')],
      });
      expect(runningServer(serverData(scratch.path))).toBeNull();
    } finally {
      await scratch.remove();
    }
  });
});
