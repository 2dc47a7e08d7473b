import { realpathSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { hasCode } from '../../config/system-error.js';
import { ROLE, type Cluster } from './cluster.js';

/** Where the product keeps its tables. The maintenance database beside it holds the owner's lock. */
export const DATABASE = 'vis_a_vis';
export const MAINTENANCE = 'postgres';

export function addressOf(cluster: Cluster, port: number, database = DATABASE): string {
  return `postgres://${ROLE}:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** Whether the server on `port` answers, and works on the files of this cluster. */
export type Answer = 'ready' | 'starting' | 'silent' | 'foreign';

// PostgreSQL's errcodes: cannot_connect_now, too_many_connections; invalid_password,
// invalid_authorization_specification.
const STARTING = ['57P03', '53300'];
const FOREIGN = ['28P01', '28000'];

export async function askServer(cluster: Cluster, port: number): Promise<Answer> {
  try {
    // Another program on that port may accept and never say a word.
    const [row] = await query<{ folder: string }>(
      { connectionString: addressOf(cluster, port, MAINTENANCE), connectionTimeoutMillis: 1_000 },
      `select current_setting('data_directory') as folder`,
    );
    return row && isSame(row.folder, cluster.data) ? 'ready' : 'foreign';
  } catch (fault) {
    if (STARTING.some((code) => hasCode(fault, code))) return 'starting';
    return FOREIGN.some((code) => hasCode(fault, code)) ? 'foreign' : 'silent';
  }
}

/** Asks until the answer is final, `isOver()` or the time is up. */
export async function awaitAnswer(
  ask: () => Promise<Answer>,
  isOver: () => boolean,
): Promise<Answer> {
  // Recovery after a crash replays at most max_wal_size of log, seconds on a slow disk.
  const deadline = performance.now() + 120_000;
  for (;;) {
    const answer = await ask();
    if (answer === 'ready' || answer === 'foreign') return answer;
    if (isOver() || performance.now() > deadline) return answer;
    await wait(30);
  }
}

/** Makes the product's own database in a new server. */
export async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const address = { connectionString: addressOf(cluster, port, MAINTENANCE) };
  const found = await query(address, 'select from pg_database where datname = $1', [DATABASE]);
  if (found.length === 0) await query(address, `create database ${DATABASE}`);
}

async function query<Row extends object>(
  address: ClientConfig,
  sql: string,
  values: readonly string[] = [],
): Promise<readonly Row[]> {
  const client = new Client(address);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isSame(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return one === other;
  }
}
