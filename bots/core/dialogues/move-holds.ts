import { Injectable } from '@nestjs/common';
import { Booking } from '../../../src/bookings/booking.entity.js';
import type { BookingProblem } from '../../../src/bookings/booking.errors.js';
import { ChooseTimes, type TimesChoice } from '../../../src/bookings/holds/choose-times.service.js';
import { Database } from '../../../src/database/database.js';
import { RateLimiter } from '../../../src/shared/limits/rate-limiter.js';
import { goneWords } from './gone-words.js';
import type { Talker } from './talker.js';

/** What somebody has chosen by now, and what of it was held for them before. */
export interface MoveChoice extends TimesChoice {
  readonly held: readonly number[];
}

export interface MoveHold {
  readonly held: readonly number[];
  /** Why another time has to be found, and for which one if that is known; null when none has to. */
  readonly gone: { readonly why: string; readonly start: number | null } | null;
}

const NOTHING: MoveHold = { held: [], gone: null };

/** Holds what somebody chose in chat for a booking while they are asked whether they mean it. */
@Injectable()
export class MoveHolds {
  constructor(
    private readonly chooseTimes: ChooseTimes,
    private readonly limiter: RateLimiter,
    private readonly database: Database,
  ) {}

  /** Where nothing can be held it goes on without: whoever is first with their yes has the time. */
  async keepUp({ caller }: Talker, { held, ...choice }: MoveChoice): Promise<MoveHold> {
    const { booking, starts } = choice;
    // To hold on to the same times is nothing new.
    const isSame = held.join() === starts.join();
    const mayHold = isSame || (await this.limiter.allows('hold', `chat ${caller.id}`));
    if (starts.length === 0 || !mayHold) {
      if (held.length > 0) await this.chooseTimes.release(booking);
      return NOTHING;
    }
    const outcome = await this.chooseTimes.run(choice);
    if (outcome.ok) return { held: starts, gone: null };
    const { problem } = outcome;
    const why = goneWords(problem);
    return why === null ? NOTHING : { held, gone: { why, start: startIn(problem) } };
  }

  /** Gives back what is held for the booking of this uid, if something is. */
  async release(uid: string, held: readonly number[]): Promise<void> {
    if (held.length === 0) return;
    const booking = await this.database.read((em) => em.findOne(Booking, { uid }));
    if (booking) await this.chooseTimes.release(booking);
  }
}

const startIn = (problem: BookingProblem): number | null =>
  'start' in problem ? (problem.start ?? null) : null;
