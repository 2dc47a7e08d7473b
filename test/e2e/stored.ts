import type { TestDatabase } from '../db/test-database.js';

/**
 * How many rows each table holds that a request could add to, jobs included. Receipts of mail come
 * by jobs of their own, whenever they come.
 */
export async function storedRows(database: TestDatabase): Promise<Record<string, number>> {
  const [row] = await database.query<Record<string, number>>(
    `select (select count(*)::int from booking) as bookings,
            (select count(*)::int from booking_change) as changes,
            (select count(*)::int from idempotency_key) as keys,
            (select count(*)::int from receipt where kind not like 'mail %') as receipts,
            (select count(*)::int from pgboss.job) as jobs`,
  );
  return row ?? {};
}
