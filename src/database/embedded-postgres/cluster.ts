import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import {
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { say } from '../../language/say.js';
import { StartRefused } from '../../config/start.errors.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { isAlive } from './running-server.js';
import { serverFailure } from './server-failure.js';
import type { ServerUser } from './server-user.js';

/** The files of one PostgreSQL server and what is needed to work on them. */
export interface Cluster {
  /** The product's data folder, to name it to people. */
  readonly dataDir: string;
  /** Holds `data`, the log, and what is half made. */
  readonly folder: string;
  readonly data: string;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | null;
  readonly password: string;
  /** Where it listened last. */
  readonly port: number;
}

export const ROLE = 'vis_a_vis';

/** Nothing of the operator's own PostgreSQL settings (PGDATA, PGPORT …) may reach this server. */
export const SERVER_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

export const dataOf = (folder: string): string => join(folder, 'data');

/** Throws when the folder cannot be entered: that is not the same as having no database. */
export const isWhole = (data: string): boolean =>
  statSync(join(data, 'PG_VERSION'), { throwIfNoEntry: false }) !== undefined;

/**
 * Makes the files of a new server. They are made aside and renamed when whole, so that a start that
 * was killed half way leaves nothing that could be taken for a database.
 */
export async function makeCluster(cluster: Cluster): Promise<void> {
  const { folder, data, user } = cluster;
  openFolder(folder, user);
  removeHalfMade(folder);
  const making = join(folder, `making-${process.pid}-${randomBytes(6).toString('hex')}`);
  const passwordFile = `${making}.password`;
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    await initdb(cluster, making, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  try {
    renameSync(making, data);
  } catch (fault) {
    // Another start was first: its files are as good.
    rmSync(making, { recursive: true, force: true });
    if (!isWhole(data)) throw fault;
  }
  keepRename(folder);
}

/** @throws StartRefused `database-version` when other binaries made the files. */
export function checkVersion({ data, binaries }: Cluster): void {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (made === binaries.major) return;
  const facts = { folder: data, made, present: binaries.major };
  throw new StartRefused('database-version', [say('start:database.version', facts)]);
}

function openFolder(folder: string, user: ServerUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

/** What a start left that is not alive any more; another may be making its own at this moment. */
function removeHalfMade(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^making-(\d+)-/.exec(name)?.[1] ?? process.pid);
    if (pid !== process.pid && !isAlive(pid)) rmSync(join(folder, name), { recursive: true });
  }
}

async function initdb(cluster: Cluster, making: string, passwordFile: string): Promise<void> {
  const authentication = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, `--username=${ROLE}`];
  // C.UTF-8 of the builtin provider sorts alike on every machine and knows letters of all scripts.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const child = spawn(
    cluster.binaries.initdb,
    [`--pgdata=${making}`, '--encoding=UTF8', '--no-instructions', ...authentication, ...locale],
    {
      ...cluster.user,
      cwd: cluster.folder,
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [said, code] = await Promise.all([text(child.stderr), ended]).catch((cause: unknown) => {
    throw serverFailure(String(cause), cluster.folder);
  });
  if (code !== 0) throw serverFailure(said, cluster.folder);
}

/** Makes the rename outlive a power cut. Windows has no such thing for folders. */
function keepRename(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
