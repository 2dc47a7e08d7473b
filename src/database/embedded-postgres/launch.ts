import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresFailure } from '../postgres-failure.js';
import type { Cluster } from './cluster.js';
import { alreadyRunning, endOrphan, lockPatiently } from './orphan.js';
import type { OwnerLock } from './owner-lock.js';
import { runningServer } from './running-server.js';
import {
  addressOf,
  askServer,
  awaitAnswer,
  ensureDatabase,
  MAINTENANCE,
} from './server-connection.js';
import { serverFailure } from './server-failure.js';
import {
  spawnServer,
  stopServer,
  type ServerProcess,
  type ServerSettings,
} from './server-process.js';

/** A server that answers, and the proof that it is ours. */
export interface Launched {
  readonly server: ServerProcess;
  readonly port: number;
  readonly lock: OwnerLock;
}

export interface LaunchOptions {
  readonly log: { warn(message: string): void };
  readonly settings?: ServerSettings;
  /** Where to listen. */
  readonly port: number;
  /** Take another port when this one is taken: at the start only, others know the address later. */
  readonly mayMove: boolean;
  readonly isOver?: () => boolean;
}

const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/;
// The processes of a server that was killed need a moment to notice.
const DATA_IN_USE = /lock file .* already exists|pre-existing shared memory block/;
const PATIENCE_MS = 30_000;

/** Starts the server on a cluster, after whatever an earlier run left behind has ended. */
export async function launch(cluster: Cluster, options: LaunchOptions): Promise<Launched> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let port = options.port; ;) {
    await endOrphan(cluster, options.log);
    const server = spawnServer(cluster, { ...options.settings, port });
    if (await isReady(cluster, { server, port, isOver: options.isOver })) {
      return await own(cluster, { server, port }).catch((fault: unknown) => giveUp(server, fault));
    }
    const said = server.said();
    await stopServer(server.pid);
    if (options.isOver?.() || performance.now() > deadline)
      throw serverFailure(said, cluster.folder);
    if (PORT_TAKEN.test(said) && options.mayMove) port = randomInt(20_000, 30_000);
    else if (DATA_IN_USE.test(said)) await wait(300);
    else throw serverFailure(said, cluster.folder);
  }
}

/** The lock again, on a server that restarted its processes by itself. */
export async function relock(cluster: Cluster, launched: Launched): Promise<Launched> {
  const { server, port } = launched;
  if (!(await isReady(cluster, { server, port, isOver: undefined }))) {
    throw serverFailure(server.said(), cluster.folder);
  }
  return own(cluster, { server, port });
}

interface Awaited {
  readonly server: ServerProcess;
  readonly port: number;
  readonly isOver: (() => boolean) | undefined;
}

async function isReady(cluster: Cluster, { server, port, isOver }: Awaited): Promise<boolean> {
  const answer = await awaitAnswer(
    () => askServer(cluster, port),
    () => server.hasExited() || isOver?.() === true,
  );
  // The one that answers may be the server of another start that was faster.
  return answer === 'ready' && runningServer(cluster.data)?.pid === server.pid;
}

async function own(cluster: Cluster, started: Omit<Launched, 'lock'>): Promise<Launched> {
  const lock = await lockPatiently(addressOf(cluster, started.port, MAINTENANCE)).catch(
    (fault: unknown) => {
      // Another start took our server for one that was left behind, and ends it.
      if (postgresFailure(fault) === 'again') return null;
      throw fault;
    },
  );
  if (!lock) throw alreadyRunning(cluster);
  await ensureDatabase(cluster, started.port);
  return { ...started, lock };
}

async function giveUp(server: ServerProcess, fault: unknown): Promise<never> {
  await stopServer(server.pid);
  throw fault;
}
