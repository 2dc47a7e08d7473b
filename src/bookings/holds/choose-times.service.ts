import { Injectable } from '@nestjs/common';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import type { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import {
  type BookingTurn,
  ChangeBooking,
  type ChangeOutcome,
  type Unchanged,
} from '../change-booking.service.js';
import { tooLateProblem } from '../changeable.js';
import { movedTo, MoveOffer, type WantedMove } from '../move-offer.service.js';
import { HeldTimes } from './held-times.repository.js';
import { heldOn, HOLD_TIME } from './hold-length.js';

export interface TimesChoice extends Omit<WantedMove, 'start'> {
  readonly booking: Booking;
  /** Epoch milliseconds, ascending; one of them, where it is the attendee who chooses. */
  readonly starts: readonly number[];
}

type Chosen = Promise<Outcome<Unchanged, BookingProblem>>;

/**
 * Holds the times that somebody has chosen for a booking while they are asked whether they mean it.
 * That changes nothing about the booking, and nobody hears of it.
 */
@Injectable()
export class ChooseTimes {
  constructor(
    private readonly change: ChangeBooking,
    private readonly offer: MoveOffer,
    private readonly held: HeldTimes,
  ) {}

  /** In place of what was chosen before; the same once more is held for longer. */
  run({ booking, ...choice }: TimesChoice): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['choose', choice] },
      work: (turn) => this.choose(turn, choice),
    });
  }

  /** They think better of it. */
  release(booking: Booking): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking, wish: ['choose', null] },
      work: async (turn) => {
        await this.held.dropChosen(turn.entities, turn.booking.id);
        return UNCHANGED;
      },
    });
  }

  private async choose(
    turn: BookingTurn,
    { starts, actor, isInsisted }: Omit<TimesChoice, 'booking'>,
  ): Chosen {
    const { entities, now, booking, configuration, chosen } = turn;
    const { settings } = configuration;
    const tooLate = tooLateProblem({ booking, settings, change: 'move', actor, now });
    if (tooLate) return refused(tooLate);
    const [first] = chosen;
    if (first && areThese(chosen, starts)) {
      await this.held.extendChosen(entities, booking.id, heldOn(first, now));
      return UNCHANGED;
    }
    const refusal = await this.offer.refusalOfOne(turn, starts, { actor, isInsisted });
    if (refusal) return refused(refusal);
    const { bufferBeforeMinutes, bufferAfterMinutes } = settings;
    const isHeld = await this.held.hold(entities, {
      ...{ booking, heldFor: 'choice', now, until: now + HOLD_TIME },
      ...{ bufferBeforeMinutes, bufferAfterMinutes },
      times: starts.map((start) => movedTo(booking, start)),
    });
    return isHeld ? UNCHANGED : refused({ kind: 'slot-taken', alternatives: [] });
  }
}

const UNCHANGED = done({ kind: 'unchanged' } as const);

const areThese = (chosen: readonly Booking[], starts: readonly number[]): boolean =>
  chosen.length === starts.length &&
  chosen.every(({ startsAt }, index) => startsAt.getTime() === starts[index]);
