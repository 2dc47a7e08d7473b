import { Injectable, Logger } from '@nestjs/common';
import { say } from '../../language/say.js';
import { Fault } from '../../shared/fault.js';
import { type ReceiptPlace, Receipts } from '../receipts.service.js';
import { MailLimits } from './mail-limits.service.js';
import { MailOut, type MailResult } from './mail-out.js';
import type { OutgoingMail } from './outgoing-mail.js';
import type { Recipient } from './recipients.js';

/** Hands over mail about bookings: one at a time to each reader, within their limits, with a receipt. */
@Injectable()
export class MailDelivery {
  private readonly logger = new Logger(MailDelivery.name);

  constructor(
    private readonly receipts: Receipts,
    private readonly limits: MailLimits,
    private readonly mailOut: MailOut,
  ) {}

  /** @throws Fault `mail-under-way` or `mail-delayed` when it is to be tried again. */
  async deliver(
    place: ReceiptPlace,
    reader: Recipient['reader'],
    mail: OutgoingMail,
  ): Promise<void> {
    if (!(await this.receipts.begin(place))) {
      throw new Fault('mail-under-way', 'Another mail to this reader is under way.');
    }
    const result = await this.sendWithin(reader, mail);
    await this.receipts.note({ ...place, ...noteOf(result) });
    if (result.kind === 'delayed') {
      this.logger.warn(result.why);
      throw new Fault('mail-delayed', result.why);
    }
  }

  /** A host's own address gets all mail about their bookings; everybody else's could be a stranger's. */
  private async sendWithin(reader: Recipient['reader'], mail: OutgoingMail): Promise<MailResult> {
    if (reader === 'host' || !this.mailOut.isSending) return this.mailOut.send(mail);
    const turn = await this.limits.take(mail.to, 'booking');
    if (!turn) return { kind: 'delayed', why: say('mail:receipt.limit') };
    const result = await this.mailOut.send(mail);
    if (result.kind === 'delayed') await this.limits.giveBack(turn);
    return result;
  }
}

function noteOf(result: MailResult) {
  switch (result.kind) {
    case 'handed-over':
      return { state: 'handed_over', why: null } as const;
    case 'kept':
      return { state: 'kept', why: say('mail:receipt.kept', { file: result.file }) } as const;
    case 'delayed':
      return { state: 'queued', why: result.why } as const;
    case 'refused':
      return { state: 'failed', why: result.why } as const;
  }
}
