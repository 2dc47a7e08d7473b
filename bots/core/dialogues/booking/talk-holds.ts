import { Injectable } from '@nestjs/common';
import { AttendeeBookings } from '../../../../src/bookings/appointments/attendee-bookings.repository.js';
import { isAboutStart } from '../../../../src/bookings/booking.errors.js';
import { HoldTime } from '../../../../src/bookings/holds/hold-time.service.js';
import { ReleaseHold } from '../../../../src/bookings/holds/release-hold.service.js';
import { Database } from '../../../../src/database/database.js';
import { RateLimiter } from '../../../../src/shared/limits/rate-limiter.js';
import { sourceOf } from '../../booking-source.js';
import { goneWords } from '../gone-words.js';
import { MoveHolds } from '../move-holds.js';
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
    private readonly moves: MoveHolds,
    private readonly bookings: AttendeeBookings,
    private readonly database: Database,
    private readonly limiter: RateLimiter,
  ) {}

  /** The state with what is held for it now; a look for another time when its own was taken. */
  async keepUp(
    talker: Talker,
    state: BookingState,
  ): Promise<BookingState | LookAgain<BookingState>> {
    const { hold, start, movingUid } = state;
    if (movingUid !== null) return this.chooseFor(talker, state, movingUid);
    if (start === null) {
      await this.release(state);
      return hold === null ? state : { ...state, hold: null };
    }
    return this.take(talker, { ...state, start });
  }

  /** The same for a booking of theirs that moves. */
  private async chooseFor(
    talker: Talker,
    state: BookingState,
    uid: string,
  ): Promise<BookingState | LookAgain<BookingState>> {
    const { start, heldStarts } = state;
    const starts = start === null ? [] : [start];
    if (starts.length + heldStarts.length === 0) return state;
    const [booking] = await this.database.read((entities) =>
      this.bookings.withCode(entities, talker.caller.id, uid),
    );
    if (!booking) return state;
    const choice = { booking, starts, actor: 'attendee', held: heldStarts } as const;
    const { held, gone } = await this.moves.keepUp(talker, choice);
    const kept = { ...state, heldStarts: [...held] };
    return gone === null ? kept : { again: anotherTime(kept), why: goneWords(gone) };
  }

  /** Gives back what is held, if something still is. */
  async release({ hold, movingUid, heldStarts }: BookingState): Promise<void> {
    if (hold !== null) await this.releaseHold.run(hold);
    if (movingUid !== null) await this.moves.release(movingUid, heldStarts);
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
    return isAboutStart(held.problem)
      ? { again: { ...anotherTime(state), hold: null }, why: goneWords(held.problem) }
      : { ...state, hold: null };
  }
}
