import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Env } from '../../../config/env.js';
import { hasCode } from '../../../config/system-error.js';

/** The newest so many are kept: enough to look at, and no disk runs full. */
const MOST_KEPT = 500;
const FOLDER = 'mail';

/**
 * Mail that was not sent, as files that any mail program opens. A name begins with its time and says
 * which booking the mail is about, so that the file goes when the person in it is forgotten.
 */
@Injectable()
export class KeptMail {
  private readonly folder: string;

  constructor({ dataDir }: Env) {
    this.folder = join(dataDir, FOLDER);
  }

  /** Where it lies inside the data folder. */
  async keep(name: string, message: Buffer | Readable): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(join(this.folder, name), message, { mode: 0o600 });
    await this.drop((await this.names()).toSorted().slice(0, -MOST_KEPT));
    return join(FOLDER, name);
  }

  /** Whatever is kept about these bookings, to whomever it went. */
  async forget(uids: readonly string[]): Promise<void> {
    const parts = uids.map((uid) => namePart(uid));
    const names = await this.names();
    await this.drop(names.filter((name) => parts.some((part) => name.includes(part))));
  }

  private async names(): Promise<readonly string[]> {
    try {
      return (await readdir(this.folder)).filter((name) => name.endsWith('.eml'));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return [];
      throw error;
    }
  }

  /** Another process may have dropped the same ones already. */
  private async drop(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(this.folder, name), { force: true });
  }
}

/** What the name of a file says of the booking it is about. */
export const namePart = (uid: string): string => `-${uid}-`;
