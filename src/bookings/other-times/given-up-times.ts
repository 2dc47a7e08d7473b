import { Injectable } from '@nestjs/common';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { AskedFor } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingRepository } from '../booking.repository.js';
import type { BookingTurn, Changed } from '../change-booking.service.js';
import { HeldTimes } from '../holds/held-times.repository.js';
import { stillWaiting } from '../approval/still-waiting.js';

/** What the times were held for, and how history names that nobody takes them. */
export interface GivenUp extends Pick<Changed, 'kind' | 'actor' | 'reason'> {
  readonly heldFor: AskedFor;
}

/** Gives back the times that are held for a booking, which stays where it is. */
@Injectable()
export class GivenUpTimes {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
  ) {}

  /** Refused where nothing is held for that. */
  async back(
    { entities, now, booking, held }: BookingTurn,
    { heldFor, ...said }: GivenUp,
  ): Promise<Outcome<Changed, BookingProblem>> {
    if (held[0]?.heldFor !== heldFor) {
      return refused({ kind: 'nothing-asked', status: booking.status });
    }
    await this.held.drop(entities, booking.id);
    const waiting = stillWaiting(booking, now);
    const kept = await this.bookings.keep(entities, { booking, now, ...waiting });
    return done({ ...said, booking: kept, asked: held.map(({ startsAt }) => startsAt) });
  }
}
