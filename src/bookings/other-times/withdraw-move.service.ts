import { Injectable } from '@nestjs/common';
import type { Booking } from '../booking.entity.js';
import { ChangeBooking, type ChangeOutcome } from '../change-booking.service.js';
import { GivenUpTimes } from './given-up-times.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';

export interface Withdrawal {
  readonly booking: Booking;
  readonly idempotencyKey?: IdempotencyKey;
}

/** The attendee takes back that they asked to move: the new time is free again, the old one stands. */
@Injectable()
export class WithdrawMove {
  constructor(
    private readonly change: ChangeBooking,
    private readonly given: GivenUpTimes,
  ) {}

  run({ booking, idempotencyKey }: Withdrawal): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['withdraw-move'], idempotencyKey },
      work: (turn) =>
        this.given.back(turn, {
          ...{ heldFor: 'move', kind: 'move_withdrawn' },
          ...{ actor: 'attendee', reason: null },
        }),
    });
  }
}
