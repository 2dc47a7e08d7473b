import { Injectable } from '@nestjs/common';
import {
  type AvailabilityQuery,
  meetingEnd,
  queryOf,
} from '../../availability/availability.service.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { newToken, newUid } from '../../shared/random.js';
import type { BookingSource } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { RequestRules } from '../request-rules.service.js';
import { BookingTransaction, type WriteTurn, type Written } from '../booking-transaction.js';
import { heldOn, HOLD_TIME } from './hold-length.js';
import { HoldLimits } from './hold-limits.service.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';
import { isHoldOf } from './is-hold-of.js';
import { RefusedStart } from '../refused-start.service.js';
import { type Reservation, VisitorHolds } from './visitor-holds.repository.js';

export interface HoldRequest {
  readonly hostId: string;
  readonly calendarId: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** One of the calendar's lengths; its first one when nobody picked. */
  readonly durationMinutes?: number;
  readonly source: BookingSource;
  /** Whom the limit counts, see `addressKey`. */
  readonly address: string;
  /** What they hold already: kept when it is this time, else given back for it. */
  readonly instead?: Reservation | undefined;
  /**
   * Under which it is to be held, where whoever chooses was given it beforehand. What is held under it
   * is theirs, too.
   */
  readonly as?: Reservation | undefined;
  /** The chat identity of whoever chooses, if they do it in chat. */
  readonly bookedBy?: string;
  readonly idempotencyKey?: IdempotencyKey;
}

/** What a visitor is told, once; whoever books with it gets a booking of the same uid. */
export interface HeldTime extends Reservation {
  /** UTC with `Z`. */
  readonly expiresAt: string;
}

/** Holds a free time for somebody who is about to book it. */
@Injectable()
export class HoldTime {
  constructor(
    private readonly transaction: BookingTransaction,
    private readonly calendars: CalendarRepository,
    private readonly rules: RequestRules,
    private readonly limits: HoldLimits,
    private readonly holds: VisitorHolds,
    private readonly refusedStart: RefusedStart,
  ) {}

  async run(request: HoldRequest): Promise<Outcome<Written<HeldTime>, BookingProblem>> {
    const { hostId, calendarId, start, durationMinutes, address, idempotencyKey } = request;
    const outcome = await this.transaction.run<HeldTime>({
      hostId,
      claim: idempotencyKey && {
        ...{ scopeId: calendarId, key: idempotencyKey },
        // The answer holds a secret: whoever else sends the same key is not shown it.
        fingerprint: JSON.stringify(['hold', calendarId, start, durationMinutes, address]),
      },
      work: (turn) => this.hold(turn, request),
    });
    return outcome.ok ? outcome : this.refused(outcome.problem, request);
  }

  /** With a calendar that changes hands meanwhile, its new host's time is held. */
  private async refused(
    problem: BookingProblem,
    request: HoldRequest,
  ): Promise<Outcome<Written<HeldTime>, BookingProblem>> {
    const { calendarId, start } = request;
    const hostId = await this.refusedStart.newHostOf(problem, request);
    if (hostId !== null) return this.run({ ...request, hostId });
    const query = (configuration: CalendarConfiguration, now: number) =>
      queryOf(request, configuration, now);
    return refused(await this.refusedStart.explained(problem, { calendarId, start, query }));
  }

  private async hold(
    turn: WriteTurn,
    request: HoldRequest,
  ): Promise<Outcome<HeldTime, BookingProblem>> {
    const configuration = await this.calendars.findById(turn.entities, request.calendarId);
    if (configuration?.host.id !== request.hostId) return refused({ kind: 'not-found' });
    const query = queryOf(request, configuration, turn.now);
    const { instead = request.as } = request;
    const kept = instead ? await this.keptOrGiven(turn, { ...request, instead }, query) : null;
    return kept ? done(kept) : this.take(turn, request, query);
  }

  /** What they hold already, for longer; null when it was another time, or nothing of theirs. */
  private async keptOrGiven(
    { entities, now }: WriteTurn,
    { hostId, calendarId, start, instead }: HoldRequest & { readonly instead: Reservation },
    query: AvailabilityQuery,
  ): Promise<HeldTime | null> {
    const hold = await this.holds.find(entities, instead);
    if (!hold || hold === 'foreign' || hold.hostId !== hostId) return null;
    if (!isHoldOf(hold, { calendarId, start, end: meetingEnd(query, start) })) {
      await this.holds.drop(entities, hold);
      return null;
    }
    const until = heldOn(hold, now);
    await this.holds.extend(entities, hold, until);
    return { ...instead, expiresAt: new Date(until).toISOString() };
  }

  private async take(
    { entities, now, blocksSomebody }: WriteTurn,
    request: HoldRequest,
    query: AvailabilityQuery,
  ): Promise<Outcome<HeldTime, BookingProblem>> {
    const { hostId, calendarId, start, source, address, bookedBy } = request;
    const refusal = await this.rules.refusal(entities, query, {
      ...{ start, email: null, bookedBy, mayBeBlocked: blocksSomebody },
    });
    if (refusal) return refused(refusal);
    if (!(await this.limits.haveRoom(entities, query, { start, address }))) {
      return refused({ kind: 'too-many-holds', retryAfterSeconds: HOLD_TIME / 1_000 });
    }
    const reservation = await this.reservation(entities, request);
    const { title, bufferBeforeMinutes, bufferAfterMinutes } = query.configuration.settings;
    const until = now + HOLD_TIME;
    const isHeld = await this.holds.insert(entities, {
      ...{ reservation, hostId, calendarId, title, source, address, now, until },
      ...{ start, end: meetingEnd(query, start), bufferBeforeMinutes, bufferAfterMinutes },
    });
    if (!isHeld) return refused({ kind: 'slot-taken', alternatives: [] });
    return done({ ...reservation, expiresAt: new Date(until).toISOString() });
  }

  /** What was given beforehand may have become a booking since. */
  private async reservation(entities: EntityManager, { as }: HoldRequest): Promise<Reservation> {
    const isOpen = as !== undefined && !(await this.holds.isSpent(entities, as));
    return isOpen ? as : { uid: newUid(), secret: newToken() };
  }
}
