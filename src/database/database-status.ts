import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../config/env.js';
import { say } from '../language/say.js';
import { StatusBoard } from '../shared/status-board.js';
import { Database } from './database.js';
import { DatabaseHealth } from './database-health.js';

interface Facts {
  readonly version: string;
  readonly count: number;
  readonly latest: string | null;
}

/** Tells whether bookings can be taken, and what the database is. */
@Injectable()
export class DatabaseStatus implements OnModuleInit {
  constructor(
    private readonly board: StatusBoard,
    private readonly health: DatabaseHealth,
    private readonly database: Database,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.board.serve('database', async () => {
      const state = await this.health.check();
      const first = say(`status:database.${state}`);
      return state === 'unreachable' ? [first] : [first, await this.facts()];
    });
  }

  private async facts(): Promise<string> {
    const place = say(`status:database.${this.env.databaseUrl ? 'outside' : 'embedded'}`);
    const [row] = await this.database.read((entities) => entities.execute<Facts[]>(FACTS));
    const { version = '', count = 0, latest = null } = row ?? {};
    return say('status:database.facts', { version, count, latest: latest ?? '–', place });
  }
}

const FACTS = `
  select split_part(current_setting('server_version'), ' ', 1) as version,
         count(*)::int as count, max(name) as latest
    from migration`;
