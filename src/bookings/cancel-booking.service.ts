import { Injectable } from '@nestjs/common';
import { done, refused } from '../shared/outcome.js';
import type { Booking } from './booking.entity.js';
import type { Actor } from './history/booking-history.js';
import { BookingRepository } from './booking.repository.js';
import { closedOrMoved, closedProblem, reasonProblem, tooLateProblem } from './changeable.js';
import { ChangeBooking, type ChangeOutcome } from './change-booking.service.js';
import { HeldTimes } from './holds/held-times.repository.js';
import type { IdempotencyKey } from '../shared/idempotency/idempotency-key.js';

export interface CancelRequest {
  readonly booking: Booking;
  readonly actor: Actor;
  readonly reason: string | null;
  /** Only where it still starts then, epoch milliseconds. */
  readonly onlyAt?: number | undefined;
  readonly idempotencyKey?: IdempotencyKey;
}

/** Cancels a booking, which gives its time back at once, and every time that is held for it. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
  ) {}

  run(request: CancelRequest): Promise<ChangeOutcome> {
    const { booking: seen, actor, reason, onlyAt, idempotencyKey } = request;
    return this.change.run({
      booking: seen,
      wish: ['cancel', { actor, reason }],
      ...{ idempotencyKey, isHosts: actor === 'host' },
      hindrance: onlyAt === undefined ? closedProblem : closedOrMoved(onlyAt),
      work: async ({ entities, now, booking, configuration: { settings } }) => {
        const asked = { booking, settings, change: 'cancel', actor, now } as const;
        const problem = tooLateProblem(asked) ?? reasonProblem(asked, reason);
        if (problem) return refused(problem);
        await this.held.drop(entities, booking.id);
        const cancelled = await this.bookings.cancel(entities, { booking, actor, reason, now });
        return done({ booking: cancelled, kind: 'cancelled', actor, reason });
      },
    });
  }
}
