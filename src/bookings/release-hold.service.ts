import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { newToken } from '../shared/random.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingTransaction, type Written } from './booking-transaction.js';
import { keyFrom } from './idempotency-key.js';
import { type Reservation, VisitorHolds } from './visitor-holds.repository.js';

/** Gives a held time back, to whoever shows its secret. */
@Injectable()
export class ReleaseHold {
  constructor(
    private readonly database: Database,
    private readonly transaction: BookingTransaction,
    private readonly holds: VisitorHolds,
  ) {}

  async run(shown: Reservation): Promise<Outcome<Written<object>, BookingProblem>> {
    const seen = await this.database.read((entities) => this.holds.find(entities, shown));
    if (!seen || seen === 'foreign') return refused({ kind: 'no-reservation' });
    return this.transaction.run({
      hostId: seen.hostId,
      claim: { key: keyFrom('own', newToken()), fingerprint: `release ${shown.uid}` },
      work: async ({ entities }) => {
        const hold = await this.holds.find(entities, shown);
        if (!hold || hold === 'foreign') return refused({ kind: 'no-reservation' });
        await this.holds.drop(entities, hold);
        return done({});
      },
    });
  }
}
