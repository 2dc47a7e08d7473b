import { Injectable } from '@nestjs/common';
import type { Outcome } from '../shared/outcome.js';
import { RateLimiter } from '../shared/rate-limiter.js';
import type { RateLimitedAction } from '../shared/rate-limits.js';
import type { BookedAnswer } from './booking-answer.js';
import type { BookingProblem } from './booking.errors.js';
import type { Written } from './booking-transaction.js';

/** Who books with whom. */
export interface Booker {
  /** See `addressKey`. */
  readonly address: string;
  readonly email: string;
  readonly hostId: string;
}

type Booked = Outcome<Written<BookedAnswer>, BookingProblem>;

/** Bounds how many bookings one address, one attendee and one host get. */
@Injectable()
export class BookingLimits {
  constructor(private readonly limiter: RateLimiter) {}

  /**
   * Runs `book` if all limits have room, and counts it only when it made a new booking.
   * @throws ProblemError `rate-limited`.
   */
  async run({ address, email, hostId }: Booker, book: () => Promise<Booked>): Promise<Booked> {
    const taken: Counted[] = [];
    const all: readonly Counted[] = [
      ['bookingByAddress', address],
      ['bookingByEmail', email.toLowerCase()],
      ['bookingOfHost', hostId],
    ];
    let isNew = false;
    try {
      for (const counted of all) {
        await this.limiter.take(...counted);
        taken.push(counted);
      }
      const outcome = await book();
      isNew = outcome.ok && !outcome.value.isReplay;
      return outcome;
    } finally {
      if (!isNew) await this.giveBack(taken);
    }
  }

  private async giveBack(taken: readonly Counted[]): Promise<void> {
    for (const counted of taken) await this.limiter.giveBack(...counted);
  }
}

type Counted = readonly [action: RateLimitedAction, key: string];
