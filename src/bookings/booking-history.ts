import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Jobs } from '../jobs/jobs.js';
import { bookingChanged } from './booking-changed.js';
import { BookingChange } from './booking-change.entity.js';
import type { Booking } from './booking.entity.js';

export type Actor = 'attendee' | 'host';

export interface NewChange {
  readonly booking: Booking;
  readonly kind: BookingChange['kind'];
  readonly actor: Actor;
  readonly reason: string | null;
}

/** The one place where a change of a booking becomes known: to its history, and to all who follow. */
@Injectable()
export class BookingHistory {
  constructor(private readonly jobs: Jobs) {}

  /** Inside the booking's own transaction. */
  async record(
    entities: EntityManager,
    { booking, kind, actor, reason }: NewChange,
  ): Promise<void> {
    const { id: bookingId, hostId, sequence, startsAt, endsAt } = booking;
    await entities.insert(BookingChange, {
      ...{ bookingId, hostId, sequence, kind, actor, startsAt, endsAt, reason },
    });
    await this.jobs.publish(entities, bookingChanged, { hostId, bookingId, sequence });
  }

  /** Oldest first. */
  changesOf(entities: EntityManager, bookingId: string): Promise<BookingChange[]> {
    return entities.find(BookingChange, { bookingId }, { orderBy: { sequence: 'asc' } });
  }

  /** The start before the latest move; null when it never moved. */
  async movedFrom(entities: EntityManager, bookingId: string): Promise<Date | null> {
    const changes = await this.changesOf(entities, bookingId);
    const latestMove = changes.findLastIndex(({ kind }) => kind === 'moved');
    return changes[latestMove - 1]?.startsAt ?? null;
  }
}
