import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';

/**
 * The door to the database. Each call gets an entity manager of its own, so that no row is
 * remembered from one request to the next.
 */
@Injectable()
export class Database {
  constructor(private readonly entities: EntityManager) {}

  /** Reads outside a transaction. */
  read<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return work(this.entities.fork());
  }

  /** One transaction: what `work` changed is flushed and committed, or nothing is. */
  write<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return this.entities.fork().transactional(work);
  }
}
