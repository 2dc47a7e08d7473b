import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import type { Client } from 'pg';
import { giveBackLostConnections } from './lost-connections.js';

// The same folders whether this file runs from src (tests) or from dist.
const root = fileURLToPath(new URL('../../', import.meta.url));
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const entities = [`src/**/*.entity.${extension}`, `bots/**/*.entity.${extension}`];

// Sent as a statement, because PgBouncer refuses connections that bring these settings along.
// A transaction that needs to be stricter says so with SET LOCAL.
const SERVING = `set time zone 'UTC'; set statement_timeout = '30s';
  set idle_in_transaction_session_timeout = '60s'`;
const MIGRATING = `set time zone 'UTC'; set statement_timeout = 0; set lock_timeout = '5s'`;

export interface DatabaseSettings {
  /** `postgres://user:password@host:port/name`. */
  readonly url: string;
  /** Most connections at once; 20 unless said otherwise. */
  readonly poolSize?: number;
  /** A migration may take long but must not hold others up while it waits for a lock. */
  readonly isMigrating?: boolean;
}

/** How MikroORM reaches one database: every `*.entity` file of src and bots, and the migrations. */
export function databaseConfig(settings: DatabaseSettings): Options {
  const { url, poolSize = 20, isMigrating = false } = settings;
  return defineConfig({
    clientUrl: url,
    baseDir: root,
    entities,
    entitiesTs: entities,
    extensions: [Migrator],
    migrations: {
      path: 'migrations',
      pathTs: 'migrations',
      glob: `!(*.d).${extension}`,
      tableName: 'migration',
      snapshot: false,
      silent: true,
      // A migration that fails half way leaves nothing behind and runs again at the next start.
      transactional: true,
      allOrNothing: true,
    },
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      application_name: 'vis-a-vis',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      onConnect: (client: Client) => client.query(isMigrating ? MIGRATING : SERVING),
      onPoolCreated: giveBackLostConnections,
    },
    forceUtcTimezone: true,
  });
}
