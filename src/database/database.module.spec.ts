import { Injectable, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { scratchFolder, serverData, type Scratch } from '../../test/db/embedded-app.js';
import { createTestDatabase } from '../../test/db/test-database.js';
import { testEnv } from '../../test/db/test-env.js';
import { ConfigModule } from '../config/config.module.js';
import { Env } from '../config/env.js';
import { SharedModule } from '../shared/shared.module.js';
import { DatabaseAddress } from './database-address.js';
import { DatabaseHealth } from './database-health.js';
import { Database } from './database.js';
import { DatabaseModule } from './database.module.js';
import { runningServer } from './embedded-postgres/running-server.js';

const last: number[] = [];

/** A part of the product that still writes when the product is told to end. */
@Injectable()
class LateWriter implements BeforeApplicationShutdown {
  constructor(private readonly database: Database) {}

  async beforeApplicationShutdown(): Promise<void> {
    const hosts = await this.database.read((entities) => entities.execute('select from host'));
    last.push(hosts.length);
  }
}

@Module({ providers: [LateWriter] })
class LateModule {}

async function appOn(env: Env, ...more: (typeof LateModule)[]) {
  const imports = [ConfigModule.with(env), SharedModule, DatabaseModule, ...more];
  const module = await Test.createTestingModule({ imports }).compile();
  return module.init();
}

describe('the database of the product', () => {
  let scratch: Scratch;
  beforeEach(() => {
    scratch = scratchFolder();
    last.length = 0;
  });
  afterEach(() => scratch.remove());

  it('is the embedded one when no other is named, and ends after everybody who needs it', async () => {
    const app = await appOn(Env.from({ DATA_DIR: scratch.path }), LateModule);
    await app
      .get(Database)
      .write((entities) =>
        entities.execute(`insert into host (handle, name) values ('ada', 'Ada')`),
      );
    expect(await app.get(DatabaseHealth).check()).toBe('ready');
    await app.close();
    expect(last).toEqual([1]);
    expect(runningServer(serverData(scratch.path))).toBeNull();
  });

  it('is an outside one by DATABASE_URL, which outlives the product', async () => {
    const db = await createTestDatabase();
    try {
      const app = await appOn(testEnv(db.url), LateModule);
      expect(app.get(DatabaseAddress).url).toBe(db.url);
      await app.close();
      expect(last).toEqual([0]);
      expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await db.drop();
    }
  });

  it('says what it lacks while it serves', async () => {
    const db = await createTestDatabase();
    const app = await appOn(testEnv(db.url));
    const health = app.get(DatabaseHealth);
    try {
      await db.query('alter table booking drop constraint booking_no_overlap');
      expect(await health.check()).toBe('constraint-missing');
      await db.query('delete from migration');
      expect(await health.check()).toBe('migrations-missing');
    } finally {
      await db.drop();
    }
    expect(await health.check()).toBe('unreachable');
    await app.close();
  });
});
