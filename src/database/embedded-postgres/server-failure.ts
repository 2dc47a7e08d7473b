import { say } from '../../language/say.js';
import { StartRefused } from '../../config/start.errors.js';

const DISK_FULL = /No space left on device|ENOSPC|disk quota exceeded/i;

/** Why initdb or the server gave up, from what it said last. */
export function serverFailure(said: string, folder: string): StartRefused {
  if (DISK_FULL.test(said)) return diskFull(folder);
  const why = said.trim().split('\n').slice(-4).join(' ').trim();
  return new StartRefused('database-start', [say('start:database.failed', { folder, why })]);
}

export function diskFull(folder: string): StartRefused {
  return new StartRefused('disk-full', [say('start:database.diskFull', { folder })]);
}
