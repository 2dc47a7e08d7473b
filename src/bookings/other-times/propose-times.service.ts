import { Injectable } from '@nestjs/common';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { DAY } from '../../slots/interval.js';
import type { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingRepository } from '../booking.repository.js';
import {
  type BookingTurn,
  ChangeBooking,
  type Changed,
  type ChangeOutcome,
} from '../change-booking.service.js';
import { HeldTimes } from '../holds/held-times.repository.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';
import { MOST_PROPOSED } from './most-proposed.js';
import { movedTo, MoveOffer } from '../move-offer.service.js';
import { stillWaiting } from '../approval/still-waiting.js';

export interface Proposal {
  readonly booking: Booking;
  /** Epoch milliseconds; three at most. */
  readonly starts: readonly number[];
  readonly reason: string | null;
  /** The host means it, whatever the calendar's rules say. */
  readonly isInsisted?: boolean;
  readonly idempotencyKey?: IdempotencyKey;
}

/** Nobody waits longer for an attendee who does not answer, nor beyond the start of the meeting. */
const LONGEST = DAY;

/** Holds up to three other times for an attendee to choose from; the booking stands where it is. */
@Injectable()
export class ProposeTimes {
  constructor(
    private readonly change: ChangeBooking,
    private readonly offer: MoveOffer,
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
  ) {}

  run(proposal: Proposal): Promise<ChangeOutcome> {
    const { booking, idempotencyKey, ...wish } = proposal;
    return this.change.run({
      ...{ booking, wish: ['propose', wish], idempotencyKey },
      work: (turn) => this.propose(turn, proposal),
    });
  }

  private async propose(
    turn: BookingTurn,
    proposal: Proposal,
  ): Promise<Outcome<Changed, BookingProblem>> {
    const { entities, now, booking, configuration } = turn;
    const starts = [...new Set(proposal.starts)].sort((a, b) => a - b).slice(0, MOST_PROPOSED);
    const { isInsisted } = proposal;
    const refusal = await this.offer.refusalOfOne(turn, starts, { actor: 'host', isInsisted });
    if (refusal) return refused(refusal);
    const until = Math.min(now + LONGEST, booking.startsAt.getTime(), ...starts);
    const { bufferBeforeMinutes, bufferAfterMinutes } = configuration.settings;
    const isHeld = await this.held.hold(entities, {
      ...{ booking, heldFor: 'proposal', now, until, bufferBeforeMinutes, bufferAfterMinutes },
      times: starts.map((start) => movedTo(booking, start)),
    });
    if (!isHeld) return refused({ kind: 'slot-taken', alternatives: [] });
    const waiting = stillWaiting(booking, now, until);
    const kept = await this.bookings.keep(entities, { booking, now, ...waiting });
    const asked = starts.map((start) => new Date(start));
    return done({ booking: kept, kind: 'proposed', actor: 'host', reason: proposal.reason, asked });
  }
}
