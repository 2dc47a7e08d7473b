import { Injectable, type OnModuleInit } from '@nestjs/common';
import { bookingChanged } from '../../bookings/history/booking-changed.js';
import { Env } from '../../config/env.js';
import { Jobs } from '../../jobs/jobs.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { Fault } from '../../shared/fault.js';
import { DAY } from '../../slots/interval.js';
import { BookingReports, type BookingReport } from '../messages/booking-reports.service.js';
import { messageKind } from '../messages/message-kind.js';
import type { DueChange } from '../messages/message-facts.mapper.js';
import { isUnderWay, type ReceiptPlace, Receipts } from '../receipts.service.js';
import { bookingMail } from './booking-mail.mapper.js';
import { dueChange, isMoot, mailKind } from './due-change.js';
import { MailDelivery } from './delivery/mail-delivery.service.js';
import type { OutgoingMail } from './delivery/outgoing-mail.js';
import { type Recipient, recipientsOf } from './recipients.js';
import { senderOf } from './delivery/sender.js';

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
    const recipients = recipientsOf(report);
    const isNewest = report.booking.sequence <= sequence;
    const told = await Promise.allSettled(
      recipients.map((recipient) =>
        isNewest ? this.tellOne(report, recipient) : this.leaveToNewer(report, sequence, recipient),
      ),
    );
    const failed = told.find((result) => result.status === 'rejected');
    if (failed) {
      const message = `Mail about booking ${bookingId} waits for a retry.`;
      throw new Fault('mail-delayed', message, { cause: failed.reason });
    }
  }

  /** The newer change has a job of its own, which tells it all. */
  private async leaveToNewer(
    report: BookingReport,
    sequence: number,
    { reader, label: recipient }: Recipient,
  ): Promise<void> {
    const change = report.changes.find((one) => one.sequence === sequence);
    const kind = change && messageKind(change.kind, reader);
    if (!kind) return;
    const place = placeOf(report, { sequence, kind, recipient });
    await this.receipts.leaveOut(place, say('mail:receipt.newer'));
    const all = await this.receipts.ofBooking(report.booking.id);
    const own = all.find((one) => one.sequence === sequence && one.recipient === recipient);
    // It leaves at this moment, or was cut short a moment ago; soon it will be known what became of it.
    if (own && isUnderWay(own)) throw new Fault('mail-under-way', 'This mail is under way.');
  }

  private async tellOne(report: BookingReport, recipient: Recipient): Promise<void> {
    const due = await this.dueTo(report, recipient);
    if (!due) return;
    const { kind, change } = due;
    const { sequence } = change;
    const place = placeOf(report, { sequence, kind, recipient: recipient.label });
    const now = this.clock.now();
    if (report.booking.endsAt.getTime() <= now) {
      await this.receipts.leaveOut(place, say('mail:receipt.over'));
    } else if (isMoot(due, report.changes, recipient.reader)) {
      await this.receipts.leaveOut(place, say('mail:receipt.moot'));
    } else if (report.booking.updatedAt.getTime() + LATEST <= now) {
      await this.receipts.note({ ...place, state: 'failed', why: say('mail:receipt.late') });
    } else {
      const write = () => this.write(report.booking.id, due, recipient);
      await this.delivery.run({ place, recipient, write });
    }
  }

  private async dueTo(report: BookingReport, recipient: Recipient): Promise<DueChange | null> {
    const receipts = await this.receipts.ofBooking(report.booking.id);
    return dueChange(report.changes, receipts, recipient);
  }

  /** As the booking stands now. Null when it has changed since this mail began: that is told instead. */
  private async write(
    bookingId: string,
    due: DueChange,
    { reader, label }: Recipient,
  ): Promise<OutgoingMail | null> {
    const report = await this.reports.read(bookingId);
    const recipient = report && recipientsOf(report).find((one) => one.label === label);
    if (!recipient) return null;
    const latest = report.changes.findLast(({ kind }) => messageKind(kind, reader) !== null);
    if (latest?.sequence !== due.change.sequence) return null;
    return bookingMail({ report, due, recipient, sender: senderOf(this.env) });
  }
}

function placeOf(
  { booking }: BookingReport,
  { sequence, kind, recipient }: Pick<ReceiptPlace, 'sequence' | 'kind' | 'recipient'>,
): ReceiptPlace {
  const { id: bookingId, hostId } = booking;
  return { hostId, bookingId, sequence, kind: mailKind(kind), recipient };
}
