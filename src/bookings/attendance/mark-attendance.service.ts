import { Injectable } from '@nestjs/common';
import { done } from '../../shared/outcome.js';
import type { Booking } from '../booking.entity.js';
import type { BookingProblem } from '../booking.errors.js';
import { BookingRepository } from '../booking.repository.js';
import { type Attendance, ATTENDANCES, statusesBefore } from '../booking-status.js';
import { ChangeBooking, type ChangeOutcome } from '../change-booking.service.js';
import type { IdempotencyKey } from '../../shared/idempotency/idempotency-key.js';

export interface AttendanceMark {
  readonly booking: Booking;
  readonly attendance: Attendance;
  readonly idempotencyKey?: IdempotencyKey;
}

/** Notes whether the attendee came. Possible once the meeting has begun, and as often as it takes. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly change: ChangeBooking,
    private readonly bookings: BookingRepository,
  ) {}

  run({ booking: seen, attendance, idempotencyKey }: AttendanceMark): Promise<ChangeOutcome> {
    return this.change.run({
      ...{ booking: seen, wish: ['attendance', attendance], idempotencyKey, isHosts: true },
      hindrance: notYetKnown,
      work: async ({ entities, now, booking }) => {
        if (booking.status === attendance) return done({ kind: 'unchanged' });
        const marked = await this.bookings.mark(entities, { booking, attendance, now });
        return done({ booking: marked, kind: attendance, actor: 'host', reason: null });
      },
    });
  }
}

/** Null once the meeting has begun, if it was to take place. */
function notYetKnown({ status, startsAt }: Booking, now: number): BookingProblem | null {
  const markable = [...ATTENDANCES, ...ATTENDANCES.flatMap(statusesBefore)];
  if (!markable.includes(status)) return { kind: 'booking-closed', status };
  const start = startsAt.getTime();
  return start > now ? { kind: 'not-begun', start } : null;
}
