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
  /** The transaction that everything takes part in here, see `asOne`. */
  private readonly whole = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly entities: EntityManager) {}

  /** Outside a transaction; changes nothing. */
  read<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return work(this.whole.getStore()?.fork(IN_TRANSACTION) ?? this.entities.fork());
  }

  /**
   * One statement of book-keeping, which needs no transaction: who was seen, where a conversation
   * stands, what was handed over. That is nobody's change, so no watch counts it.
   */
  single<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return work(this.entities.fork());
  }

  /** One transaction: what `work` changed is flushed and committed, or nothing is. */
  async write<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    const part = this.whole.getStore()?.fork(IN_TRANSACTION);
    if (part) {
      const result = await work(part);
      await part.flush();
      return result;
    }
    return this.entities.fork().transactional(async (entities) => {
      const result = await work(entities);
      await entities.flush();
      // Only the COMMIT is missing now, and its answer can be lost.
      this.watches.getStore()?.note();
      return result;
    });
  }

  /**
   * One transaction of everything that `work` reads and writes through this door, however deep. What
   * fails in it fails for good: no part of it can be tried again by itself.
   */
  asOne<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return this.write((entities) => this.whole.run(entities, () => work(entities)));
  }

  /** Whether this is part of `asOne`. */
  get isPart(): boolean {
    return this.whole.getStore() !== undefined;
  }

  /** Runs `work`; `watch` knows afterwards, even when it failed, whether it may have saved something. */
  watched<T>(watch: WriteWatch, work: () => Promise<T>): Promise<T> {
    return this.watches.run(watch, work);
  }
}

const IN_TRANSACTION = { keepTransactionContext: true };
