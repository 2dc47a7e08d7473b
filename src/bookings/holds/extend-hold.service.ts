import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../shared/outcome.js';
import type { BookingProblem } from '../booking.errors.js';
import type { Written } from '../booking-transaction.js';
import { ChangeHold } from './change-hold.service.js';
import { heldOn } from './hold-length.js';
import { type Reservation, VisitorHolds } from './visitor-holds.repository.js';

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
      return this.holds.extend(entities, hold, heldOn(hold, now));
    });
  }
}
