import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { OpenDatabase } from './open-database.js';
import { hasOverlapConstraint } from './server-fitness.js';
import type { Session } from './session.js';

/** What the database is good for at this moment. */
export type DatabaseState =
  'ready' | 'unreachable' | 'read-only' | 'constraint-missing' | 'migrations-missing';

const ANSWER_WITHIN_MS = 2_000;

/** Tells whether bookings can be taken now. */
@Injectable()
export class DatabaseHealth {
  constructor(
    private readonly orm: MikroORM,
    private readonly database: OpenDatabase,
  ) {}

  /** Never throws; answers within two seconds. */
  async check(): Promise<DatabaseState> {
    const late = Promise.withResolvers<DatabaseState>();
    const timer = setTimeout(() => late.resolve('unreachable'), ANSWER_WITHIN_MS);
    try {
      return await Promise.race([this.ask(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async ask(): Promise<DatabaseState> {
    try {
      const session = this.session();
      const [row] = await session.ask<{ readOnly: boolean }>(STATE);
      if (!row) return 'unreachable';
      if (row.readOnly) return 'read-only';
      if (!(await this.isMigrated(session))) return 'migrations-missing';
      return (await hasOverlapConstraint(session)) ? 'ready' : 'constraint-missing';
    } catch {
      return 'unreachable';
    }
  }

  private async isMigrated(session: Session): Promise<boolean> {
    const found = await session.ask<{ name: string }>('select name from migration');
    const names = new Set(found.map(({ name }) => name));
    return this.database.migrations.every((name) => names.has(name));
  }

  private session(): Session {
    const connection = this.orm.em.getConnection();
    return { ask: (sql) => connection.execute(sql) };
  }
}

const STATE = `select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as "readOnly"`;
