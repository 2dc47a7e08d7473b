import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';

const EVERY = 60_000;

/**
 * When each key was last used, kept here and saved once a minute: a program that only reads changes
 * nothing by reading, and a busy one does not write with every request.
 */
@Injectable()
export class KeyUses implements OnModuleDestroy {
  private readonly logger = new Logger(KeyUses.name);
  private readonly unsaved = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  note(keyId: string): void {
    this.unsaved.set(keyId, this.clock.now());
    this.timer ??= setTimeout(() => void this.save(), EVERY).unref();
  }

  /** Null when everything that is known is saved. */
  latest(keyId: string): Date | null {
    const at = this.unsaved.get(keyId);
    return at === undefined ? null : new Date(at);
  }

  /** A use that could not be saved is no reason to fail. */
  private async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const uses = Object.fromEntries(this.unsaved);
    this.unsaved.clear();
    if (Object.keys(uses).length === 0) return;
    await this.database
      .single((entities) => entities.execute(SAVE, [JSON.stringify(uses)]))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'Key uses were not saved.'));
  }

  async onModuleDestroy(): Promise<void> {
    await this.save();
  }
}

const SAVE = `
  update api_key
     set last_used_at = greatest(last_used_at, to_timestamp(used.at::float8 / 1000))
    from jsonb_each_text(?::jsonb) as used (key_id, at)
   where id = used.key_id::uuid`;
