import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { actingNow } from '../../audit/acting.js';
import { Audit } from '../../audit/audit.service.js';
import { Jobs } from '../../jobs/jobs.js';
import { bookingChanged } from './booking-changed.js';
import { BookingChange, type ChangeKind } from './booking-change.entity.js';
import type { Booking } from '../booking.entity.js';

/** `system`: nobody answered in time. */
export type Actor = 'attendee' | 'host' | 'system';

export interface NewChange {
  readonly booking: Booking;
  readonly kind: ChangeKind;
  readonly actor: Actor;
  readonly reason: string | null;
  /** The starts that were asked for, offered or given up. */
  readonly asked?: readonly Date[];
}

/** The one place where a change of a booking becomes known: to its history, and to all who follow. */
@Injectable()
export class BookingHistory {
  constructor(
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  /** Inside the booking's own transaction. */
  async record(
    entities: EntityManager,
    { booking, kind, actor, reason, asked = [] }: NewChange,
  ): Promise<void> {
    const { id: bookingId, hostId, sequence, startsAt, endsAt } = booking;
    const audited = this.audit.insertion({
      ...{ hostId, actor, action: `booking.${kind}`, subject: booking.uid },
      before: sequence === 0 ? null : await this.timesAt(entities, booking, sequence - 1),
      after: { status: booking.status, sequence, startsAt, endsAt },
    });
    await entities.execute(`with audited as (${audited.sql}) ${INSERT}`, [
      ...audited.values,
      ...[hostId, bookingId, sequence, kind, actor, startsAt, endsAt, reason],
      JSON.stringify(asked),
      ...[actor === 'host' ? personActing() : null, hostId, booking.updatedAt],
    ]);
    await this.jobs.publish(entities, bookingChanged, { hostId, bookingId, sequence });
  }

  private async timesAt(
    entities: EntityManager,
    { id: bookingId }: Booking,
    sequence: number,
  ): Promise<Pick<BookingChange, 'sequence' | 'startsAt' | 'endsAt'> | null> {
    const change = await entities.findOne(BookingChange, { bookingId, sequence });
    if (!change) return null;
    const { startsAt, endsAt } = change;
    return { sequence, startsAt, endsAt };
  }

  /** What led to the booking as it was read, oldest first; somebody may have changed it since. */
  changesOf(
    entities: EntityManager,
    { id: bookingId, sequence }: Pick<Booking, 'id' | 'sequence'>,
  ): Promise<BookingChange[]> {
    const known = { bookingId, sequence: { $lte: sequence } };
    return entities.find(BookingChange, known, { orderBy: { sequence: 'asc' } });
  }

  /** The start before the latest move; null when it never moved. */
  async movedFrom(entities: EntityManager, booking: Booking): Promise<Date | null> {
    return startBeforeMove(await this.changesOf(entities, booking));
  }

  /** The same for many bookings at once, by their ids; those that never moved are left out. */
  async allMovedFrom(
    entities: EntityManager,
    bookingIds: readonly string[],
  ): Promise<ReadonlyMap<string, Date>> {
    const of = { bookingId: { $in: [...bookingIds] } };
    const changes = await entities.find(BookingChange, of, { orderBy: { sequence: 'asc' } });
    const byBooking = Map.groupBy(changes, ({ bookingId }) => bookingId);
    const starts = [...byBooking].map(([id, own]) => [id, startBeforeMove(own)] as const);
    return new Map(starts.flatMap(([id, start]) => (start ? [[id, start]] : [])));
  }
}

/** Whoever acts in a host's name and is not that host: a delegate. */
function personActing(): string | null {
  const acting = actingNow();
  return acting?.kind === 'person' ? acting.id : null;
}

/** Sent along with the audit entry: a booking has few statements to spend. */
const INSERT = `
  insert into booking_change
    (host_id, booking_id, sequence, kind, actor, starts_at, ends_at, reason,
     asked_starts, acted_by_identity_id, created_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?,
          (select i.id from chat_identity i where i.id = ?::uuid and i.host_id is distinct from ?::uuid),
          ?)`;

/** The changes that give a booking a time which then stands. */
export const SETTLING_KINDS: readonly ChangeKind[] = ['booked', 'confirmed', 'moved'];

/** The change that gave a booking the time it has, given all its changes, oldest first. */
export const settledBy = (changes: readonly BookingChange[]): BookingChange | undefined =>
  changes.findLast(({ kind }) => SETTLING_KINDS.includes(kind));

/** The start before the latest move, given all changes of a booking, oldest first. */
export function startBeforeMove(changes: readonly Pick<BookingChange, 'startsAt'>[]): Date | null {
  const starts = changes
    .map(({ startsAt }) => startsAt)
    .filter((start, index, all) => start.getTime() !== all[index - 1]?.getTime());
  return starts.at(-2) ?? null;
}

/** Whether the latest thing that happened is that the host moved it, and nobody had asked for that. */
export function isMovedUnasked(changes: readonly Pick<BookingChange, 'kind' | 'actor'>[]): boolean {
  const [before, last] = changes.slice(-2);
  if (last?.kind !== 'moved' || last.actor !== 'host') return false;
  return before?.kind !== 'move_requested';
}
