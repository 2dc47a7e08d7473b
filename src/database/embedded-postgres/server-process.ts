import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SERVER_ENVIRONMENT, type Cluster } from './cluster.js';
import { isAlive } from './running-server.js';

/** One run of the server, from spawn to exit. */
export interface ServerProcess {
  readonly pid: number;
  /** Settles when it is gone, however it went. */
  readonly exited: Promise<void>;
  hasExited(): boolean;
  /** What it has written to its log since it was spawned. */
  said(): string;
}

/** Settings of PostgreSQL by name, on top of `SETTINGS`. */
export type ServerSettings = Readonly<Record<string, string | number>>;

// Enough for one host's team on a small machine; everything else is PostgreSQL's own default.
const SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  cluster_name: 'vis-a-vis',
};

const LOG_LIMIT_BYTES = 4_000_000;
const FAST_MS = 20_000;
const IMMEDIATE_MS = 10_000;

/**
 * Starts the server in a process group of its own, so that Ctrl-C in the terminal reaches the
 * product only, which stops the server last. It writes to a file, because it may outlive us.
 */
export function spawnServer(cluster: Cluster, settings: ServerSettings): ServerProcess {
  const log = join(cluster.folder, 'server.log');
  const handle = openSync(log, 'a', 0o600);
  // Root may start what an ordinary user will start again.
  if (cluster.user) fchownSync(handle, cluster.user.uid, cluster.user.gid);
  if (statSync(log).size > LOG_LIMIT_BYTES) truncateSync(log);
  const begin = statSync(log).size;
  const chosen = Object.entries({ ...SETTINGS, ...settings });
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.data, ...chosen.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...cluster.user,
      cwd: cluster.folder,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', handle, handle],
      detached: true,
    },
  );
  closeSync(handle);
  // The product ends when its own work ends, not when the server does.
  child.unref();
  return processOf(child, () => readFileSync(log).subarray(begin).toString('utf8'));
}

function processOf(child: ChildProcess, logged: () => string): ServerProcess {
  let failure = '';
  let isGone = false;
  const { pid = 0 } = child;
  // The last chance when the product ends without stopping it, after a failed start for example.
  const onExit = (): void => signal(pid, 'SIGINT');
  process.on('exit', onExit);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    child.once('error', (fault) => {
      failure = fault.message;
      resolve();
    });
  }).then(() => {
    isGone = true;
    process.off('exit', onExit);
  });
  return { pid, exited, hasExited: () => isGone, said: () => logged() + failure };
}

/**
 * Fast shutdown: transactions in flight roll back and everything is written. A server that does not
 * come to an end is told to drop everything; it recovers from its log at the next start.
 */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await isGoneWithin(pid, FAST_MS)) return;
  signal(pid, 'SIGQUIT');
  if (await isGoneWithin(pid, IMMEDIATE_MS)) return;
  signal(pid, 'SIGKILL');
  await isGoneWithin(pid, IMMEDIATE_MS);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    // 0 would be every process of our own group.
    if (pid > 0) process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (pid > 0 && isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await wait(20);
  }
  return true;
}
