import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Booking } from '../booking.entity.js';
import { ofCode } from '../booking-uid.js';

/** Whoever booked in chat, and when they look (epoch milliseconds). */
export interface AttendeeQuery {
  readonly identityId: string;
  readonly now: number;
}

/** The bookings that somebody made in chat, found by who they are there. */
@Injectable()
export class AttendeeBookings {
  /** Still ahead or running, soonest first. */
  upcoming(entities: EntityManager, { identityId, now }: AttendeeQuery): Promise<Booking[]> {
    return entities.find(
      Booking,
      {
        bookedByIdentityId: identityId,
        status: { $in: ['pending', 'confirmed'] },
        endsAt: { $gt: new Date(now) },
      },
      { orderBy: { startsAt: 'asc' } },
    );
  }

  /** Every one of them, the latest first. */
  all(entities: EntityManager, identityId: string): Promise<Booking[]> {
    return entities.find(
      Booking,
      { bookedByIdentityId: identityId, status: { $ne: 'held' } },
      { orderBy: { startsAt: 'desc' } },
    );
  }

  /** Those whose uid begins with `code`; more than one when the code is too short. */
  withCode(entities: EntityManager, identityId: string, code: string): Promise<Booking[]> {
    const named = ofCode(code);
    return named
      ? entities.find(Booking, { bookedByIdentityId: identityId, ...named })
      : Promise.resolve([]);
  }
}
