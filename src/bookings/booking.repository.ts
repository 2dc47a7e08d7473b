import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Interval } from '../slots/interval.js';
import { hashToken } from '../shared/random.js';
import { Booking, type BookingSource } from './booking.entity.js';
import type { Intake } from './intake.js';
import { CHANGEABLE_STATUSES } from './booking-status.js';
import { MANAGE_LINK_DAYS, type ManageToken } from './manage-links.service.js';

export interface NewBooking extends Interval {
  readonly id: string;
  readonly uid: string;
  readonly hostId: string;
  readonly calendarId: string;
  readonly title: string;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly attendee: Attendee;
  readonly intake: Intake;
  readonly notes: string;
  readonly source: BookingSource;
  readonly utm: Readonly<Record<string, string>>;
  readonly manageToken: ManageToken;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Attendee {
  readonly name: string;
  /** Null for somebody who booked in chat and can be reached there. */
  readonly email: string | null;
  readonly timeZone: string;
  readonly locale: string | null;
}

export interface OpenBookingQuery {
  readonly calendarId: string;
  readonly email: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface NewTime extends Interval {
  readonly booking: Booking;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly now: number;
}

/** Reads bookings; writes them for the booking operations, each write a compare-and-swap. */
@Injectable()
export class BookingRepository {
  /** Whether somebody of this address has a live booking in the calendar that is not over. */
  async hasOpen(
    entities: EntityManager,
    { calendarId, email, now }: OpenBookingQuery,
  ): Promise<boolean> {
    const [row] = await entities.execute<{ id: string }[]>(
      `select id from booking
        where calendar_id = ? and lower(attendee_email) = lower(?)
          and status in ('pending', 'confirmed') and ends_at > ?
        limit 1`,
      [calendarId, email, new Date(now)],
    );
    return row !== undefined;
  }

  /** The new booking, or null when its time is no longer free. */
  async insert(entities: EntityManager, booking: NewBooking): Promise<Booking | null> {
    const { attendee } = booking;
    const [row] = await entities.execute<{ id: string }[]>(INSERT, [
      ...[booking.id, booking.uid, booking.hostId, booking.calendarId, booking.title],
      ...[new Date(booking.start), new Date(booking.end)],
      ...[booking.bufferBeforeMinutes, booking.bufferAfterMinutes],
      ...blockedRange(booking),
      ...[attendee.name, attendee.email, attendee.timeZone, attendee.locale],
      ...intakeColumns(booking.intake),
      ...[booking.notes, booking.source, JSON.stringify(booking.utm)],
      ...[booking.manageToken.hash, booking.manageToken.sealed],
      ...[new Date(booking.now), new Date(booking.now)],
    ]);
    return row ? entities.findOneOrFail(Booking, { id: row.id }) : null;
  }

  /** The booking at its new time, or null when somebody changed it in between. */
  async move(entities: EntityManager, time: NewTime): Promise<Booking | null> {
    const changed = await entities.execute<{ id: string }[]>(MOVE, [
      ...[new Date(time.start), new Date(time.end)],
      ...[time.bufferBeforeMinutes, time.bufferAfterMinutes],
      ...blockedRange(time),
      ...[new Date(time.now), time.booking.id, time.booking.sequence],
    ]);
    return changed.length === 1 ? this.reread(entities, time.booking) : null;
  }

  async cancel(
    entities: EntityManager,
    { booking, actor, reason, now }: Cancellation,
  ): Promise<Booking | null> {
    const changed = await entities.execute<{ id: string }[]>(CANCEL, [
      ...[actor, reason, new Date(now)],
      ...[booking.id, booking.sequence],
    ]);
    return changed.length === 1 ? this.reread(entities, booking) : null;
  }

  findByUid(entities: EntityManager, uid: string): Promise<Booking | null> {
    return entities.findOne(Booking, { uid, status: { $ne: 'held' } });
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

  private reread(entities: EntityManager, booking: Booking): Promise<Booking> {
    return entities.findOneOrFail(Booking, { id: booking.id }, { refresh: true });
  }
}

export interface ManageKey {
  readonly uid: string;
  readonly token: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Cancellation {
  readonly booking: Booking;
  readonly actor: string;
  readonly reason: string | null;
  readonly now: number;
}

const CHANGEABLE = CHANGEABLE_STATUSES.map((status) => `'${status}'`).join(', ');

const INSERT = `
  insert into booking (id, uid, host_id, calendar_id, status, title, starts_at, ends_at,
                       buffer_before_minutes, buffer_after_minutes, blocked,
                       attendee_name, attendee_email, attendee_time_zone, attendee_locale,
                       location, answers, guests, consent, notes, source, utm,
                       manage_token_hash, sealed_manage_token, created_at, updated_at)
  values (?, ?, ?, ?, 'confirmed', ?, ?, ?, ?, ?, tstzrange(?, ?, '[)'), ?, ?, ?, ?,
          ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do nothing
  returning id`;

const MOVE = `
  update booking
     set starts_at = ?, ends_at = ?, buffer_before_minutes = ?, buffer_after_minutes = ?,
         blocked = tstzrange(?, ?, '[)'), sequence = sequence + 1, updated_at = ?
   where id = ? and sequence = ? and status in (${CHANGEABLE})
  returning id`;

const CANCEL = `
  update booking
     set status = 'cancelled', cancelled_by = ?, cancel_reason = ?,
         sequence = sequence + 1, updated_at = ?
   where id = ? and sequence = ? and status in (${CHANGEABLE})
  returning id`;

const intakeColumns = ({ location, answers, guests, consent }: Intake): readonly string[] => [
  ...[location, answers, guests].map((value) => JSON.stringify(value)),
  consent,
];

const MINUTE = 60_000;

interface BufferedTime extends Interval {
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
}

/** Bounds of what the booking takes from the host: the meeting and its buffers. */
function blockedRange(time: BufferedTime): [Date, Date] {
  return [
    new Date(time.start - time.bufferBeforeMinutes * MINUTE),
    new Date(time.end + time.bufferAfterMinutes * MINUTE),
  ];
}
