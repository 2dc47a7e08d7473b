import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../shared/outcome.js';
import type { BookingProblem } from '../booking.errors.js';
import type { Written } from '../booking-transaction.js';
import { ChangeHold } from './change-hold.service.js';
import { type Reservation, VisitorHolds } from './visitor-holds.repository.js';

/** Gives a held time back, to whoever shows its secret. */
@Injectable()
export class ReleaseHold {
  constructor(
    private readonly change: ChangeHold,
    private readonly holds: VisitorHolds,
  ) {}

  run(shown: Reservation): Promise<Outcome<Written<object>, BookingProblem>> {
    return this.change.run(shown, ({ entities }, hold) => this.holds.drop(entities, hold));
  }
}
