import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingChanged } from '../../bookings/booking-changed.js';
import { Env } from '../../config/env.js';
import { Jobs } from '../../jobs/jobs.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { Fault } from '../../shared/fault.js';
import { DAY } from '../../slots/interval.js';
import { BookingReports, type BookingReport } from '../messages/booking-reports.service.js';
import { messageKind } from '../messages/message-kind.js';
import { Receipts, type ReceiptPlace } from '../receipts.service.js';
import { bookingMail } from './booking-mail.mapper.js';
import { dueChange, mailKind } from './due-change.js';
import { MailDelivery } from './mail-delivery.service.js';
import { type Recipient, recipientsOf } from './recipients.js';
import { senderOf } from './sender.js';

/** After so long a change is no news any more. */
const LATEST = 2 * DAY;

/**
 * Tells by mail what became of a booking. A job says only that a booking changed: it is read anew,
 * and each reader is told how it stands now. So of several changes that waited for the mail server
 * one mail is left, and a repeated job finds that its mail has been handed over.
 */
@Injectable()
export class BookingMailJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reports: BookingReports,
    private readonly receipts: Receipts,
    private readonly delivery: MailDelivery,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: bookingChanged,
      queue: 'mail',
      // For two days, and never long after the mail server is back.
      retries: { most: 250, longestGapSeconds: 900 },
      handle: ({ bookingId, sequence }) => this.tell(bookingId, sequence),
    });
  }

  async tell(bookingId: string, sequence: number): Promise<void> {
    const report = await this.reports.read(bookingId);
    if (!report) return;
    if (report.booking.sequence > sequence) {
      await this.leaveToNewer(report, sequence);
      return;
    }
    const recipients = recipientsOf(report);
    const told = await Promise.allSettled(
      recipients.map((recipient) => this.tellOne(report, recipient)),
    );
    const failed = told.find((result) => result.status === 'rejected');
    if (failed) {
      const message = `Mail about booking ${bookingId} waits for a retry.`;
      throw new Fault('mail-delayed', message, { cause: failed.reason });
    }
  }

  /** The newer change has a job of its own, which tells it all. */
  private async leaveToNewer(report: BookingReport, sequence: number): Promise<void> {
    const change = report.changes.find((one) => one.sequence === sequence);
    for (const { reader, label } of recipientsOf(report)) {
      const kind = change && messageKind(change.kind, reader);
      if (!kind) continue;
      const place = placeOf(report, { sequence, kind, recipient: label });
      await this.receipts.note({ ...place, state: 'suppressed', why: say('mail:receipt.newer') });
    }
  }

  private async tellOne(report: BookingReport, recipient: Recipient): Promise<void> {
    const receipts = await this.receipts.ofBooking(report.booking.id);
    const due = dueChange(report.changes, receipts, recipient);
    if (!due) return;
    const { kind, change } = due;
    const place = placeOf(report, { sequence: change.sequence, kind, recipient: recipient.label });
    const now = this.clock.now();
    if (report.booking.endsAt.getTime() <= now) {
      await this.receipts.note({ ...place, state: 'suppressed', why: say('mail:receipt.over') });
      return;
    }
    if (report.booking.updatedAt.getTime() + LATEST <= now) {
      await this.receipts.note({ ...place, state: 'failed', why: say('mail:receipt.late') });
      return;
    }
    const mail = bookingMail({ report, due, recipient, sender: senderOf(this.env) });
    await this.delivery.deliver(place, recipient.reader, mail);
  }
}

function placeOf(
  { booking }: BookingReport,
  { sequence, kind, recipient }: Pick<ReceiptPlace, 'sequence' | 'kind' | 'recipient'>,
): ReceiptPlace {
  const { id: bookingId, hostId } = booking;
  return { hostId, bookingId, sequence, kind: mailKind(kind), recipient };
}
