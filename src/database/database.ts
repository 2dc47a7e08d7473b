import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { WriteWatch } from './write-watch.js';

/**
 * The door to the database. Each call gets an entity manager of its own, so that no row is
 * remembered from one request to the next.
 */
@Injectable()
export class Database {
  private readonly watches = new AsyncLocalStorage<WriteWatch>();

  constructor(private readonly entities: EntityManager) {}

  /** Outside a transaction; changes nothing. */
  read<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return work(this.entities.fork());
  }

  /**
   * One statement of book-keeping, which needs no transaction: who was seen, where a conversation
   * stands, what was handed over. That is nobody's change, so no watch counts it.
   */
  single<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return work(this.entities.fork());
  }

  /** One transaction: what `work` changed is flushed and committed, or nothing is. */
  write<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return this.entities.fork().transactional(async (entities) => {
      const result = await work(entities);
      await entities.flush();
      // Only the COMMIT is missing now, and its answer can be lost.
      this.watches.getStore()?.note();
      return result;
    });
  }

  /** Runs `work`; `watch` knows afterwards, even when it failed, whether it may have saved something. */
  watched<T>(watch: WriteWatch, work: () => Promise<T>): Promise<T> {
    return this.watches.run(watch, work);
  }
}
