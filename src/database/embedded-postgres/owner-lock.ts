import { Client } from 'pg';

/** Held for as long as a product lives on a database: tells a living owner from an orphan. */
export interface OwnerLock {
  /** Settles when the connection that holds the lock is gone, by release or by a crash. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** Any number, as long as nobody else of this cluster takes it: "vis-a-vi" in ASCII. */
const KEY = '8532477607771207273';

/**
 * A session advisory lock on the maintenance database of the server, over a connection of its own.
 * Answers null when another process holds it. A failing connection is thrown.
 */
export async function takeOwnerLock(url: string): Promise<OwnerLock | null> {
  const client = new Client({
    connectionString: url,
    application_name: 'vis-a-vis owner',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Without a listener, a connection that breaks would end the process.
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  const release = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    if (await tryLock(client)) return { lost, release };
  } catch (fault) {
    await release();
    throw fault;
  }
  await release();
  return null;
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1::bigint) as taken',
    [KEY],
  );
  return rows[0]?.taken === true;
}
