import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isOwnNumber, NOWHERE } from '../calendars/locations/location.js';
import { Fault } from '../shared/fault.js';
import { hashToken } from '../shared/random.js';
import {
  type BufferedTime,
  bookingColumns,
  type Columns,
  type NewBooking,
  timeColumns,
  waitingColumns,
} from './booking-columns.mapper.js';
import { Booking } from './booking.entity.js';
import { type Attendance, CHANGEABLE_STATUSES, statusesBefore } from './booking-status.js';
import { MANAGE_LINK_DAYS } from './manage/manage-links.service.js';
import { insertRow, type Swap, swapRow } from './row-writer.js';
import type { WaitingTime } from '../availability/waiting-time.js';

export interface Attendee {
  readonly name: string;
  /** Null for somebody who booked in chat and can be reached there. */
  readonly email: string | null;
  readonly timeZone: string;
  readonly locale: string | null;
}

export interface OpenBookingQuery {
  readonly calendarId: string;
  /** One of the two may be unknown. */
  readonly email: string | null;
  readonly identityId: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface NewTime extends BufferedTime {
  readonly booking: Booking;
  /** What waits for the host afterwards; null when the new time stands. */
  readonly waiting: WaitingTime | null;
  readonly now: number;
}

const NOTHING_WAITS = waitingColumns(null);

/** Reads bookings; writes them for the booking operations, each write a compare-and-swap. */
@Injectable()
export class BookingRepository {
  /** Whether somebody of this address has a live booking in the calendar that is not over. */
  async hasOpen(
    entities: EntityManager,
    { calendarId, email, identityId, now }: OpenBookingQuery,
  ): Promise<boolean> {
    const [row] = await entities.execute<{ id: string }[]>(
      `select id from booking
        where calendar_id = ?
          and (lower(attendee_email) = lower(?) or booked_by_identity_id = ?::uuid)
          and status in ('pending', 'confirmed') and ends_at > ?
        limit 1`,
      [calendarId, email, identityId, new Date(now)],
    );
    return row !== undefined;
  }

  /** The new booking, or null when its time is no longer free. */
  insert(entities: EntityManager, booking: NewBooking): Promise<Booking | null> {
    const { id, uid, now } = booking;
    return insertRow(entities, {
      ...{ id, uid, ...bookingColumns(booking) },
      updated_at: new Date(now),
    });
  }

  /** The hold as the booking it has become, or null when it has become something else in between. */
  adopt(entities: EntityManager, hold: Booking, booking: NewBooking): Promise<Booking | null> {
    return this.swap(entities, {
      ...{ booking: hold, from: ['held'], now: booking.now },
      columns: { ...bookingColumns(booking), ...NO_HOLDER },
    });
  }

  /** The booking at its new time, or null when somebody changed it in between. */
  move(entities: EntityManager, time: NewTime): Promise<Booking | null> {
    const { booking, waiting, now } = time;
    return this.swap(entities, {
      ...{ booking, from: CHANGEABLE_STATUSES, now },
      columns: {
        ...{ status: waiting ? 'pending' : 'confirmed' },
        ...{ ...timeColumns(time), ...waitingColumns(waiting), host_asked_move: false },
      },
    });
  }

  /** The booking where it was, while its attendee is asked to choose another time. */
  askToMove(entities: EntityManager, { booking, now }: Touch): Promise<Booking | null> {
    const columns = { host_asked_move: true };
    return this.swap(entities, { booking, from: CHANGEABLE_STATUSES, columns, now });
  }

  /** The booking with another host, at whose number nobody is called any more who was before them. */
  async handOver(entities: EntityManager, { booking, hostId, now }: Passing): Promise<Booking> {
    const location = JSON.stringify(isOwnNumber(booking.location) ? NOWHERE : booking.location);
    const columns = { host_id: hostId, location };
    const passed = await this.swap(entities, {
      ...{ booking, from: CHANGEABLE_STATUSES, columns, now },
    });
    if (passed) return passed;
    throw new Fault('booking-changed', 'A booking changed under the lock of its host.');
  }

  /** The booking where it was, which suits its attendee: nobody asks them to move any more. */
  keepTime(entities: EntityManager, { booking, now }: Touch): Promise<Booking | null> {
    const columns = { host_asked_move: false };
    return this.swap(entities, { booking, from: CHANGEABLE_STATUSES, columns, now });
  }

  cancel(entities: EntityManager, ending: Ending): Promise<Booking | null> {
    return this.end(entities, 'cancelled', ending);
  }

  decline(entities: EntityManager, ending: Ending): Promise<Booking | null> {
    return this.end(entities, 'declined', ending);
  }

  expire(entities: EntityManager, ending: Omit<Ending, 'reason'>): Promise<Booking | null> {
    return this.end(entities, 'expired', { ...ending, reason: null });
  }

  /** A request as the booking it is now. */
  confirm(entities: EntityManager, { booking, now }: Touch): Promise<Booking | null> {
    const columns = { status: 'confirmed', host_asked_move: false, ...NOTHING_WAITS };
    return this.swap(entities, { booking, from: ['pending'], columns, now });
  }

  /** The booking with what is known of it once it has begun. */
  mark(
    entities: EntityManager,
    { booking, attendance, now }: Touch & { readonly attendance: Attendance },
  ): Promise<Booking | null> {
    const from = statusesBefore(attendance);
    return this.swap(entities, { booking, from, columns: { status: attendance }, now });
  }

  /** The booking where it was, while something about the times held for it changed. */
  keep(entities: EntityManager, { booking, now, ...waits }: Kept): Promise<Booking | null> {
    const { nudge, until } = waits;
    const columns = {
      ...(nudge === undefined ? {} : { nudge_at: nudge === null ? null : new Date(nudge) }),
      ...(until === undefined ? {} : { hold_expires_at: new Date(until) }),
    };
    return this.swap(entities, { booking, from: CHANGEABLE_STATUSES, columns, now });
  }

  findOwn(
    entities: EntityManager,
    own: { readonly uid: string; readonly hostId: string },
  ): Promise<Booking | null> {
    return entities.findOne(Booking, { ...own, status: { $ne: 'held' } });
  }

  /** The booking whose manage link this is; null for a wrong or expired token, or another's uid. */
  async findByToken(entities: EntityManager, key: ManageKey): Promise<Booking | null> {
    const [row] = await entities.execute<{ id: string }[]>(
      `select id from booking
        where manage_token_hash = ? and uid = ? and status <> 'held'
          and ends_at > to_timestamp(? / 1000.0) - make_interval(days => ${MANAGE_LINK_DAYS})`,
      [hashToken(key.token), key.uid, key.now],
    );
    return row ? entities.findOneOrFail(Booking, { id: row.id }) : null;
  }

  private end(
    entities: EntityManager,
    status: 'cancelled' | 'declined' | 'expired',
    { booking, actor, reason, now }: Ending,
  ): Promise<Booking | null> {
    const columns = { status, cancelled_by: actor, cancel_reason: reason, ...NOTHING_WAITS };
    return this.swap(entities, { booking, from: statusesBefore(status), columns, now });
  }

  private async swap(entities: EntityManager, swap: Swap): Promise<Booking | null> {
    if (!(await swapRow(entities, swap))) return null;
    return entities.findOneOrFail(Booking, { id: swap.booking.id }, { refresh: true });
  }
}

export interface ManageKey {
  readonly uid: string;
  readonly token: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Touch {
  readonly booking: Booking;
  /** Epoch milliseconds. */
  readonly now: number;
}

interface Passing extends Touch {
  /** Who is to be its host. */
  readonly hostId: string;
}

interface Kept extends Touch {
  /** When the host is reminded of what waits for them now; left out, that stays as it is. */
  readonly nudge?: number | null;
  /** A request that is to keep its time for longer. */
  readonly until?: number;
}

export interface Ending extends Touch {
  readonly actor: string;
  readonly reason: string | null;
}

/** Whoever held the time is an attendee now. */
const NO_HOLDER: Columns = {
  hold_secret_hash: null,
  holder_address_hash: null,
};
