import { Client } from 'pg';

/** One connection outside the pool: for the start, before there is a pool. */
export interface Session {
  /** Rows of one statement. */
  ask<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** Runs `work` over a connection of its own and closes it. */
export async function withSession<T>(
  url: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: 'vis-a-vis start',
    connectionTimeoutMillis: 5_000,
  });
  // Without a listener, a connection that breaks would end the process; the statement fails anyhow.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work({
      async ask<Row extends object>(sql: string, values: readonly unknown[] = []) {
        return (await client.query<Row>(sql, [...values])).rows;
      },
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}
