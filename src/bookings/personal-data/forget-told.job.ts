import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../../database/database.js';
import { ClockRound } from '../../jobs/clock-round.js';
import { Jobs } from '../../jobs/jobs.js';
import { Clock } from '../../shared/clock.js';
import { done } from '../../shared/outcome.js';
import { BookingTransaction } from '../booking-transaction.js';
import { AttendeeEraser } from './attendee-eraser.js';

/** How often somebody looks for what is due, in milliseconds. */
const EVERY = 20_000;

interface Waiting {
  readonly id: string;
  readonly hostId: string;
  readonly isDue: boolean;
}

/**
 * Erases whoever asked for it from what they called off for that, once everybody who follows a
 * booking has been told of it, or the time for that is over. Two processes at once erase it once.
 */
@Injectable()
export class ForgetToldJob extends ClockRound {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly transaction: BookingTransaction,
    private readonly eraser: AttendeeEraser,
    private readonly clock: Clock,
  ) {
    super();
  }

  @Interval(EVERY)
  tick(): Promise<void> {
    return this.round();
  }

  protected override async attend(): Promise<void> {
    const now = new Date(this.clock.now());
    const marked = await this.database.read((em) => em.execute<Waiting[]>(MARKED, [now]));
    if (marked.length === 0) return;
    const untold = await this.jobs.untold(marked.map(({ id }) => id));
    const ready = marked.filter(({ id, isDue }) => isDue || !untold.has(id));
    for (const [hostId, bookings] of Map.groupBy(ready, (booking) => booking.hostId)) {
      const ids = bookings.map(({ id }) => id);
      await this.transaction.run({
        hostId,
        work: async ({ entities }) =>
          done({ ids: await this.eraser.waiting(entities, { hostId, now }, ids) }),
      });
    }
  }
}

const MARKED = `
  select id, host_id as "hostId", forget_at <= ? as "isDue" from booking
   where forget_at is not null order by forget_at limit 200`;
