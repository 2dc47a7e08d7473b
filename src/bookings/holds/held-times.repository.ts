import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newUid } from '../../shared/random.js';
import type { Interval } from '../../slots/interval.js';
import { timeColumns } from '../booking-columns.mapper.js';
import { Booking, type HeldFor } from '../booking.entity.js';
import { insertRow } from '../row-writer.js';

/** Times that a booking may move to. */
export interface NewHeldTimes {
  readonly booking: Booking;
  readonly heldFor: HeldFor;
  readonly times: readonly Interval[];
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** The times that are held for a booking beside its own: rows of their own, gone with the answer. */
@Injectable()
export class HeldTimes {
  /** In the order of their starts; those whose time has run out included until they are dropped. */
  of(entities: EntityManager, bookingId: string): Promise<Booking[]> {
    return entities.find(Booking, { forBookingId: bookingId }, { orderBy: { startsAt: 'asc' } });
  }

  /** The same for many bookings, by their ids. */
  async ofAll(
    entities: EntityManager,
    bookingIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Booking[]>> {
    const all = await entities.find(
      Booking,
      { forBookingId: { $in: [...bookingIds] } },
      { orderBy: { startsAt: 'asc' } },
    );
    return Map.groupBy(all, ({ forBookingId }) => forBookingId ?? '');
  }

  /** In place of all that were held before. False when one of them is taken. */
  async hold(entities: EntityManager, wanted: NewHeldTimes): Promise<boolean> {
    const { booking, heldFor, times, until, bufferBeforeMinutes, bufferAfterMinutes } = wanted;
    await this.drop(entities, booking.id);
    for (const time of times) {
      const held = await insertRow(entities, {
        ...{ uid: newUid(), host_id: booking.hostId, calendar_id: booking.calendarId },
        ...{ status: 'held', title: booking.title, source: booking.source },
        ...timeColumns({ ...time, bufferBeforeMinutes, bufferAfterMinutes }),
        ...{ held_for: heldFor, for_booking_id: booking.id, hold_expires_at: new Date(until) },
      });
      if (!held) return false;
    }
    return true;
  }

  async drop(entities: EntityManager, bookingId: string): Promise<void> {
    await entities.execute('delete from booking where for_booking_id = ?', [bookingId]);
  }
}
