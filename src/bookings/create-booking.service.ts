import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AvailabilityQuery, meetingEnd } from '../availability/availability.service.js';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { newToken, newUid } from '../shared/random.js';
import { bookingAnswer, type BookedAnswer } from './booking-answer.js';
import type { BookingSource } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingHistory } from './booking-history.js';
import { BookingOffer } from './booking-offer.js';
import { type Attendee, BookingRepository } from './booking.repository.js';
import { ManageLinks } from './manage-links.service.js';
import { BookingTransaction, type HostTurn, type Written } from './booking-transaction.js';
import { type GivenIntake, NOTHING_GIVEN, takeIn } from './intake.js';
import { type IdempotencyKey, keyFrom } from './idempotency-key.js';
import { RequestRules } from './request-rules.service.js';
import { Database } from '../database/database.js';

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
  /** Without one the request gets a key of its own, so that its retries stay one booking. */
  readonly idempotencyKey?: IdempotencyKey;
}

@Injectable()
export class CreateBooking {
  constructor(
    private readonly database: Database,
    private readonly transaction: BookingTransaction,
    private readonly calendars: CalendarRepository,
    private readonly rules: RequestRules,
    private readonly offer: BookingOffer,
    private readonly bookings: BookingRepository,
    private readonly history: BookingHistory,
    private readonly links: ManageLinks,
    private readonly clock: Clock,
  ) {}

  async run(request: BookingRequest): Promise<Outcome<Written<BookedAnswer>, BookingProblem>> {
    const { idempotencyKey, ...content } = request;
    const outcome = await this.transaction.run<BookedAnswer>({
      hostId: request.hostId,
      claim: {
        key: idempotencyKey ?? keyFrom('own', newToken()),
        fingerprint: JSON.stringify(['book', content]),
      },
      work: (turn) => this.book(turn, request),
    });
    return outcome.ok ? outcome : refused(await this.explained(outcome.problem, request));
  }

  private async book(
    { entities, now }: HostTurn,
    request: BookingRequest,
  ): Promise<Outcome<BookedAnswer, BookingProblem>> {
    const configuration = await this.calendars.findById(entities, request.calendarId);
    if (configuration?.host.id !== request.hostId) return refused({ kind: 'not-found' });
    const query = queryOf(request, configuration, now);
    const asked = { start: request.start, email: request.attendee.email };
    const refusal = await this.rules.refusal(entities, query, asked);
    if (refusal) return refused(refusal);

    const { attendee, intake: given = NOTHING_GIVEN } = request;
    const intake = takeIn(configuration.settings, given, { attendee: attendee.email, ours: [] });
    if (!intake.ok) return refused({ kind: 'intake-refused', problems: intake.problem });

    const id = randomUUID();
    const manageToken = this.links.issue(id);
    const { title, bufferBeforeMinutes, bufferAfterMinutes } = configuration.settings;
    const booking = await this.bookings.insert(entities, {
      ...request,
      ...{ title, bufferBeforeMinutes, bufferAfterMinutes, now },
      ...{ id, uid: newUid(), manageToken },
      intake: intake.value,
      end: meetingEnd(query, request.start),
    });
    if (!booking) return refused({ kind: 'slot-taken', alternatives: [] });
    await this.history.record(entities, {
      booking,
      kind: 'booked',
      actor: 'attendee',
      reason: null,
    });
    return done({
      ...bookingAnswer({ booking, configuration, movedFrom: null }),
      manageUrl: this.links.address(booking.uid, manageToken.token),
      manageToken: manageToken.token,
    });
  }

  private async explained(
    problem: BookingProblem,
    request: BookingRequest,
  ): Promise<BookingProblem> {
    const configuration = await this.database
      .read((entities) => this.calendars.findById(entities, request.calendarId))
      .catch(() => null);
    if (!configuration) return problem;
    const query = queryOf(request, configuration, this.clock.now());
    return this.offer.withAlternatives(problem, query, request.start);
  }
}

function queryOf(
  { durationMinutes }: BookingRequest,
  configuration: CalendarConfiguration,
  now: number,
): AvailabilityQuery {
  return { configuration, now, ...(durationMinutes === undefined ? {} : { durationMinutes }) };
}
