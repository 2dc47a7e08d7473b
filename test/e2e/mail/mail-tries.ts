import { BookingMailJob } from '../../../src/notifications/mail/booking-mail.job.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { Fault } from '../../../src/shared/fault.js';
import type { TestApp } from '../app.js';

/** One change of a booking, of which mail is to tell. */
export interface ToldChange {
  readonly bookingId: string;
  readonly sequence: number;
}

/** Tries to tell it now, without waiting for a worker to look; a worker's own try is let end first. */
export async function tryMail({ nest }: TestApp, change: ToldChange): Promise<void> {
  for (;;) {
    try {
      await nest.get(BookingMailJob).tell(change.bookingId, change.sequence);
      return;
    } catch (fault) {
      if (!isUnderWay(fault)) throw fault;
      await nest.get(Jobs).settle(20_000);
    }
  }
}

const isUnderWay = (fault: unknown): boolean =>
  fault instanceof Fault && fault.cause instanceof Fault && fault.cause.code === 'mail-under-way';
