import { Injectable } from '@nestjs/common';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { Database } from '../database/database.js';
import { bookingAnswer, type BookingAnswer } from './booking-answer.js';
import type { Booking } from './booking.entity.js';
import { BookingHistory } from './booking-history.js';

/** Shows a booking as it is now. */
@Injectable()
export class ViewBooking {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly history: BookingHistory,
  ) {}

  /** Null when its calendar is gone. */
  answer(booking: Booking): Promise<BookingAnswer | null> {
    return this.database.read(async (entities) => {
      const configuration = await this.calendars.findById(entities, booking.calendarId);
      if (!configuration) return null;
      const movedFrom = await this.history.movedFrom(entities, booking.id);
      return bookingAnswer({ booking, configuration, movedFrom });
    });
  }

  /** The same for a list, in its order, with one look at each calendar. */
  answers(bookings: readonly Booking[]): Promise<readonly BookingAnswer[]> {
    return this.database.read(async (entities) => {
      const ids = [...new Set(bookings.map(({ calendarId }) => calendarId))];
      const found = await Promise.all(ids.map((id) => this.calendars.findById(entities, id)));
      const calendars = new Map(found.flatMap((one) => (one ? [[one.id, one]] : [])));
      const moved = await this.history.allMovedFrom(
        entities,
        bookings.map(({ id }) => id),
      );
      return bookings.flatMap((booking) => {
        const configuration = calendars.get(booking.calendarId);
        const movedFrom = moved.get(booking.id) ?? null;
        return configuration ? [bookingAnswer({ booking, configuration, movedFrom })] : [];
      });
    });
  }
}
