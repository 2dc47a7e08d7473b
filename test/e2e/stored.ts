import type { TestDatabase } from '../db/test-database.js';

/**
 * How many rows each table holds that a request could add to, jobs included. Cards, mail and their
 * receipts come by jobs of their own, whenever they come.
 */
export async function storedRows(database: TestDatabase): Promise<Record<string, number>> {
  const [row] = await database.query<Record<string, number>>(
    `select (select count(*)::int from booking) as bookings,
            (select count(*)::int from booking_change) as changes,
            (select count(*)::int from idempotency_key) as keys,
            (select count(*)::int from pgboss.job) as jobs`,
  );
  return row ?? {};
}

/** Cards, replies and receipts come by jobs, whenever they come. */
const BY_JOBS = ['posted_card', 'card_reply', 'receipt'];

/** What each table holds that jobs leave alone, as one hash a table, and how many jobs there are. */
export async function contentOf(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const kept = tables.filter(({ name }) => !BY_JOBS.includes(name));
  const hashes = kept.map(
    ({ name }) =>
      `select '${name}' as name,
              md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as hash
         from "${name}" row`,
  );
  const jobs = `select 'jobs' as name, count(*)::text as hash from pgboss.job`;
  const rows = await database.query<{ name: string; hash: string }>(
    [...hashes, jobs].join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
