import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

/** What a table holds for a while only. */
export interface Sweep {
  readonly table: string;
  /** SQL: the instant from which on nobody needs a row; one without it stays. */
  readonly over: string;
}

/** How many rows one statement drops, so that none holds its locks for long. */
const BATCH = 500;

/**
 * Where each owner of a table says what in it is over. It is dropped a day later: long enough to say
 * of it that it has run out, rather than that it never was. The database's clock decides, so that no
 * process drops what another still counts on, and two may sweep at once.
 */
@Injectable()
export class Sweeps {
  private readonly all: Sweep[] = [];

  constructor(private readonly database: Database) {}

  add(sweep: Sweep): void {
    this.all.push(sweep);
  }

  async run(): Promise<void> {
    for (const sweep of this.all) while (await this.dropSome(sweep));
  }

  /** Whether there may be more. */
  private async dropSome(sweep: Sweep): Promise<boolean> {
    const dropped = await this.database.single((entities) =>
      entities.execute<unknown[]>(dropOf(sweep), [BATCH]),
    );
    return dropped.length === BATCH;
  }
}

/** Both names are words of ours. */
const dropOf = ({ table, over }: Sweep): string => `
  with old as (
    select id from ${table} where ${over} < now() - interval '24 hours'
     limit ? for update skip locked)
  delete from ${table} where id in (select id from old) returning id`;
