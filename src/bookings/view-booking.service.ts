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
}
