import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashToken } from '../../shared/random.js';
import type { Interval } from '../../slots/interval.js';
import { type BufferedTime, timeColumns } from '../booking-columns.mapper.js';
import { Booking, type BookingSource } from '../booking.entity.js';
import { isUid } from '../booking-uid.js';
import { insertRow } from '../row-writer.js';

/** What a visitor shows who booked, or gives back, the time that is held for them. */
export interface Reservation {
  readonly uid: string;
  readonly secret: string;
}

export interface NewHold extends BufferedTime {
  readonly reservation: Reservation;
  readonly hostId: string;
  readonly calendarId: string;
  readonly title: string;
  readonly source: BookingSource;
  /** Whom a limit counts, see `addressKey`. */
  readonly address: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly until: number;
}

/** How much is held for visitors of one host, who are filling in forms. */
export interface HeldShare {
  readonly ofAddress: number;
  /** Within the span that was asked about. */
  readonly minutes: number;
}

/** Times that are held for visitors: rows without an attendee, deleted when nobody comes back. */
@Injectable()
export class VisitorHolds {
  /** False when the time is taken. */
  async insert(entities: EntityManager, hold: NewHold): Promise<boolean> {
    const held = await insertRow(entities, {
      ...{ uid: hold.reservation.uid, host_id: hold.hostId, calendar_id: hold.calendarId },
      ...{ status: 'held', title: hold.title, source: hold.source },
      ...timeColumns(hold),
      ...{ hold_expires_at: new Date(hold.until), created_at: new Date(hold.now) },
      hold_secret_hash: hashToken(hold.reservation.secret),
      holder_address_hash: hashToken(hold.address),
      // Becoming a booking is its first change, which has the number 0.
      sequence: -1,
    });
    return held !== null;
  }

  /** Null when nothing is held under this uid any more; `foreign` when another secret opens it. */
  async find(entities: EntityManager, shown: Reservation): Promise<Booking | 'foreign' | null> {
    if (!isUid(shown.uid)) return null;
    const [row] = await entities.execute<{ id: string; is_own: boolean }[]>(
      `select id, hold_secret_hash = ? as is_own from booking
        where uid = ? and status = 'held' and for_booking_id is null`,
      [hashToken(shown.secret), shown.uid],
    );
    if (!row) return null;
    if (!row.is_own) return 'foreign';
    // It may have become a booking, or been given back, since the line above.
    return entities.findOne(Booking, { id: row.id, status: 'held' });
  }

  /** Whether something has this uid already. */
  async isSpent(entities: EntityManager, { uid }: Reservation): Promise<boolean> {
    return (await entities.count(Booking, { uid })) > 0;
  }

  /** Never for less long than before. `until` is epoch milliseconds. */
  async extend(entities: EntityManager, hold: Booking, until: number): Promise<void> {
    await entities.execute(
      `update booking set hold_expires_at = greatest(hold_expires_at, ?)
        where id = ? and status = 'held'`,
      [new Date(until), hold.id],
    );
  }

  async drop(entities: EntityManager, hold: Booking): Promise<void> {
    await entities.execute(`delete from booking where id = ? and status = 'held'`, [hold.id]);
  }

  /**
   * When the calendar changes hands: a time of its former host that somebody chose is no longer theirs.
   * What is held for bookings that stayed with hosts before is not touched.
   */
  async dropOfCalendar(
    entities: EntityManager,
    { hostId, calendarId }: Pick<Booking, 'hostId' | 'calendarId'>,
  ): Promise<void> {
    await entities.execute(
      `delete from booking
        where calendar_id = ? and host_id = ? and status = 'held'
          and (held_for is null or held_for = 'choice')`,
      [calendarId, hostId],
    );
  }

  async share(
    entities: EntityManager,
    { hostId, address, span }: { hostId: string; address: string; span: Interval },
  ): Promise<HeldShare> {
    const [row] = await entities.execute<HeldShareRow[]>(SHARE, [
      ...[hashToken(address), new Date(span.start), new Date(span.end), hostId],
    ]);
    return { ofAddress: row?.of_address ?? 0, minutes: row?.minutes ?? 0 };
  }
}

interface HeldShareRow {
  readonly of_address: number;
  readonly minutes: number;
}

const SHARE = `
  select count(*) filter (where holder_address_hash = ?)::int as of_address,
         coalesce(sum(extract(epoch from ends_at - starts_at) / 60)
           filter (where starts_at >= ? and starts_at < ?), 0)::int as minutes
    from booking
   where host_id = ? and status = 'held' and for_booking_id is null`;
