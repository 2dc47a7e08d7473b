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

export interface Confirmation {
  readonly booking: Booking;
  readonly idempotencyKey?: IdempotencyKey;
}

/** The host's yes: to a request, or to the other time that an attendee asked for. */
@Injectable()
export class ConfirmBooking {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
  ) {}

  run({ booking, idempotencyKey }: Confirmation): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['confirm'], idempotencyKey },
      work: (turn) => this.confirm(turn),
    });
  }

  private async confirm(turn: BookingTurn): Promise<Outcome<Changed, BookingProblem>> {
    const { entities, now, booking, held } = turn;
    const said = { actor: 'host', reason: null } as const;
    const [wanted] = held;
    await this.held.drop(entities, booking.id);
    if (booking.status === 'pending') {
      const confirmed = await this.bookings.confirm(entities, { booking, now });
      return done({ booking: confirmed, kind: 'confirmed', ...said });
    }
    if (wanted?.heldFor !== 'move') {
      return refused({ kind: 'nothing-asked', status: booking.status });
    }
    const { startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes } = wanted;
    const moved = await this.bookings.move(entities, {
      ...{ booking, start: startsAt.getTime(), end: endsAt.getTime() },
      ...{ bufferBeforeMinutes, bufferAfterMinutes, waiting: null, now },
    });
    return done({ booking: moved, kind: 'moved', ...said });
  }
}
