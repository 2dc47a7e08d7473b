import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AvailabilityQuery,
  meetingEnd,
  queryOf,
} from '../availability/availability.service.js';
import { waitingTime } from '../availability/waiting-time.js';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { OneTimeLinks } from '../calendars/links/one-time-links.service.js';
import { Env } from '../config/env.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { newUid } from '../shared/random.js';
import { bookingAnswer, type BookedAnswer } from './booking-answer.js';
import type { NewBooking } from './booking-columns.mapper.js';
import type { Booking, BookingSource } from './booking.entity.js';
import { type BookingProblem, HAS_PASSED } from './booking.errors.js';
import { BookingHistory } from './history/booking-history.js';
import { BookingOffer } from './booking-offer.js';
import { type Attendee, BookingRepository } from './booking.repository.js';
import { ManageLinks } from './manage/manage-links.service.js';
import { BookingTransaction, type WriteTurn, type Written } from './booking-transaction.js';
import { type GivenIntake, NOTHING_GIVEN, takeIn } from './intake/intake.js';
import { knownAddresses } from './intake/known-addresses.js';
import type { IdempotencyKey } from '../shared/idempotency/idempotency-key.js';
import { RefusedStart } from './refused-start.service.js';
import { RequestRules } from './request-rules.service.js';
import { isHoldOf } from './holds/is-hold-of.js';
import { type Reservation, VisitorHolds } from './holds/visitor-holds.repository.js';

export interface BookingRequest {
  readonly hostId: string;
  readonly calendarId: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** One of the calendar's lengths; its first one when nobody picked. */
  readonly durationMinutes?: number;
  readonly attendee: Attendee;
  /** Answers and guests; may be left out where the calendar asks nothing. */
  readonly intake?: GivenIntake;
  readonly notes: string;
  readonly source: BookingSource;
  readonly utm: Readonly<Record<string, string>>;
  /** The time that was held for the booker meanwhile; one that ran out is as good as none. */
  readonly reservation?: Reservation;
  /** The token of a link that books once. */
  readonly oneTimeToken?: string;
  /** The host books for somebody, which needs no confirmation. Insisted: whatever the rules say. */
  readonly byHost?: 'by the rules' | 'insisted';
  /** The chat identity of whoever booked, if they did it in chat. */
  readonly bookedBy?: string;
  /** Without one the request gets a key of its own, so that its retries stay one booking. */
  readonly idempotencyKey?: IdempotencyKey;
}

@Injectable()
export class CreateBooking {
  constructor(
    private readonly transaction: BookingTransaction,
    private readonly calendars: CalendarRepository,
    private readonly rules: RequestRules,
    private readonly offer: BookingOffer,
    private readonly bookings: BookingRepository,
    private readonly holds: VisitorHolds,
    private readonly history: BookingHistory,
    private readonly links: ManageLinks,
    private readonly oneTime: OneTimeLinks,
    private readonly refusedStart: RefusedStart,
    private readonly env: Env,
  ) {}

  async run(request: BookingRequest): Promise<Outcome<Written<BookedAnswer>, BookingProblem>> {
    const { idempotencyKey, hostId, ...content } = request;
    const outcome = await this.transaction.run<BookedAnswer>({
      hostId,
      claim: idempotencyKey && {
        ...{ scopeId: request.calendarId, key: idempotencyKey },
        fingerprint: JSON.stringify(['book', content]),
      },
      work: (turn) => this.book(turn, request),
    });
    return outcome.ok ? outcome : this.refused(outcome.problem, request);
  }

  /** A calendar that changes hands meanwhile is booked with its new host. */
  private async refused(
    problem: BookingProblem,
    request: BookingRequest,
  ): Promise<Outcome<Written<BookedAnswer>, BookingProblem>> {
    const { calendarId, start } = request;
    const hostId = await this.refusedStart.newHostOf(problem, request);
    if (hostId !== null) return this.run({ ...request, hostId });
    const query = (configuration: CalendarConfiguration, now: number) =>
      queryOf(request, configuration, now);
    return refused(await this.refusedStart.explained(problem, { calendarId, start, query }));
  }

  private async book(
    { entities, now, blocksSomebody }: WriteTurn,
    request: BookingRequest,
  ): Promise<Outcome<BookedAnswer, BookingProblem>> {
    const configuration = await this.calendars.findById(entities, request.calendarId);
    if (configuration?.host.id !== request.hostId) return refused({ kind: 'not-found' });
    const { reservation, byHost } = request;
    const hold = reservation ? await this.holds.find(entities, reservation) : null;
    if (hold === 'foreign' || isOfOther(hold, request)) return refused({ kind: 'no-reservation' });
    if (request.start <= now) return refused(HAS_PASSED);
    const query = asHeld(hold, request, queryOf(request, configuration, now));
    const asked = {
      start: request.start,
      email: request.attendee.email,
      bookedBy: request.bookedBy,
      mayBeBlocked: blocksSomebody,
    };
    const refusal =
      byHost === 'insisted'
        ? await this.offer.insistedRefusal(entities, query, request.start)
        : await this.rules.refusal(entities, query, asked);
    if (refusal) return refused(refusal);

    const known = knownAddresses(configuration, request.attendee.email, [this.env.mailFrom]);
    const intake = takeIn(configuration.settings, givenBy(request), known);
    if (!intake.ok) return refused({ kind: 'intake-refused', problems: intake.problem });

    const id = hold?.id ?? randomUUID();
    const manageToken = this.links.issue(id);
    const wanted = newBooking(
      request,
      { ...query, now },
      { id, manageToken, intake: intake.value },
    );
    const booking = hold
      ? await this.bookings.adopt(entities, hold, wanted)
      : await this.bookings.insert(entities, wanted);
    if (!booking) return refused({ kind: 'slot-taken', alternatives: [] });
    if (!(await this.isLinkGood(entities, request, now))) return refused({ kind: 'link-used' });
    await this.history.record(entities, {
      booking,
      kind: booking.status === 'pending' ? 'requested' : 'booked',
      ...{ actor: byHost === undefined ? 'attendee' : 'host', reason: null },
    });
    return done({
      ...bookingAnswer({ booking, configuration, movedFrom: null, question: null }),
      manageUrl: this.links.address(booking.uid, manageToken.token),
      manageToken: manageToken.token,
    });
  }

  /** Spends a link that books once; any other is good as often as one likes. */
  private async isLinkGood(
    entities: EntityManager,
    { calendarId, oneTimeToken: token }: BookingRequest,
    now: number,
  ): Promise<boolean> {
    return token === undefined || this.oneTime.spend(entities, { calendarId, token, now });
  }
}

/** A host who books for somebody need not answer in their place. */
const givenBy = ({ intake = NOTHING_GIVEN, byHost }: BookingRequest): GivenIntake => ({
  ...intake,
  mayLeaveOut: byHost !== undefined,
});

/** What is held with another host can only be booked there. */
const isOfOther = (hold: Booking | null, { hostId }: BookingRequest): boolean =>
  hold !== null && hold.hostId !== hostId;

/** A hold does not stand in its own way, and who came in time for it did not come too late meanwhile. */
function asHeld(
  hold: Booking | null,
  { calendarId, start }: BookingRequest,
  query: AvailabilityQuery,
): AvailabilityQuery {
  if (!hold) return query;
  const isItsTime = isHoldOf(hold, { calendarId, start, end: meetingEnd(query, start) });
  return { ...query, moving: hold, ...(isItsTime ? { now: hold.createdAt.getTime() } : {}) };
}

function newBooking(
  request: BookingRequest,
  query: AvailabilityQuery,
  identity: Pick<NewBooking, 'id' | 'manageToken' | 'intake'>,
): NewBooking {
  const { configuration, now } = query;
  const { start, byHost } = request;
  const { title, bufferBeforeMinutes, bufferAfterMinutes, approval } = configuration.settings;
  const isRequest = approval === 'host' && byHost === undefined;
  return {
    ...request,
    ...{ ...identity, title, bufferBeforeMinutes, bufferAfterMinutes, now },
    uid: newUid(),
    end: meetingEnd(query, start),
    waiting: isRequest ? waitingTime(configuration, { now, start }) : null,
  };
}
