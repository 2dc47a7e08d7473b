import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { say } from '../../language/say.js';
import { StartRefused } from '../../config/start.errors.js';

/** Whom the server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

// initdb looks its own name up, so that a number without an account would not do.
const CANDIDATES = ['postgres', '_postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root: as root, another account of this machine runs it, otherwise
 * null, which is ourselves.
 * @throws StartRefused `root-alone` when there is no such account.
 */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of CANDIDATES) {
    const [, , uid, gid] = accounts.find((fields) => fields[0] === name) ?? [];
    if (uid && gid && uid !== '0') return { uid: unsigned(uid), gid: unsigned(gid) };
  }
  throw new StartRefused('root-alone', [say('start:database.rootAlone')]);
}

/** Whether `user` may enter every folder above `path`, and `path` itself; null is ourselves. */
export function canEnter(path: string, user: ServerUser | null): boolean {
  if (!user) return true;
  const { mode, uid, gid } = statSync(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(path) === path || canEnter(dirname(path), user);
}

// macOS writes the id of nobody as -2.
const unsigned = (id: string): number => Number(id) >>> 0;
