import { Injectable } from '@nestjs/common';
import { done, type Outcome, refused } from '../shared/outcome.js';
import type { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingRepository } from './booking.repository.js';
import {
  type BookingTurn,
  ChangeBooking,
  type Changed,
  type ChangeOutcome,
} from './change-booking.service.js';
import { HeldTimes } from './held-times.repository.js';
import type { IdempotencyKey } from './idempotency-key.js';

export interface Declination {
  readonly booking: Booking;
  readonly reason: string | null;
  readonly idempotencyKey?: IdempotencyKey;
}

/** The host's no: a request is over; a booking whose attendee asked for another time stays where it is. */
@Injectable()
export class DeclineBooking {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
  ) {}

  run({ booking, reason, idempotencyKey }: Declination): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['decline', { reason }], idempotencyKey },
      work: (turn) => this.decline(turn, reason),
    });
  }

  private async decline(
    { entities, now, booking, held }: BookingTurn,
    reason: string | null,
  ): Promise<Outcome<Changed, BookingProblem>> {
    const said = { actor: 'host', reason } as const;
    await this.held.drop(entities, booking.id);
    if (booking.status === 'pending') {
      const declined = await this.bookings.decline(entities, { booking, ...said, now });
      return done({ booking: declined, kind: 'declined', ...said });
    }
    if (held[0]?.heldFor !== 'move') {
      return refused({ kind: 'nothing-asked', status: booking.status });
    }
    const kept = await this.bookings.keep(entities, { booking, now });
    const asked = held.map(({ startsAt }) => startsAt);
    return done({ booking: kept, kind: 'move_declined', ...said, asked });
  }
}
