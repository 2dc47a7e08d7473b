import { Injectable, type OnModuleInit } from '@nestjs/common';
import { settledBy } from '../../bookings/history/booking-history.js';
import { Env } from '../../config/env.js';
import { Jobs } from '../../jobs/jobs.js';
import { say } from '../../language/say.js';
import { Fault } from '../../shared/fault.js';
import type { BookingReport } from '../messages/booking-reports.service.js';
import { type DueReminder, reminderDue } from '../reminders/reminder-due.js';
import { ReminderReceipts } from '../reminders/reminder-receipts.service.js';
import { ReminderRefusals } from '../reminders/reminder-refusals.service.js';
import { Receipts } from '../receipts.service.js';
import { MailDelivery } from './delivery/mail-delivery.service.js';
import { reminderMail } from './reminder-mail.mapper.js';
import { type Recipient, recipientsOf } from './recipients.js';
import { senderOf } from './delivery/sender.js';

/** Reminds attendees and those who come along by mail. Hosts are reminded in chat. */
@Injectable()
export class ReminderMailJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reminders: ReminderReceipts,
    private readonly refusals: ReminderRefusals,
    private readonly receipts: Receipts,
    private readonly delivery: MailDelivery,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: reminderDue,
      queue: 'reminder-mail',
      // Until the meeting begins, and never long after the mail server is back.
      retries: { most: 250, longestGapSeconds: 300 },
      handle: (due) => this.remind(due),
    });
  }

  async remind(due: DueReminder): Promise<void> {
    const report = due.reader === 'attendee' ? await this.reminders.read(due) : null;
    if (!report) return;
    const recipients = recipientsOf(report).filter(({ reader }) => reader !== 'host');
    const sent = await Promise.allSettled(
      recipients.map((recipient) => this.remindOne(report, due, recipient)),
    );
    const failed = sent.find((result) => result.status === 'rejected');
    if (failed) {
      const message = `A reminder of booking ${due.bookingId} waits for a retry.`;
      throw new Fault('mail-delayed', message, { cause: failed.reason });
    }
  }

  private async remindOne(
    report: BookingReport,
    due: DueReminder,
    recipient: Recipient,
  ): Promise<void> {
    const place = await this.reminders.open(report, due, recipient.label);
    const settled = settledBy(report.changes);
    if (!place || !settled) return;
    if (await this.refusals.isRefused(place.hostId, recipient.address)) {
      await this.receipts.note({ ...place, state: 'suppressed', why: say('mail:receipt.refusal') });
      return;
    }
    const refuseUrl = this.refusals.link(place.hostId, recipient.address);
    const sender = senderOf(this.env);
    const facts = { report, settled, minutes: due.minutes, recipient, sender, refuseUrl };
    const write = () => Promise.resolve(reminderMail(facts));
    await this.delivery.run({ place, recipient, write, purpose: 'reminder' });
  }
}
