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
import { HeldTimes } from '../holds/held-times.repository.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';

export interface Confirmation {
  readonly booking: Booking;
  /** The sequence that the host saw; what has changed since is not answered. */
  readonly seenSequence?: number | undefined;
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

  run({ booking, seenSequence, idempotencyKey }: Confirmation): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['confirm', { seenSequence }], idempotencyKey, isHosts: true },
      work: (turn) => this.confirm(turn, seenSequence),
    });
  }

  private async confirm(
    { entities, now, booking, held }: BookingTurn,
    seenSequence: number | undefined,
  ): Promise<Outcome<Changed, BookingProblem>> {
    const said = { actor: 'host', reason: null } as const;
    const wanted = held.find(({ heldFor }) => heldFor === 'move');
    if (booking.status !== 'pending' && !wanted) {
      return refused({ kind: 'nothing-asked', status: booking.status });
    }
    const changed = changedProblem(booking, seenSequence);
    if (changed) return refused(changed);
    await this.held.drop(entities, booking.id);
    if (!wanted) {
      const confirmed = await this.bookings.confirm(entities, { booking, now });
      return done({ booking: confirmed, kind: 'confirmed', ...said });
    }
    const { startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes } = wanted;
    const moved = await this.bookings.move(entities, {
      ...{ booking, start: startsAt.getTime(), end: endsAt.getTime() },
      ...{ bufferBeforeMinutes, bufferAfterMinutes, waiting: null, now },
    });
    return done({ booking: moved, kind: 'moved', ...said });
  }
}
