import { Injectable } from '@nestjs/common';
import { meetingEnd, queryOf } from '../../availability/availability.service.js';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { done, type Outcome, refused } from '../../shared/outcome.js';
import { newToken, newUid } from '../../shared/random.js';
import type { BookingSource } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { RequestRules } from '../request-rules.service.js';
import { BookingTransaction, type WriteTurn, type Written } from '../booking-transaction.js';
import { HoldLimits } from './hold-limits.service.js';
import { type IdempotencyKey, keyFrom } from '../../shared/idempotency/idempotency-key.js';
import { RefusedStart } from '../refused-start.service.js';
import { type Holder, type Reservation, VisitorHolds } from './visitor-holds.repository.js';

export interface HoldRequest {
  readonly hostId: string;
  readonly calendarId: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** One of the calendar's lengths; its first one when nobody picked. */
  readonly durationMinutes?: number;
  readonly source: BookingSource;
  readonly holder: Holder;
  /** The chat identity of whoever chooses, if they do it in chat. */
  readonly bookedBy?: string;
  readonly idempotencyKey?: IdempotencyKey;
}

/** What a visitor is told, once; whoever books with it gets a booking of the same uid. */
export interface HeldTime extends Reservation {
  /** UTC with `Z`. */
  readonly expiresAt: string;
}

/** Long enough to fill in a form, in milliseconds. */
export const HOLD_TIME = 5 * 60_000;

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
    const { hostId, calendarId, start, durationMinutes, holder, idempotencyKey } = request;
    // The answer holds a secret: whoever else sends the same key is not shown it.
    const whose = [holder.address, holder.browser?.toString('hex')];
    const outcome = await this.transaction.run<HeldTime>({
      hostId,
      claim: {
        key: idempotencyKey ?? keyFrom('own', newToken()),
        fingerprint: JSON.stringify(['hold', calendarId, start, durationMinutes, whose]),
      },
      work: (turn) => this.hold(turn, request),
    });
    if (outcome.ok) return outcome;
    const query = (configuration: CalendarConfiguration, now: number) =>
      queryOf(request, configuration, now);
    return refused(
      await this.refusedStart.explained(outcome.problem, { calendarId, start, query }),
    );
  }

  private async hold(
    { entities, now, blocksSomebody }: WriteTurn,
    request: HoldRequest,
  ): Promise<Outcome<HeldTime, BookingProblem>> {
    const { hostId, calendarId, start, source, holder, bookedBy } = request;
    const configuration = await this.calendars.findById(entities, calendarId);
    if (configuration?.host.id !== hostId) return refused({ kind: 'not-found' });
    if (holder.browser) await this.holds.dropOfBrowser(entities, hostId, holder.browser);
    const query = queryOf(request, configuration, now);
    const refusal = await this.rules.refusal(entities, query, {
      ...{ start, email: null, bookedBy, mayBeBlocked: blocksSomebody },
    });
    if (refusal) return refused(refusal);
    const { address } = holder;
    if (!(await this.limits.haveRoom(entities, query, { start, address }))) {
      return refused({ kind: 'too-many-holds', retryAfterSeconds: HOLD_TIME / 1_000 });
    }
    const reservation = { uid: newUid(), secret: newToken() };
    const { title, bufferBeforeMinutes, bufferAfterMinutes } = configuration.settings;
    const until = now + HOLD_TIME;
    const isHeld = await this.holds.insert(entities, {
      ...{ reservation, hostId, calendarId, title, source, holder, now, until },
      ...{ start, end: meetingEnd(query, start), bufferBeforeMinutes, bufferAfterMinutes },
    });
    if (!isHeld) return refused({ kind: 'slot-taken', alternatives: [] });
    return done({ ...reservation, expiresAt: new Date(until).toISOString() });
  }
}
