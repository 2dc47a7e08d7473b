import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isLastNudge, nextNudge } from '../../availability/waiting-time.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import { done } from '../../shared/outcome.js';
import { Booking } from '../booking.entity.js';
import { bookingNudge } from './booking-nudge.js';
import { BookingTransaction, type HostTurn } from '../booking-transaction.js';
import { HeldTimes } from '../holds/held-times.repository.js';

/**
 * Does what is due by the clock: what nobody answered runs out, and hosts are reminded of what waits
 * for them. Each host's is done in a booking transaction, so that several processes may look at once.
 */
@Injectable()
export class WaitingRequests {
  private readonly logger = new Logger(WaitingRequests.name);

  constructor(
    private readonly database: Database,
    private readonly transaction: BookingTransaction,
    private readonly held: HeldTimes,
    private readonly jobs: Jobs,
  ) {}

  /** Everything that is due at `now`, epoch milliseconds. */
  async attend(now: number): Promise<void> {
    const hosts = await this.database.read((entities) =>
      entities.execute<{ host_id: string }[]>(DUE, [new Date(now), new Date(now)]),
    );
    for (const { host_id: hostId } of hosts) await this.attendTo(hostId);
  }

  /** One host's trouble is not the next one's. What could not be done is due still. */
  private async attendTo(hostId: string): Promise<void> {
    try {
      await this.transaction.run({
        hostId,
        // What ran out is settled before any work.
        work: async (turn) => {
          await this.remind(turn, hostId);
          return done({});
        },
      });
    } catch (error) {
      this.logger.warn({ err: error }, 'What is due for a host could not be done.');
    }
  }

  private async remind({ entities, now }: HostTurn, hostId: string): Promise<void> {
    const due = await entities.find(Booking, { hostId, nudgeAt: { $lte: new Date(now) } });
    for (const booking of due) {
      const until = await this.endOf(entities, booking);
      const next = until === null ? null : nextNudge(now, until);
      await entities.execute('update booking set nudge_at = ? where id = ?', [
        next === null ? null : new Date(next),
        booking.id,
      ]);
      if (until === null) continue;
      const { id: bookingId, sequence } = booking;
      const isLast = isLastNudge(now, until);
      await this.jobs.publish(entities, bookingNudge, { hostId, bookingId, sequence, isLast });
    }
  }

  /** When the host's answer comes too late; null when nothing waits for them any more. */
  private async endOf(entities: EntityManager, booking: Booking): Promise<number | null> {
    if (booking.status === 'pending') return booking.holdExpiresAt?.getTime() ?? null;
    const [asked] = await this.held.of(entities, booking.id);
    return asked?.heldFor === 'move' ? (asked.holdExpiresAt?.getTime() ?? null) : null;
  }
}

const DUE = `
  select host_id from booking
   where status in ('held', 'pending') and hold_expires_at <= ?
  union
  select host_id from booking where nudge_at <= ?`;
