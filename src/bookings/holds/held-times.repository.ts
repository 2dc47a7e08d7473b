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
  readonly now: number;
  readonly until: number;
}

/** In the order of their starts; those whose time has run out included until they are dropped. */
export interface FamilyTimes {
  /** Asked for, or offered: somebody is to answer. */
  readonly held: readonly Booking[];
  /** Chosen, by somebody who has yet to confirm it. */
  readonly chosen: readonly Booking[];
}

/** The times that are held for a booking beside its own: rows of their own, gone with the answer. */
@Injectable()
export class HeldTimes {
  async family(entities: EntityManager, bookingId: string): Promise<FamilyTimes> {
    const all = await entities.find(
      Booking,
      { forBookingId: bookingId },
      { orderBy: { startsAt: 'asc' } },
    );
    return { held: all.filter((time) => !isChosen(time)), chosen: all.filter(isChosen) };
  }

  async of(entities: EntityManager, bookingId: string): Promise<readonly Booking[]> {
    return (await this.family(entities, bookingId)).held;
  }

  /** The same for many bookings, by their ids. */
  async ofAll(
    entities: EntityManager,
    bookingIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Booking[]>> {
    const all = await entities.find(
      Booking,
      { forBookingId: { $in: [...bookingIds] }, heldFor: { $ne: 'choice' } },
      { orderBy: { startsAt: 'asc' } },
    );
    return Map.groupBy(all, ({ forBookingId }) => forBookingId ?? '');
  }

  /** In place of all that were held before, or of all that were chosen. False when one of them is taken. */
  async hold(entities: EntityManager, wanted: NewHeldTimes): Promise<boolean> {
    const { booking, heldFor, times, now, until, bufferBeforeMinutes, bufferAfterMinutes } = wanted;
    if (heldFor === 'choice') await this.dropChosen(entities, booking.id);
    else await this.drop(entities, booking.id);
    for (const time of times) {
      const held = await insertRow(entities, {
        ...{ uid: newUid(), host_id: booking.hostId, calendar_id: booking.calendarId },
        ...{ status: 'held', title: booking.title, source: booking.source },
        ...timeColumns({ ...time, bufferBeforeMinutes, bufferAfterMinutes }),
        ...{ held_for: heldFor, for_booking_id: booking.id },
        ...{ hold_expires_at: new Date(until), created_at: new Date(now) },
      });
      if (!held) return false;
    }
    return true;
  }

  /** What was chosen stays so for longer. `until` is epoch milliseconds. */
  async extendChosen(entities: EntityManager, bookingId: string, until: number): Promise<void> {
    await entities.execute(
      `update booking set hold_expires_at = greatest(hold_expires_at, ?)
        where for_booking_id = ? and held_for = 'choice'`,
      [new Date(until), bookingId],
    );
  }

  /** Whoever was about to choose one of them decides anew, too. */
  async drop(entities: EntityManager, bookingId: string): Promise<void> {
    await entities.execute('delete from booking where for_booking_id = ?', [bookingId]);
  }

  async dropChosen(entities: EntityManager, bookingId: string): Promise<void> {
    await entities.execute(`delete from booking where for_booking_id = ? and held_for = 'choice'`, [
      bookingId,
    ]);
  }
}

const isChosen = ({ heldFor }: Booking): boolean => heldFor === 'choice';
