import { Injectable } from '@nestjs/common';
import { type AvailabilityQuery, meetingEnd } from '../availability/availability.service.js';
import { asOpenFor, type CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { newToken } from '../shared/random.js';
import { bookingAnswer, type BookingAnswer } from './booking-answer.js';
import { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { type Actor, BookingHistory } from './booking-history.js';
import { BookingOffer } from './booking-offer.js';
import { BookingRepository } from './booking.repository.js';
import { MINUTE } from '../slots/interval.js';
import { closedProblem, reasonProblem, tooLateProblem } from './changeable.js';
import { BookingTransaction, type HostTurn, type Written } from './booking-transaction.js';

export interface MoveRequest {
  readonly booking: Booking;
  /** The new start, epoch milliseconds. */
  readonly start: number;
  readonly actor: Actor;
  readonly reason: string | null;
  /** The sequence that the person saw; a booking that has changed since is not moved. */
  readonly seenSequence?: number;
  readonly idempotencyKey?: string;
}

/** Moves a booking: one UPDATE under the host's lock, the same uid, the old time in the history. */
@Injectable()
export class MoveBooking {
  constructor(
    private readonly database: Database,
    private readonly transaction: BookingTransaction,
    private readonly calendars: CalendarRepository,
    private readonly offer: BookingOffer,
    private readonly bookings: BookingRepository,
    private readonly history: BookingHistory,
    private readonly clock: Clock,
  ) {}

  async run(request: MoveRequest): Promise<Outcome<Written<BookingAnswer>, BookingProblem>> {
    const { booking, start, actor, reason, seenSequence } = request;
    const outcome = await this.transaction.run<BookingAnswer>({
      hostId: booking.hostId,
      claim: {
        key: request.idempotencyKey ?? newToken(),
        fingerprint: JSON.stringify(['move', booking.uid, { start, actor, reason, seenSequence }]),
      },
      work: (turn) => this.move(turn, request),
    });
    return outcome.ok ? outcome : refused(await this.explained(outcome.problem, request));
  }

  private async move(
    { entities, now }: HostTurn,
    request: MoveRequest,
  ): Promise<Outcome<BookingAnswer, BookingProblem>> {
    const booking = await entities.findOne(Booking, { id: request.booking.id });
    const configuration = await this.calendars.findById(entities, request.booking.calendarId);
    if (!booking || !configuration) return refused({ kind: 'not-found' });
    const closed = closedProblem(booking, now);
    if (closed) return refused(closed);
    if (booking.startsAt.getTime() === request.start) {
      const movedFrom = await this.history.movedFrom(entities, booking.id);
      return done(bookingAnswer({ booking, configuration, movedFrom }));
    }
    if (request.seenSequence !== undefined && request.seenSequence !== booking.sequence) {
      return refused({ kind: 'booking-changed', start: booking.startsAt.getTime() });
    }
    const { actor, reason } = request;
    const wish = { booking, settings: configuration.settings, change: 'move', actor, now } as const;
    const problem = tooLateProblem(wish) ?? reasonProblem(wish, reason);
    if (problem) return refused(problem);
    const openCalendar = asOpenFor(configuration, booking.hostId);
    const query = moveQuery(booking, openCalendar, now);
    const refusal = await this.offer.refusal(entities, query, request.start);
    if (refusal) return refused(refusal);

    const movedFrom = booking.startsAt;
    const { bufferBeforeMinutes, bufferAfterMinutes } = configuration.settings;
    const end = meetingEnd(query, request.start);
    const moved = await this.bookings.move(entities, {
      ...{ booking, start: request.start, end, bufferBeforeMinutes, bufferAfterMinutes, now },
    });
    if (!moved) return refused({ kind: 'booking-changed', start: booking.startsAt.getTime() });
    await this.history.record(entities, { booking: moved, kind: 'moved', actor, reason });
    return done(bookingAnswer({ booking: moved, configuration, movedFrom }));
  }

  private async explained(problem: BookingProblem, request: MoveRequest): Promise<BookingProblem> {
    const moving = request.booking;
    const configuration = await this.database
      .read((entities) => this.calendars.findById(entities, moving.calendarId))
      .catch(() => null);
    if (!configuration) return problem;
    const query = moveQuery(moving, configuration, this.clock.now());
    return this.offer.withAlternatives(problem, query, request.start);
  }
}

/** The question for times to which a booking could move: it keeps the length it was booked with. */
export function moveQuery(
  booking: Booking,
  configuration: CalendarConfiguration,
  now: number,
): AvailabilityQuery {
  const durationMinutes = (booking.endsAt.getTime() - booking.startsAt.getTime()) / MINUTE;
  return { configuration, now, durationMinutes, moving: booking };
}
