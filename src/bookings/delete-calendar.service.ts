import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { BookingCalendar } from '../calendars/booking-calendar.entity.js';
import { Database } from '../database/database.js';
import { ChatIdentity } from '../hosts/chat-identity.entity.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import type { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import { bookingsAhead, countAhead, holdBookings } from './bookings-ahead.js';
import { CancelBooking } from './cancel-booking.service.js';

/** What becomes of the bookings ahead: they take place all the same, or are cancelled. */
export const BOOKINGS_AHEAD = ['keep', 'cancel'] as const;
export type BookingsAhead = (typeof BOOKINGS_AHEAD)[number];

export interface CalendarDeletion {
  readonly calendarId: string;
  readonly hostId: string;
  /** Undecided, a calendar with bookings ahead is not deleted. */
  readonly bookings?: BookingsAhead;
}

export type DeletionProblem =
  | { readonly kind: 'not-found' }
  /** So many bookings are ahead, and nobody said what becomes of them. */
  | { readonly kind: 'has-bookings'; readonly count: number }
  /** So many could not be cancelled now; the calendar is closed, and deleting it again goes on. */
  | { readonly kind: 'bookings-left'; readonly count: number };

/**
 * Takes a calendar away from its host. Its link says that it is switched off, for people still have
 * it; its bookings stay in the lists. Should the work be cut short between two cancellations, the
 * calendar is closed and still there, and deleting it again goes on.
 */
@Injectable()
export class DeleteCalendar {
  constructor(
    private readonly database: Database,
    private readonly cancelBooking: CancelBooking,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The number of bookings that were cancelled. */
  async run(deletion: CalendarDeletion): Promise<Outcome<number, DeletionProblem>> {
    const closed = await this.close(deletion);
    if (!closed.ok) return closed;
    const wanted = deletion.bookings === 'cancel' ? closed.value : [];
    const { cancelled, left } = await this.cancelAll(wanted);
    if (left > 0) return refused({ kind: 'bookings-left', count: left });
    await this.remove(deletion);
    return done(cancelled);
  }

  /** How many bookings have not begun. */
  ahead({ calendarId, hostId }: CalendarDeletion): Promise<number> {
    return this.database.read((entities) =>
      countAhead(entities, { calendarId, hostId }, this.clock.now()),
    );
  }

  /** Nothing new comes from here on: whoever books holds the host's row while they look. */
  private close({
    calendarId,
    hostId,
    bookings: fate,
  }: CalendarDeletion): Promise<Outcome<readonly Booking[], DeletionProblem>> {
    return this.database.write(async (entities) => {
      await holdBookings(entities, hostId);
      const live = { id: calendarId, hostId, deletedAt: null };
      const calendar = await entities.findOne(BookingCalendar, live);
      if (!calendar) return refused({ kind: 'not-found' });
      const bookings = await bookingsAhead(entities, { calendarId, hostId }, this.clock.now());
      const count = bookings.length;
      if (count > 0 && !fate) return refused({ kind: 'has-bookings', count });
      if (calendar.active) await this.switchOff(entities, calendar);
      return done(bookings);
    });
  }

  private async switchOff(entities: EntityManager, { id, hostId }: BookingCalendar): Promise<void> {
    await entities.nativeUpdate(BookingCalendar, { id }, { active: false });
    await this.audit.note(entities, { hostId, action: 'calendar.closed', subject: id });
  }

  /** One that was cancelled or has begun in between needs nothing more. */
  private async cancelAll(bookings: readonly Booking[]): Promise<Cancellations> {
    let [cancelled, left] = [0, 0];
    for (const booking of bookings) {
      const outcome = await this.cancelBooking.run({ booking, actor: 'host', reason: null });
      if (outcome.ok) cancelled += 1;
      else if (!isOver(outcome.problem)) left += 1;
    }
    return { cancelled, left };
  }

  private async remove({ calendarId, hostId, bookings = 'keep' }: CalendarDeletion): Promise<void> {
    const deletedAt = new Date(this.clock.now());
    await this.database.write(async (entities) => {
      const live = { id: calendarId, hostId, deletedAt: null };
      const removed = await entities.nativeUpdate(BookingCalendar, live, { deletedAt });
      if (removed === 0) return;
      const using = { currentCalendarId: calendarId };
      await entities.nativeUpdate(ChatIdentity, using, { currentCalendarId: null });
      const what = { hostId, action: 'calendar.deleted', subject: calendarId };
      await this.audit.note(entities, { ...what, after: { bookings } });
    });
  }
}

interface Cancellations {
  readonly cancelled: number;
  /** Those that stand still, though they were not to. */
  readonly left: number;
}

const isOver = ({ kind }: BookingProblem): boolean =>
  kind === 'booking-closed' || kind === 'not-found';
