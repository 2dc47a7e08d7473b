import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Env } from '../../config/env.js';
import { Jobs } from '../../jobs/jobs.js';
import { BookingReports } from '../messages/booking-reports.service.js';
import { refusalMessage } from '../messages/refusal-message.js';
import { type Refusal, refusalOf } from '../messages/refusal.mapper.js';
import { Receipts, refusalKind } from '../receipts.service.js';
import { aboutBooking } from './booking-mail.mapper.js';
import { MailDelivery } from './delivery/mail-delivery.service.js';
import { mailRefused, type RefusedMail } from './delivery/mail-refused.js';
import type { OutgoingMail } from './delivery/outgoing-mail.js';
import { recipientsOf } from './recipients.js';
import { senderOf } from './delivery/sender.js';
import { shaped } from './shaped-message.js';

/** Mails a host whose attendee or guest cannot be reached by mail; what it tells is refused already. */
@Injectable()
export class RefusalMailJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reports: BookingReports,
    private readonly receipts: Receipts,
    private readonly delivery: MailDelivery,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: mailRefused,
      queue: 'refusal-mail',
      handle: (refused) => this.tell(refused),
    });
  }

  async tell(refused: RefusedMail): Promise<void> {
    const report = await this.reports.read(refused.bookingId);
    const refusal = report && refusalOf(report, refused);
    const host = report && recipientsOf(report).find(({ reader }) => reader === 'host');
    // A host whose own mail is refused hears of it in chat.
    if (!refusal || !host || refusal.isOwn) return;
    const { hostId, bookingId, sequence } = refused;
    const kind = refusalKind(refused.recipient);
    const place = { hostId, bookingId, sequence, kind, recipient: host.label };
    if (await this.receipts.isTold(place)) return;
    const about = aboutBooking(
      { report, recipient: host, sender: senderOf(this.env) },
      `${sequence}.refusal-${refused.recipient.replace(' ', '-')}`,
    );
    const write = () => Promise.resolve(refusalMail(about, refusal));
    await this.delivery.run({ place, recipient: host, write, isNotice: true });
  }
}

/** Answers go to nobody: whom it is about cannot be reached. */
const refusalMail = (about: ReturnType<typeof aboutBooking>, refusal: Refusal): OutgoingMail => ({
  ...about,
  ...shaped(refusalMessage(refusal)),
  ...{ replyTo: null, calendar: null, unsubscribeUrl: null },
});
