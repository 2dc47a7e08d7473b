import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingTransaction, type HostTurn, type Written } from '../booking-transaction.js';
import { type Reservation, VisitorHolds } from './visitor-holds.repository.js';

/** What is done with a hold while it is its host's turn. */
export type HoldWork = (turn: HostTurn, hold: Booking) => Promise<void>;

/** The frame of every change of a held time, by whoever shows its secret. */
@Injectable()
export class ChangeHold {
  constructor(
    private readonly database: Database,
    private readonly transaction: BookingTransaction,
    private readonly holds: VisitorHolds,
  ) {}

  /** Refused when the hold is over, or was never theirs. */
  async run(shown: Reservation, work: HoldWork): Promise<Outcome<Written<object>, BookingProblem>> {
    const seen = await this.database.read((entities) => this.holds.find(entities, shown));
    if (!seen || seen === 'foreign') return refused({ kind: 'no-reservation' });
    return this.transaction.run({
      hostId: seen.hostId,
      work: async (turn) => {
        const hold = await this.holds.find(turn.entities, shown);
        if (!hold || hold === 'foreign') return refused({ kind: 'no-reservation' });
        await work(turn, hold);
        return done({});
      },
    });
  }
}
