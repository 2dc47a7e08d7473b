import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Until the transaction ends, whoever else holds this host waits. NO KEY UPDATE leaves room for the
 * foreign-key checks of other tables.
 */
export async function lockHost(entities: EntityManager, hostId: string): Promise<void> {
  await entities.execute('select from host where id = ? for no key update', [hostId]);
}
