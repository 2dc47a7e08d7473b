import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { say } from '../../language/say.js';
import { keepFile, readIfThere, replaceFile } from '../../config/kept-file.js';
import { StartRefused } from '../../config/start.errors.js';

const schema = z.object({
  /** Where the server keeps its files: absolute, or relative to the data folder. */
  folder: z.string().min(1),
  port: z.int().min(1).max(65_535),
  password: z.string().min(20),
  /** The database was made whole once: files that are missing since then were lost. */
  isMade: z.boolean(),
});

/** What has to be known to find the embedded database again, kept in the data folder. */
export type ServerRecord = z.infer<typeof schema>;

const fileOf = (dataDir: string): string => join(dataDir, 'database.json');

/** @throws StartRefused `database-record` when the file is there and holds something else. */
export function readRecord(dataDir: string): ServerRecord | null {
  const text = readIfThere(fileOf(dataDir));
  return text === null ? null : parse(text, fileOf(dataDir));
}

/** Of two who begin at once, both get the record of the one who was first. */
export function beginRecord(dataDir: string, folder: string): ServerRecord {
  // Below the ports that systems hand out by themselves, so that it is free again after a crash.
  const port = 20_000 + (randomBytes(2).readUInt16BE() % 10_000);
  const password = randomBytes(24).toString('base64url');
  const record: ServerRecord = { folder, port, password, isMade: false };
  return parse(keepFile(fileOf(dataDir), write(record)), fileOf(dataDir));
}

export function changeRecord(dataDir: string, change: Partial<ServerRecord>): ServerRecord {
  const before = readRecord(dataDir);
  if (!before) throw new StartRefused('database-record', [sentence(fileOf(dataDir))]);
  const record = { ...before, ...change };
  replaceFile(fileOf(dataDir), write(record));
  return record;
}

const write = (record: ServerRecord): string => `${JSON.stringify(record, null, 2)}\n`;

const sentence = (file: string): string => say('start:database.record', { file });

function parse(text: string, file: string): ServerRecord {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new StartRefused('database-record', [sentence(file)], { cause });
  }
}
