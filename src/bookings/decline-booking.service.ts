import { Injectable } from '@nestjs/common';
import { done, type Outcome } from '../shared/outcome.js';
import type { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingRepository } from './booking.repository.js';
import {
  type BookingTurn,
  ChangeBooking,
  type Changed,
  type ChangeOutcome,
} from './change-booking.service.js';
import { GivenUpTimes } from './given-up-times.js';
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
    private readonly given: GivenUpTimes,
  ) {}

  run({ booking, reason, idempotencyKey }: Declination): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['decline', { reason }], idempotencyKey },
      work: (turn) => this.decline(turn, reason),
    });
  }

  private async decline(
    turn: BookingTurn,
    reason: string | null,
  ): Promise<Outcome<Changed, BookingProblem>> {
    const { entities, now, booking } = turn;
    const said = { actor: 'host', reason } as const;
    if (booking.status !== 'pending') {
      return this.given.back(turn, { heldFor: 'move', kind: 'move_declined', ...said });
    }
    await this.held.drop(entities, booking.id);
    const declined = await this.bookings.decline(entities, { booking, ...said, now });
    return done({ booking: declined, kind: 'declined', ...said });
  }
}
