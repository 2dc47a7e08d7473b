import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { reasonOf } from '../../config/system-error.js';
import { say } from '../../language/say.js';
import type { Clock } from '../../shared/clock.js';
import { mailOptions } from './mail-options.mapper.js';
import { MailOut, type MailResult } from './mail-out.js';
import type { OutgoingMail } from './outgoing-mail.js';

/** The newest so many are kept: enough to look at, and no disk runs full. */
const MOST_KEPT = 500;

/** Where the folder is, and what our mail says of itself. */
export interface MailShelf {
  readonly dataDir: string;
  readonly mailFrom: string;
}

/** Without a mail server each mail is a file in the data folder, which any mail program opens. */
export class MailFolder extends MailOut {
  override readonly isSending = false;
  private readonly folder: string;
  private readonly composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  });

  constructor(
    private readonly shelf: MailShelf,
    private readonly clock: Clock,
  ) {
    super();
    this.folder = join(shelf.dataDir, 'mail');
  }

  override async send(mail: OutgoingMail): Promise<MailResult> {
    try {
      return { kind: 'kept', file: await this.keep(mail) };
    } catch (error) {
      return { kind: 'refused', why: say('mail:receipt.notKept', { reason: reasonOf(error) }) };
    }
  }

  private async keep(mail: OutgoingMail): Promise<string> {
    const now = this.clock.now();
    const { mailFrom } = this.shelf;
    const { message } = await this.composer.sendMail(mailOptions(mail, { mailFrom, now }));
    const name = fileName(mail, now);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(join(this.folder, name), message, { mode: 0o600 });
    await this.dropOldest();
    return join('mail', name);
  }

  /** Names begin with their time. Another process may have dropped the same ones already. */
  private async dropOldest(): Promise<void> {
    const mails = (await readdir(this.folder)).filter((name) => name.endsWith('.eml')).toSorted();
    for (const name of mails.slice(0, -MOST_KEPT))
      await rm(join(this.folder, name), { force: true });
  }
}

/** `20270201T080000Z-3f9c21ab04d7.eml`; the same mail kept again in the same second is one file. */
function fileName({ messageId }: OutgoingMail, now: number): string {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const hash = createHash('sha256').update(messageId).digest('hex').slice(0, 12);
  return `${time}-${hash}.eml`;
}
