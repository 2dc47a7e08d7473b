import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../language/say.js';
import { appSecretSchema, type AppKey } from './app-secret.schema.js';
import { keepFile, readIfThere } from './kept-file.js';
import { StartRefused } from './start.errors.js';
import { reasonOf } from './system-error.js';

/**
 * The key that the embedded default keeps for itself: made at the first start, in a file of the
 * data folder that only its owner can read.
 * @throws StartRefused `data-folder` when the folder cannot be written, `app-secret` when the file
 * holds something else: a new key would leave all that was sealed unreadable.
 */
export function keptAppSecret(dataDir: string): readonly AppKey[] {
  const file = join(dataDir, 'app-secret');
  const parsed = appSecretSchema.safeParse((readKept(file) ?? makeSecret(dataDir, file)).trim());
  if (!parsed.success) throw new StartRefused('app-secret', [say('start:appSecretFile', { file })]);
  return parsed.data;
}

function readKept(file: string): string | null {
  try {
    return readIfThere(file);
  } catch (cause) {
    throw new StartRefused('app-secret', [say('start:appSecretFile', { file })], { cause });
  }
}

function makeSecret(dataDir: string, file: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    return keepFile(file, `k1:${randomBytes(32).toString('base64')}\n`);
  } catch (cause) {
    const facts = { folder: dataDir, cause: reasonOf(cause) };
    throw new StartRefused('data-folder', [say('start:dataFolder', facts)], { cause });
  }
}
