import { Injectable } from '@nestjs/common';
import { type WaitingTime, waitingTime } from '../availability/waiting-time.js';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import type { BufferedTime } from './booking-columns.mapper.js';
import type { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import type { Actor } from './history/booking-history.js';
import { BookingRepository } from './booking.repository.js';
import {
  type BookingTurn,
  ChangeBooking,
  type Changed,
  type ChangeOutcome,
  type Unchanged,
} from './change-booking.service.js';
import { changedProblem, reasonProblem, tooLateProblem } from './changeable.js';
import { HeldTimes } from './holds/held-times.repository.js';
import type { IdempotencyKey } from '../shared/idempotency/idempotency-key.js';
import { movedTo, MoveOffer, moveQuery } from './move-offer.service.js';
import { RefusedStart } from './refused-start.service.js';

export interface MoveRequest {
  readonly booking: Booking;
  /** The new start, epoch milliseconds. */
  readonly start: number;
  readonly actor: Actor;
  readonly reason: string | null;
  /** The sequence that the person saw; a booking that has changed since is not moved. */
  readonly seenSequence?: number;
  /** The host means it, whatever the calendar's rules say. */
  readonly isInsisted?: boolean;
  readonly idempotencyKey?: IdempotencyKey;
}

type Moved = Promise<Outcome<Changed | Unchanged, BookingProblem>>;

/**
 * Moves a booking: one UPDATE under the host's lock, the same uid, the old time in the history. Where
 * the host confirms bookings, an attendee's move of one that stands is a question to them: the new
 * time is held, the old one stands until the answer.
 */
@Injectable()
export class MoveBooking {
  constructor(
    private readonly change: ChangeBooking,
    private readonly offer: MoveOffer,
    private readonly bookings: BookingRepository,
    private readonly held: HeldTimes,
    private readonly refusedStart: RefusedStart,
  ) {}

  async run(request: MoveRequest): Promise<ChangeOutcome> {
    const { booking, idempotencyKey, ...wish } = request;
    const outcome = await this.change.run({
      ...{ booking, wish: ['move', wish], idempotencyKey, isHosts: wish.actor === 'host' },
      work: (turn) => this.move(turn, request),
    });
    if (outcome.ok) return outcome;
    const { calendarId } = booking;
    const query = (configuration: CalendarConfiguration, now: number) =>
      moveQuery(booking, configuration, now);
    const wanted = { calendarId, start: request.start, query };
    return refused(await this.refusedStart.explained(outcome.problem, wanted));
  }

  private async move(turn: BookingTurn, request: MoveRequest): Moved {
    const { now, booking, configuration } = turn;
    const { start, actor, reason, seenSequence } = request;
    if (isThere(turn, request)) return done({ kind: 'unchanged' });
    const wish = { booking, settings: configuration.settings, change: 'move', actor, now } as const;
    const problem =
      changedProblem(booking, seenSequence) ?? tooLateProblem(wish) ?? reasonProblem(wish, reason);
    if (problem) return refused(problem);
    const refusal = await this.offer.refusal(turn, request);
    if (refusal) return refused(refusal);
    const { bufferBeforeMinutes, bufferAfterMinutes } = configuration.settings;
    const time = { ...movedTo(booking, start), bufferBeforeMinutes, bufferAfterMinutes };
    const isAsked = actor === 'attendee' && configuration.settings.approval === 'host';
    return isAsked && booking.status === 'confirmed'
      ? this.ask(turn, time, request)
      : this.moveAtOnce(turn, time, request);
  }

  /** A request that its attendee moves is a request anew; what the host moves stands. */
  private async moveAtOnce(
    turn: BookingTurn,
    time: BufferedTime,
    { actor, reason }: MoveRequest,
  ): Moved {
    const { entities, now, booking } = turn;
    const isRequest = booking.status === 'pending' && actor === 'attendee';
    const waiting = isRequest ? waitFor(turn, time.start) : null;
    await this.held.drop(entities, booking.id);
    const moved = await this.bookings.move(entities, { ...time, booking, waiting, now });
    return done({ booking: moved, kind: isRequest ? 'requested' : 'moved', actor, reason });
  }

  private async ask(turn: BookingTurn, time: BufferedTime, request: MoveRequest): Moved {
    const { entities, now, booking } = turn;
    const { until, nudge } = waitFor(turn, Math.min(time.start, booking.startsAt.getTime()));
    const isHeld = await this.held.hold(entities, {
      ...{ booking, heldFor: 'move', times: [time], now, until },
      bufferBeforeMinutes: time.bufferBeforeMinutes,
      bufferAfterMinutes: time.bufferAfterMinutes,
    });
    if (!isHeld) return refused({ kind: 'slot-taken', alternatives: [] });
    const { actor, reason } = request;
    const asked = [new Date(time.start)];
    const kept = await this.bookings.keep(entities, { booking, now, nudge });
    return done({ booking: kept, kind: 'move_requested', actor, reason, asked });
  }
}

/** Whether the booking has that time, or its attendee has asked for it. */
function isThere({ booking, held }: BookingTurn, { start, actor }: MoveRequest): boolean {
  if (booking.startsAt.getTime() === start) return true;
  return actor === 'attendee' && held.some((time) => isAskedFor(time, start));
}

const isAskedFor = ({ heldFor, startsAt }: Booking, start: number): boolean =>
  heldFor === 'move' && startsAt.getTime() === start;

const waitFor = ({ configuration, now }: BookingTurn, start: number): WaitingTime =>
  waitingTime(configuration, { now, start });
