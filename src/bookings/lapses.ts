import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Booking } from './booking.entity.js';
import { BookingHistory } from './history/booking-history.js';
import { BookingRepository } from './booking.repository.js';
import { HeldTimes } from './holds/held-times.repository.js';
import { stillWaiting } from './approval/still-waiting.js';

interface Turn {
  readonly entities: EntityManager;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * What ran out without an answer. A time that was held for somebody who chose it and did not come back
 * leaves no trace; a request expires; a booking whose other times ran out stays where it is.
 */
@Injectable()
export class Lapses {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
    private readonly history: BookingHistory,
  ) {}

  /** Under the host's lock, before anything else is decided. */
  async settle({ entities, now }: Turn, hostId: string): Promise<void> {
    const at = new Date(now);
    const rows = await entities.execute<{ id: string }[]>(DROP_AND_FIND, [
      ...[hostId, at, hostId, at],
    ]);
    for (const { id } of rows) await this.lapse({ entities, now }, id);
  }

  private async lapse({ entities, now }: Turn, id: string): Promise<void> {
    const booking = await entities.findOneOrFail(Booking, { id });
    const times = await this.held.of(entities, id);
    const isMove = times[0]?.heldFor === 'move';
    await this.held.drop(entities, id);
    const isOver = booking.status === 'pending' && isPast(booking.holdExpiresAt, now);
    const changed = isOver
      ? await this.bookings.expire(entities, { booking, actor: 'system', now })
      : await this.bookings.keep(entities, { booking, now, ...stillWaiting(booking, now) });
    if (!changed) return;
    await this.history.record(entities, {
      booking: changed,
      kind: isOver ? 'expired' : isMove ? 'move_declined' : 'proposal_ended',
      ...{ actor: 'system', reason: null, asked: times.map(({ startsAt }) => startsAt) },
    });
  }
}

const isPast = (instant: Date | null | undefined, now: number): boolean =>
  instant !== null && instant !== undefined && instant.getTime() <= now;

const DROP_AND_FIND = `
  with dropped_hold as (
    delete from booking
     where host_id = ? and status = 'held' and (held_for is null or held_for = 'choice')
       and hold_expires_at <= ?)
  select distinct coalesce(for_booking_id, id) as id from booking
   where host_id = ? and status in ('held', 'pending') and hold_expires_at <= ?
     and (status = 'pending' or held_for <> 'choice')`;
