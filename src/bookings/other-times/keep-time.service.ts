import { Injectable } from '@nestjs/common';
import { done, refused } from '../../shared/outcome.js';
import { BookingHistory } from '../history/booking-history.js';
import type { Booking } from '../booking.entity.js';
import { BookingRepository } from '../booking.repository.js';
import { ChangeBooking, type ChangeOutcome } from '../change-booking.service.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';
import { openQuestion } from './open-question.js';
import { timeQuestion } from './time-question.js';

export interface Keeping {
  readonly booking: Booking;
  readonly idempotencyKey?: IdempotencyKey;
}

/**
 * The attendee says that the present time suits them, where the host moved it or asked them to move.
 * While other times are held for it, that is what there is to answer, or to take back, first.
 */
@Injectable()
export class KeepTime {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
    private readonly history: BookingHistory,
  ) {}

  run({ booking: seen, idempotencyKey }: Keeping): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking: seen, wish: ['keep'], idempotencyKey },
      work: async ({ entities, now, booking, held }) => {
        if (openQuestion(held, now))
          return refused({ kind: 'booking-changed', start: booking.startsAt.getTime() });
        const changes = await this.history.changesOf(entities, booking);
        if (timeQuestion(booking, changes) === null) {
          const isKept = changes.at(-1)?.kind === 'move_kept';
          if (isKept) return done({ kind: 'unchanged' });
          return refused({ kind: 'nothing-asked', status: booking.status });
        }
        const kept = await this.bookings.keepTime(entities, { booking, now });
        return done({ booking: kept, kind: 'move_kept', actor: 'attendee', reason: null });
      },
    });
  }
}
