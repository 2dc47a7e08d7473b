import { setTimeout as wait } from 'node:timers/promises';
import { say } from '../../language/say.js';
import { StartRefused } from '../../config/start.errors.js';
import { postgresFailure } from '../postgres-failure.js';
import type { Cluster } from './cluster.js';
import { takeOwnerLock, type OwnerLock } from './owner-lock.js';
import { isAlive, runningServer } from './running-server.js';
import { addressOf, askServer, awaitAnswer, MAINTENANCE } from './server-connection.js';
import { stopServer } from './server-process.js';

/** The server of an owner that was killed a moment ago needs that moment to free the lock. */
const PATIENCE_MS = 1_000;

/**
 * Stops a server that an earlier run left behind on these files. Its data is whole: the server is
 * asked to write everything before it goes.
 * @throws StartRefused `already-running` when its owner lives, `database-silent` when it answers
 * nobody.
 */
export async function endOrphan(
  cluster: Cluster,
  log: { warn(message: string): void },
): Promise<void> {
  for (let server = runningServer(cluster.data); server; server = runningServer(cluster.data)) {
    const { pid, port } = server;
    const answer = await awaitAnswer(
      () => askServer(cluster, port),
      () => !isAlive(pid),
    );
    if (!isAlive(pid)) return;
    if (answer !== 'ready') {
      throw new StartRefused('database-silent', [say('start:database.silent', { pid })]);
    }
    const lock = await lockPatiently(addressOf(cluster, port, MAINTENANCE)).catch(
      (fault: unknown) => {
        // It is just ending, or starting: look again.
        if (postgresFailure(fault) === 'again') return 'again' as const;
        throw fault;
      },
    );
    if (lock === 'again') continue;
    if (!lock) throw alreadyRunning(cluster);
    log.warn(say('start:database.orphan', { pid }));
    await stopServer(pid);
    await lock.release();
  }
}

export function alreadyRunning({ dataDir }: Cluster): StartRefused {
  return new StartRefused('already-running', [say('start:database.alreadyRunning', { dataDir })]);
}

export async function lockPatiently(url: string): Promise<OwnerLock | null> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const lock = await takeOwnerLock(url);
    if (lock || performance.now() > deadline) return lock;
    await wait(50);
  }
}
