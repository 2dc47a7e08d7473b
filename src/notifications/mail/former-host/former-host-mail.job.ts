import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookingHandedOver,
  type HandedOverBooking,
} from '../../../bookings/handover/booking-handed-over.js';
import { isSameAddress } from '../../../bookings/intake/guests.js';
import { Env } from '../../../config/env.js';
import { Database } from '../../../database/database.js';
import { Host } from '../../../hosts/host.entity.js';
import { Jobs } from '../../../jobs/jobs.js';
import { say } from '../../../language/say.js';
import { Clock } from '../../../shared/clock.js';
import { Fault } from '../../../shared/fault.js';
import { type BookingReport, BookingReports } from '../../messages/booking-reports.service.js';
import { Receipts } from '../../receipts.service.js';
import { mailKind } from '../due-change.js';
import { type FormerHost, formerHostMail } from './former-host-mail.mapper.js';
import { knownToFormer } from './known-to-former.js';
import { MailDelivery } from '../delivery/mail-delivery.service.js';
import { recipientsOf } from '../recipients.js';
import { senderOf } from '../delivery/sender.js';

/** Takes a booking that went to another host out of the former one's calendar, by mail. */
@Injectable()
export class FormerHostMailJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly reports: BookingReports,
    private readonly receipts: Receipts,
    private readonly delivery: MailDelivery,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: bookingHandedOver,
      queue: 'former-host-mail',
      handle: (handed) => this.tell(handed),
    });
  }

  async tell({ bookingId, sequence, formerHostId }: HandedOverBooking): Promise<void> {
    const report = await this.reports.read(bookingId);
    const host = await this.database.read((em) => em.findOne(Host, { id: formerHostId }));
    const former = host?.email ? { id: host.id, name: host.name, email: host.email } : null;
    if (!report || !former || !isRidOf(report, former)) return;
    const told = await this.receipts.ofBooking(bookingId);
    const known = knownToFormer(report.changes, told, { formerHostId, sequence });
    // Whatever leaves at this moment must not come after what takes it back.
    if (known === 'under-way') throw new Fault('mail-under-way', 'Their mail is under way.');
    if (known === null) return;
    const recipient = {
      ...({ reader: 'host', label: `former host ${sequence}`, address: former.email } as const),
    };
    const { hostId, endsAt } = report.booking;
    const kind = mailKind('handed_over');
    const place = { hostId, bookingId, sequence, kind, recipient: recipient.label };
    if (await this.receipts.isTold(place)) return;
    if (endsAt.getTime() <= this.clock.now()) {
      await this.receipts.leaveOut(place, say('mail:receipt.over'));
      return;
    }
    const write = async () => {
      const present = await this.reports.read(bookingId);
      if (!present || !isRidOf(present, former)) return null;
      const sender = senderOf(this.env);
      return formerHostMail({ report: present, sequence, former, known, recipient, sender });
    };
    await this.delivery.run({ place, recipient, write, isNotice: true });
  }
}

/** Not if they host it again by now, or read of it at the same address as somebody it concerns. */
function isRidOf(report: BookingReport, { id, email }: FormerHost): boolean {
  const addresses = recipientsOf(report).map(({ address }) => address);
  return report.booking.hostId !== id && !addresses.some((one) => isSameAddress(one, email));
}
