import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  bookingsForgotten,
  type ForgottenBookings,
} from '../../bookings/personal-data/bookings-forgotten.js';
import { Jobs } from '../../jobs/jobs.js';
import { Fault } from '../../shared/fault.js';
import { Receipts } from '../receipts.service.js';
import { KeptMail } from './delivery/kept-mail.service.js';

/** Drops the mail that is kept about bookings whose attendee is forgotten. */
@Injectable()
export class ForgetMailJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly receipts: Receipts,
    private readonly kept: KeptMail,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe({
      event: bookingsForgotten,
      queue: 'forget-mail',
      handle: (forgotten) => this.forget(forgotten),
    });
  }

  /** Files of an earlier time are there even when mail is sent now. */
  async forget({ bookings }: ForgottenBookings): Promise<void> {
    await this.kept.forget(bookings.map(({ uid }) => uid));
    // What began before the person was forgotten may be kept a moment after.
    if (await this.receipts.isAnyUnderWay(bookings.map(({ id }) => id))) {
      throw new Fault('mail-under-way', 'Mail about a forgotten booking is under way.');
    }
  }
}
