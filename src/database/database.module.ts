import { setTimeout } from 'node:timers/promises';
import { Global, Injectable, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { MikroORM, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Env } from '../config/env.js';
import { DatabaseAddress } from './database-address.js';
import { DatabaseHealth } from './database-health.js';
import { DatabaseStatus } from './database-status.js';
import { Database } from './database.js';
import { databaseConfig } from './mikro-orm.config.js';
import { OpenDatabase, openDatabase } from './open-database.js';
import { Sweeps } from './sweeps.js';

/** How long the pool may take to close, in milliseconds. */
const POOL_END = 5_000;

/**
 * The end of the database, in its order: the pool first, the embedded server last. Whatever needs
 * the database at its own end does so in `onModuleDestroy` or `beforeApplicationShutdown`, which
 * Nest calls for every module before this. A connection that is taken while the pool closes is never
 * given back (Kysely forgets it), and the pool would wait for it for ever: hence the limit.
 */
@Injectable()
class DatabaseEnd implements OnApplicationShutdown {
  constructor(
    private readonly orm: MikroORM,
    private readonly database: OpenDatabase,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.race([this.orm.close(true), setTimeout(POOL_END, undefined, { ref: false })]);
    await this.database.stop();
  }
}

/** Everybody who injects anything of these waits until the database is fit to take bookings. */
@Global()
@Module({
  providers: [
    {
      provide: OpenDatabase,
      useFactory: (env: Env) => openDatabase(env, new Logger('Database')),
      inject: [Env],
    },
    {
      provide: DatabaseAddress,
      useFactory: ({ url }: OpenDatabase) => new DatabaseAddress(url),
      inject: [OpenDatabase],
    },
  ],
  exports: [OpenDatabase, DatabaseAddress],
})
class DatabaseAddressModule {}

@Global()
@Module({
  imports: [
    DatabaseAddressModule,
    MikroOrmModule.forRootAsync({
      driver: PostgreSqlDriver,
      inject: [DatabaseAddress],
      useFactory: ({ url }: DatabaseAddress) => ({
        ...databaseConfig({ url }),
        // `Database` gives each call an entity manager of its own.
        registerRequestContext: false,
      }),
    }),
  ],
  providers: [Database, DatabaseHealth, DatabaseStatus, DatabaseEnd, Sweeps],
  exports: [Database, DatabaseHealth, DatabaseAddressModule, Sweeps],
})
export class DatabaseModule {}
