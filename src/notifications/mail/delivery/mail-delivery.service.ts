import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../../database/database.js';
import { Jobs } from '../../../jobs/jobs.js';
import { fullDayName } from '../../../language/day-words.js';
import { say } from '../../../language/say.js';
import { dateOf } from '../../../language/time-words.js';
import { Clock } from '../../../shared/clock.js';
import { Fault } from '../../../shared/fault.js';
import { type ReceiptNote, type ReceiptPlace, Receipts } from '../../receipts.service.js';
import { MailLimits, type MailPurpose } from './mail-limits.service.js';
import { MailOut, type MailResult } from './mail-out.js';
import { mailRefused } from './mail-refused.js';
import type { OutgoingMail } from './outgoing-mail.js';
import type { Recipient } from '../recipients.js';
import { RefusedAddresses } from './refused-addresses.service.js';

/** One mail about a booking on its way out. */
export interface Delivery {
  readonly place: ReceiptPlace;
  readonly recipient: Recipient;
  /**
   * Called when no other mail of this booking to this reader is under way; from then on none begins.
   * Null when there is nothing more to tell.
   */
  readonly write: () => Promise<OutgoingMail | null>;
  /** A refusal is told to the host; what tells of one is not. */
  readonly isNotice?: boolean;
  /** Of whose share of mail to one address it takes; news of a booking without it. */
  readonly purpose?: MailPurpose;
}

type Ending = MailResult | { readonly kind: 'left-alone'; readonly why: string };

/**
 * Hands mails over, one at a time per booking and reader, and keeps a receipt. It is noted that a mail
 * begins before it leaves; a crash in between repeats that mail under the same name, and no other.
 */
@Injectable()
export class MailDelivery {
  private readonly logger = new Logger(MailDelivery.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly receipts: Receipts,
    private readonly limits: MailLimits,
    private readonly refusedAddresses: RefusedAddresses,
    private readonly mailOut: MailOut,
    private readonly clock: Clock,
  ) {}

  /** @throws Fault when it is to be tried again. */
  async run(delivery: Delivery): Promise<void> {
    const { place, write } = delivery;
    if (!(await this.receipts.begin(place))) {
      throw new Fault('mail-under-way', 'Another mail to this reader is under way.');
    }
    const mail = await write();
    if (!mail) {
      await this.receipts.note({ ...place, state: 'suppressed', why: say('mail:receipt.newer') });
      return;
    }
    const ending = await this.send(mail, delivery);
    await this.note(delivery, ending);
    if (ending.kind === 'delayed') {
      this.logger.warn(ending.why);
      throw new Fault('mail-delayed', ending.why);
    }
  }

  private async send(mail: OutgoingMail, delivery: Delivery): Promise<Ending> {
    const { address } = delivery.recipient;
    if (!this.mailOut.isSending) return this.mailOut.send(mail);
    const until = await this.refusedAddresses.leftAloneUntil(address);
    if (until !== null) {
      const day = fullDayName(dateOf(until, 'UTC'));
      return { kind: 'left-alone', why: say('mail:receipt.leftAlone', { day }) };
    }
    const result = await this.sendWithin(mail, delivery);
    if (result.kind === 'refused' && result.isBadAddress) await this.refusedAddresses.note(address);
    if (result.kind === 'handed-over') await this.refusedAddresses.clear(address);
    return result;
  }

  /** A host's own address gets all mail about their bookings; everybody else's could be a stranger's. */
  private async sendWithin(
    mail: OutgoingMail,
    { recipient: { reader, address }, purpose = 'booking' }: Delivery,
  ): Promise<MailResult> {
    if (reader === 'host') return this.mailOut.send(mail);
    const turn = await this.limits.take(address, purpose);
    if (!turn) return { kind: 'delayed', why: say('mail:receipt.limit'), mayHaveArrived: false };
    const result = await this.mailOut.send(mail);
    if (result.kind === 'delayed') await this.limits.giveBack(turn);
    return result;
  }

  private async note({ place, recipient, isNotice = false }: Delivery, ending: Ending) {
    const { hostId, bookingId, sequence } = place;
    const isOver = ending.kind === 'refused' || ending.kind === 'left-alone';
    const isTold = isOver && !isNotice && this.mailOut.isSending;
    const reason = ending.kind === 'refused' ? ending.reason : null;
    const refused = {
      ...{ hostId, bookingId, sequence, recipient: recipient.label, reason },
      refusedAt: this.clock.now(),
    };
    await this.database.write(async (entities) => {
      await this.receipts.noteIn(entities, { ...place, ...noteOf(ending) });
      if (isTold) await this.jobs.publish(entities, mailRefused, refused);
    });
  }
}

function noteOf(ending: Ending): Pick<ReceiptNote, 'state' | 'why' | 'mayHaveArrived'> {
  switch (ending.kind) {
    case 'handed-over':
      return { state: 'handed_over', why: null };
    case 'kept':
      return { state: 'kept', why: say('mail:receipt.kept', { file: ending.file }) };
    case 'delayed':
      return { state: 'queued', why: ending.why, mayHaveArrived: ending.mayHaveArrived };
    case 'refused':
      return { state: 'failed', why: ending.why };
    case 'left-alone':
      return { state: 'suppressed', why: ending.why };
  }
}
