import { Injectable } from '@nestjs/common';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { isAboutStart, type StartProblem } from '../../../src/bookings/booking.errors.js';
import { ChooseTimes, type TimesChoice } from '../../../src/bookings/holds/choose-times.service.js';
import { Database } from '../../../src/database/database.js';
import { RateLimiter } from '../../../src/shared/limits/rate-limiter.js';
import type { Talker } from './talker.js';

/** What somebody has chosen by now, and what of it was held for them before. */
export interface MoveChoice extends TimesChoice {
  readonly held: readonly number[];
}

export interface MoveHold {
  readonly held: readonly number[];
  /** Why another time has to be found, and for which one if that is known; null when none has to. */
  readonly gone: StartProblem | null;
}

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
    if (starts.length === 0 || !(await this.mayHold(caller, { held, ...choice }))) {
      if (held.length > 0) await this.chooseTimes.release(booking);
      return { held: [], gone: null };
    }
    const outcome = await this.chooseTimes.run(choice);
    if (outcome.ok) return { held: starts, gone: null };
    // What was held before is held yet.
    return { held, gone: isAboutStart(outcome.problem) ? outcome.problem : null };
  }

  /** To hold on to the same times is nothing new, and a host is not counted. */
  private async mayHold(
    { id }: Talker['caller'],
    { held, starts, actor }: MoveChoice,
  ): Promise<boolean> {
    const isCounted = actor === 'attendee' && held.join() !== starts.join();
    return !isCounted || this.limiter.allows('hold', `chat ${id}`);
  }

  /** Gives back what is held for the booking of this uid, if something is. */
  async release(uid: string, held: readonly number[]): Promise<void> {
    if (held.length === 0) return;
    const booking = await this.database.read((em) => em.findOne(Booking, { uid }));
    if (booking) await this.chooseTimes.release(booking);
  }
}
