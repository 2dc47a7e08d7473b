import { Injectable } from '@nestjs/common';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { BookingReports, type BookingReport } from '../messages/booking-reports.service.js';
import { type ReceiptPlace, Receipts } from '../receipts.service.js';
import { needless } from './needless-reminder.js';
import type { DueReminder } from './reminder-due.js';

/** Decides who of the readers of a reminder is still to get it, and notes why somebody is not. */
@Injectable()
export class ReminderReceipts {
  constructor(
    private readonly reports: BookingReports,
    private readonly receipts: Receipts,
    private readonly clock: Clock,
  ) {}

  /** The booking as it stands; null when it is gone. */
  read({ bookingId }: DueReminder): Promise<BookingReport | null> {
    return this.reports.read(bookingId);
  }

  /** The place of this reader's receipt; null when they have the reminder or need it no more. */
  async open(
    report: BookingReport,
    due: DueReminder,
    recipient: string,
  ): Promise<ReceiptPlace | null> {
    const place = placeOf(report, due, recipient);
    if (await this.receipts.isTold(place)) return null;
    const why = needless(report, due, this.clock.now());
    if (why === null) return place;
    await this.receipts.note({ ...place, state: 'suppressed', why: say(`mail:needless.${why}`) });
    return null;
  }
}

const placeOf = (
  { booking: { hostId } }: BookingReport,
  { bookingId, sequence, minutes }: DueReminder,
  recipient: string,
): ReceiptPlace => ({
  ...{ hostId, bookingId, sequence, recipient },
  kind: `reminder ${minutes}`,
});
