import { randomBytes } from 'node:crypto';
import {
  chownSync,
  linkSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { hasCode } from './system-error.js';

/** The text of a file, or null when there is none. Other failures are thrown. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if (hasCode(fault, 'ENOENT') || hasCode(fault, 'ENOTDIR')) return null;
    throw fault;
  }
}

/**
 * Writes a file that is not there yet, readable by its owner alone, and answers what it holds then:
 * of two who make it at once, both get the text of the one who was first.
 */
export function keepFile(file: string, text: string): string {
  const aside = writeAside(file, text);
  try {
    linkSync(aside, file);
  } catch (fault) {
    if (!hasCode(fault, 'EEXIST')) throw fault;
  } finally {
    unlinkSync(aside);
  }
  return readFileSync(file, 'utf8');
}

/**
 * Writes a file in place of the one that is there, for the same owner; a crash leaves the old one
 * or the new one.
 */
export function replaceFile(file: string, text: string): void {
  const { uid, gid } = statSync(file);
  const aside = writeAside(file, text);
  if (process.getuid?.() === 0) chownSync(aside, uid, gid);
  renameSync(aside, file);
}

function writeAside(file: string, text: string): string {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, text, { mode: 0o600, flush: true });
  return aside;
}
