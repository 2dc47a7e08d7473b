import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { readIfThere } from '../../config/kept-file.js';
import { hasCode } from '../../config/system-error.js';

/** A PostgreSQL that works on a data folder now, whoever started it. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/**
 * Reads the lock file that PostgreSQL keeps in its data folder. A file left behind by a crash is
 * removed when its process id belongs to another program now: PostgreSQL would take that program
 * for a server and refuse to start.
 */
export function runningServer(data: string): RunningServer | null {
  const file = join(data, 'postmaster.pid');
  const text = readIfThere(file);
  if (text === null) return null;
  // Line 1 is the process, line 4 the port: PostgreSQL's miscadmin.h.
  const [pid, , , port] = text.split('\n').map(Number);
  if (!pid || !isAlive(pid)) return null;
  if (worksOn(pid, data)) return { pid, port: port ?? 0 };
  rmSync(file, { force: true });
  return null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (fault) {
    return hasCode(fault, 'EPERM');
  }
}

/** A killed server stays in the process table until its parent asks for it. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/s, ''));
  } catch {
    return false;
  }
}

/** A server changes into its data folder when it starts. */
function worksOn(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch (fault) {
    // Without /proc the command line tells; where neither can be asked, it is not taken for ours.
    return !hasCode(fault, 'EACCES') && commandOf(pid).includes(data);
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
