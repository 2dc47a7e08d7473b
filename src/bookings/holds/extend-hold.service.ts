import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../shared/outcome.js';
import { MINUTE } from '../../slots/interval.js';
import type { BookingProblem } from '../booking.errors.js';
import type { Written } from '../booking-transaction.js';
import { ChangeHold } from './change-hold.service.js';
import { HOLD_TIME } from './hold-time.service.js';
import { type Reservation, VisitorHolds } from './visitor-holds.repository.js';

/** However long somebody types, others wait no longer for a time that is not booked. */
const LONGEST_HOLD = 30 * MINUTE;

/** Holds a time for longer, for somebody who is still filling in its form. */
@Injectable()
export class ExtendHold {
  constructor(
    private readonly change: ChangeHold,
    private readonly holds: VisitorHolds,
  ) {}

  /** Refused when the hold has run out already. */
  run(shown: Reservation): Promise<Outcome<Written<object>, BookingProblem>> {
    return this.change.run(shown, ({ entities, now }, hold) => {
      const last = hold.createdAt.getTime() + LONGEST_HOLD;
      return this.holds.extend(entities, hold, Math.min(now + HOLD_TIME, last));
    });
  }
}
