import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { reasonOf } from '../../../config/system-error.js';
import { say } from '../../../language/say.js';
import type { Clock } from '../../../shared/clock.js';
import { type KeptMail, namePart } from './kept-mail.service.js';
import { mailOptions } from './mail-options.mapper.js';
import { MailOut, type MailResult } from './mail-out.js';
import type { OutgoingMail } from './outgoing-mail.js';

/** Where the files are, and what our mail says of itself. */
export interface MailShelf {
  readonly kept: KeptMail;
  readonly mailFrom: string;
}

/** Without a mail server each mail is a file in the data folder. */
export class MailFolder extends MailOut {
  override readonly isSending = false;
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
  }

  override async send(mail: OutgoingMail): Promise<MailResult> {
    try {
      return { kind: 'kept', file: await this.keep(mail) };
    } catch (error) {
      const reason = reasonOf(error);
      const why = say('mail:receipt.notKept', { reason });
      return { kind: 'refused', why, reason, isBadAddress: false };
    }
  }

  private async keep(mail: OutgoingMail): Promise<string> {
    const now = this.clock.now();
    const { kept, mailFrom } = this.shelf;
    const { message } = await this.composer.sendMail(mailOptions(mail, { mailFrom, now }));
    return kept.keep(fileName(mail, now), message);
  }
}

/** `20270201T080000Z-7k2m…-3f9c21ab04d7.eml`; the same mail kept again in the same second is one file. */
function fileName({ messageId, bookingUid }: OutgoingMail, now: number): string {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const hash = createHash('sha256').update(messageId).digest('hex').slice(0, 12);
  return `${time}${bookingUid === null ? '-' : namePart(bookingUid)}${hash}.eml`;
}
