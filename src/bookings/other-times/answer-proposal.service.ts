import { Injectable } from '@nestjs/common';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingRepository } from '../booking.repository.js';
import {
  type BookingTurn,
  ChangeBooking,
  type Changed,
  type ChangeOutcome,
  type Unchanged,
} from '../change-booking.service.js';
import { type GivenUp, GivenUpTimes } from './given-up-times.js';
import { HeldTimes } from '../holds/held-times.repository.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';

export interface ProposalAnswer {
  readonly booking: Booking;
  /** The start that suits, epoch milliseconds; null when none does. */
  readonly start: number | null;
  readonly idempotencyKey?: IdempotencyKey;
}

/** The attendee's answer to what the host proposed: one of the times, which then stands, or none. */
@Injectable()
export class AnswerProposal {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
    private readonly given: GivenUpTimes,
  ) {}

  run({ booking, start, idempotencyKey }: ProposalAnswer): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['answer', { start }], idempotencyKey },
      work: (turn) => (start === null ? this.given.back(turn, NONE) : this.take(turn, start)),
    });
  }

  /** Whoever presses the same button twice has what they wanted. */
  private async take(
    { entities, now, booking, held }: BookingTurn,
    start: number,
  ): Promise<Outcome<Changed | Unchanged, BookingProblem>> {
    const said = { actor: 'attendee', reason: null } as const;
    const wanted = held.find((time) => isOffered(time) && time.startsAt.getTime() === start);
    if (!wanted) {
      const isThere = booking.status === 'confirmed' && booking.startsAt.getTime() === start;
      return isThere ? done({ kind: 'unchanged' }) : refused(noProposal(booking));
    }
    const { endsAt, bufferBeforeMinutes, bufferAfterMinutes } = wanted;
    const kind = booking.status === 'pending' ? 'confirmed' : 'moved';
    await this.held.drop(entities, booking.id);
    const moved = await this.bookings.move(entities, {
      ...{ booking, start, end: endsAt.getTime(), waiting: null, now },
      ...{ bufferBeforeMinutes, bufferAfterMinutes },
    });
    return done({ booking: moved, kind, ...said });
  }
}

const NONE: GivenUp = {
  ...{ heldFor: 'proposal', kind: 'proposal_ended' },
  ...{ actor: 'attendee', reason: null },
};

const isOffered = ({ heldFor }: Booking): boolean => heldFor === 'proposal';

const noProposal = ({ status }: Booking): BookingProblem => ({ kind: 'nothing-asked', status });
