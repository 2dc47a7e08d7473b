import type { Client } from 'pg';

/** Until somebody in this database waits for a lock, or it is over. */
export async function someoneWaits(client: Client, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { rows } = await client.query<{ found: boolean }>(
      `select exists (select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock') as found`,
    );
    if (rows[0]?.found) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
