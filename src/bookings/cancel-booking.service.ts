import { Injectable } from '@nestjs/common';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { newToken } from '../shared/random.js';
import { bookingAnswer, type BookingAnswer } from './booking-answer.js';
import { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { type Actor, BookingHistory } from './booking-history.js';
import { BookingRepository } from './booking.repository.js';
import { closedProblem, reasonProblem, tooLateProblem } from './changeable.js';
import { BookingTransaction, type HostTurn, type Written } from './booking-transaction.js';

export interface CancelRequest {
  readonly booking: Booking;
  readonly actor: Actor;
  readonly reason: string | null;
  readonly idempotencyKey?: string;
}

/** Cancels a booking, which gives its time back at once. */
@Injectable()
export class CancelBooking {
  constructor(
    private readonly transaction: BookingTransaction,
    private readonly calendars: CalendarRepository,
    private readonly bookings: BookingRepository,
    private readonly history: BookingHistory,
  ) {}

  run(request: CancelRequest): Promise<Outcome<Written<BookingAnswer>, BookingProblem>> {
    const { booking, actor, reason, idempotencyKey } = request;
    return this.transaction.run<BookingAnswer>({
      hostId: booking.hostId,
      claim: {
        key: idempotencyKey ?? newToken(),
        fingerprint: JSON.stringify(['cancel', booking.uid, { actor, reason }]),
      },
      work: (turn) => this.cancel(turn, request),
    });
  }

  private async cancel(
    { entities, now }: HostTurn,
    { booking: seen, actor, reason }: CancelRequest,
  ): Promise<Outcome<BookingAnswer, BookingProblem>> {
    const booking = await entities.findOne(Booking, { id: seen.id });
    const configuration = await this.calendars.findById(entities, seen.calendarId);
    if (!booking || !configuration) return refused({ kind: 'not-found' });
    const { settings } = configuration;
    const wish = { booking, settings, change: 'cancel', actor, now } as const;
    const problem =
      closedProblem(booking, now) ?? tooLateProblem(wish) ?? reasonProblem(wish, reason);
    if (problem) return refused(problem);
    const cancelled = await this.bookings.cancel(entities, { booking, actor, reason, now });
    if (!cancelled) return refused({ kind: 'booking-changed', start: booking.startsAt.getTime() });
    await this.history.record(entities, { booking: cancelled, kind: 'cancelled', actor, reason });
    const movedFrom = await this.history.movedFrom(entities, booking.id);
    return done(bookingAnswer({ booking: cancelled, configuration, movedFrom }));
  }
}
