import type { Pool, PoolClient } from 'pg';

/**
 * Gives the place of a connection that broke back to the pool. Whoever holds it in a transaction
 * would keep it: Kysely (0.29) gives a connection back only after its ROLLBACK, which cannot succeed
 * then. Each crash of the server would leave a smaller pool, and the last one none.
 */
export function giveBackLostConnections(pool: Pool): void {
  const lent = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => lent.add(client));
  pool.on('release', (_fault, client) => lent.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (!lent.has(client)) return;
      client.release(true);
      // The holder may still do its part; giving back twice is an error.
      Object.assign(client, { release: () => undefined });
    });
  });
}
