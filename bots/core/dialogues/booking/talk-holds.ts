import { Injectable } from '@nestjs/common';
import type { BookingProblem } from '../../../../src/bookings/booking.errors.js';
import { HoldTime } from '../../../../src/bookings/holds/hold-time.service.js';
import { ReleaseHold } from '../../../../src/bookings/holds/release-hold.service.js';
import { say } from '../../../../src/language/say.js';
import { RateLimiter } from '../../../../src/shared/limits/rate-limiter.js';
import { sourceOf } from '../../booking-source.js';
import type { BookingState } from './booking-state.js';
import type { LookAgain } from '../talk.js';
import type { Talker } from '../talker.js';
import { anotherTime } from '../time-choice/time-state.js';

/** Holds the time that somebody chose in chat while they answer the rest. */
@Injectable()
export class TalkHolds {
  constructor(
    private readonly holdTime: HoldTime,
    private readonly releaseHold: ReleaseHold,
    private readonly limiter: RateLimiter,
  ) {}

  /** The state with what is held for it now; a look for another time when its own was taken. */
  async keepUp(
    talker: Talker,
    state: BookingState,
  ): Promise<BookingState | LookAgain<BookingState>> {
    const { hold, start, movingUid } = state;
    if (start === null || movingUid !== null) {
      await this.release(state);
      return hold === null ? state : { ...state, hold: null };
    }
    return this.take(talker, { ...state, start });
  }

  /** Gives back what is held, if something still is. */
  async release({ hold }: BookingState): Promise<void> {
    if (hold !== null) await this.releaseHold.run(hold);
  }

  /** Where nothing can be held it goes on without: whoever is first with their yes books. */
  private async take(
    { caller, platform }: Talker,
    state: BookingState & { readonly start: number },
  ): Promise<BookingState | LookAgain<BookingState>> {
    const { hostId, calendarId, durationMinutes, start, hold } = state;
    const address = `chat ${caller.id}`;
    const isKnown = hostId !== null && calendarId !== null && durationMinutes !== null;
    // To hold on to the same time is nothing new.
    const isAllowed = hold?.start === start || (await this.limiter.allows('hold', address));
    if (!isKnown || !isAllowed) {
      await this.release(state);
      return { ...state, hold: null };
    }
    const held = await this.holdTime.run({
      ...{ hostId, calendarId, start, durationMinutes, address, instead: hold ?? undefined },
      ...{ source: sourceOf(platform.name), bookedBy: caller.id },
    });
    if (held.ok) {
      const { uid, secret } = held.value.value;
      return { ...state, hold: { uid, secret, start } };
    }
    await this.release(state);
    const why = goneWords(held.problem);
    return why === null
      ? { ...state, hold: null }
      : { again: { ...anotherTime(state), hold: null }, why };
  }
}

/** Why another time has to be found; null where that is not what stood in the way. */
export function goneWords({ kind }: BookingProblem): string | null {
  if (kind === 'slot-taken') return say('book:taken');
  return kind === 'slot-not-offered' ? say('book:notOffered') : null;
}
