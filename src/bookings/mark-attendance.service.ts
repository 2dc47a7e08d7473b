import { Injectable } from '@nestjs/common';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import { newToken } from '../shared/random.js';
import { bookingAnswer, type BookingAnswer } from './booking-answer.js';
import { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { BookingHistory } from './booking-history.js';
import { type Attendance, statusesBefore } from './booking-status.js';
import { BookingTransaction, type HostTurn, type Written } from './booking-transaction.js';
import { type IdempotencyKey, keyFrom } from './idempotency-key.js';

export interface AttendanceMark {
  readonly booking: Booking;
  readonly attendance: Attendance;
  readonly idempotencyKey?: IdempotencyKey;
}

/** Notes whether the attendee came. Possible once the meeting has begun, and as often as it takes. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly transaction: BookingTransaction,
    private readonly calendars: CalendarRepository,
    private readonly history: BookingHistory,
  ) {}

  run(mark: AttendanceMark): Promise<Outcome<Written<BookingAnswer>, BookingProblem>> {
    const { booking, attendance, idempotencyKey } = mark;
    return this.transaction.run<BookingAnswer>({
      hostId: booking.hostId,
      claim: {
        key: idempotencyKey ?? keyFrom('own', newToken()),
        fingerprint: JSON.stringify(['attendance', booking.uid, attendance]),
      },
      work: (turn) => this.mark(turn, mark),
    });
  }

  private async mark(
    { entities, now }: HostTurn,
    { booking: seen, attendance }: AttendanceMark,
  ): Promise<Outcome<BookingAnswer, BookingProblem>> {
    const booking = await entities.findOne(Booking, { id: seen.id });
    const configuration = await this.calendars.findById(entities, seen.calendarId);
    if (!booking || !configuration) return refused({ kind: 'not-found' });
    const { id, status, sequence, startsAt } = booking;
    const movedFrom = await this.history.movedFrom(entities, id);
    if (status === attendance)
      return done(bookingAnswer({ booking, configuration, movedFrom, question: null }));
    const before = statusesBefore(attendance);
    if (!before.includes(status)) return refused({ kind: 'booking-closed', status });
    const start = startsAt.getTime();
    if (start > now) return refused({ kind: 'not-begun', start });
    const marked = await entities.nativeUpdate(
      Booking,
      { id, sequence, status: { $in: [...before] } },
      { status: attendance, sequence: sequence + 1, updatedAt: new Date(now) },
    );
    if (marked === 0) return refused({ kind: 'booking-changed', start });
    const changed = await entities.findOneOrFail(Booking, { id }, { refresh: true });
    const change = { booking: changed, kind: attendance, actor: 'host', reason: null } as const;
    await this.history.record(entities, change);
    return done(bookingAnswer({ booking: changed, configuration, movedFrom, question: null }));
  }
}
