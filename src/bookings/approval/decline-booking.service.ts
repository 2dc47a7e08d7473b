import { Injectable } from '@nestjs/common';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingRepository } from '../booking.repository.js';
import { changedProblem } from '../changeable.js';
import {
  type BookingTurn,
  ChangeBooking,
  type Changed,
  type ChangeOutcome,
} from '../change-booking.service.js';
import { GivenUpTimes } from '../other-times/given-up-times.js';
import { HeldTimes } from '../holds/held-times.repository.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';

export interface Declination {
  readonly booking: Booking;
  readonly reason: string | null;
  /** The sequence that the host saw; what has changed since is not answered. */
  readonly seenSequence?: number | undefined;
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

  run(declination: Declination): Promise<ChangeOutcome> {
    const { booking, idempotencyKey, ...wish } = declination;
    return this.change.run({
      ...{ booking, wish: ['decline', wish], idempotencyKey, isHosts: true },
      work: (turn) => this.decline(turn, declination),
    });
  }

  private async decline(
    turn: BookingTurn,
    { reason, seenSequence }: Declination,
  ): Promise<Outcome<Changed, BookingProblem>> {
    const { entities, now, booking, held } = turn;
    const said = { actor: 'host', reason } as const;
    const isAsked = booking.status === 'pending' || held[0]?.heldFor === 'move';
    const changed = isAsked ? changedProblem(booking, seenSequence) : null;
    if (changed) return refused(changed);
    if (booking.status !== 'pending') {
      return this.given.back(turn, { heldFor: 'move', kind: 'move_declined', ...said });
    }
    await this.held.drop(entities, booking.id);
    const declined = await this.bookings.decline(entities, { booking, ...said, now });
    return done({ booking: declined, kind: 'declined', ...said });
  }
}
