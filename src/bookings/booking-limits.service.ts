import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type Outcome, refused } from '../shared/outcome.js';
import { RateLimiter } from '../shared/limits/rate-limiter.js';
import type { RateLimitedAction } from '../shared/limits/rate-limits.js';
import type { BookedAnswer } from './booking-answer.js';
import type { BookingProblem } from './booking.errors.js';
import type { Written } from './booking-transaction.js';
import { HostQueue, isTurnedAway } from './host-queue.js';
import type { IdempotencyKey } from '../shared/idempotency/idempotency-key.js';
import { IdempotencyRepository } from '../shared/idempotency/idempotency.repository.js';

/** Who books with whom. */
export interface Booker {
  /** See `addressKey`. */
  readonly address: string;
  readonly email: string;
  readonly hostId: string;
  readonly calendarId: string;
  readonly idempotencyKey?: IdempotencyKey;
}

type Booked = Outcome<Written<BookedAnswer>, BookingProblem>;

/** Bounds how many bookings one address, one attendee and one host get, and how often one changes. */
@Injectable()
export class BookingLimits {
  /** Requests with the same key, of which only the first may count. */
  private readonly sameKey = new HostQueue();

  constructor(
    private readonly limiter: RateLimiter,
    private readonly idempotency: IdempotencyRepository,
    private readonly database: Database,
  ) {}

  /**
   * Runs `book` if all limits have room, and counts it only when it made a new booking. A key that
   * was answered already is past all limits: its answer may have been lost on the way.
   * @throws ProblemError `rate-limited`.
   */
  async run(booker: Booker, book: () => Promise<Booked>): Promise<Booked> {
    const { calendarId: scopeId, idempotencyKey: key } = booker;
    if (key === undefined) return this.counted(booker, book);
    const answer = await this.sameKey.run(`${scopeId} ${key}`, async () => {
      const isAnswered = await this.database.read((entities) =>
        this.idempotency.isAnswered(entities, { scopeId, key }),
      );
      return isAnswered ? book() : this.counted(booker, book);
    });
    return isTurnedAway(answer) ? refused({ kind: 'idempotency-waiting' }) : answer;
  }

  /** Counts a request to move or cancel this booking. @throws ProblemError `rate-limited`. */
  async change(uid: string): Promise<void> {
    await this.limiter.take('bookingChange', uid);
  }

  private async counted(
    { address, email, hostId }: Booker,
    book: () => Promise<Booked>,
  ): Promise<Booked> {
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
