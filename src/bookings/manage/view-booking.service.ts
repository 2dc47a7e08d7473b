import { Injectable } from '@nestjs/common';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';
import type { BookingAnswer } from '../booking-answer.js';
import { BookingAnswers } from '../booking-answers.service.js';
import type { Booking } from '../booking.entity.js';

/** Shows a booking as it is now. */
@Injectable()
export class ViewBooking {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly told: BookingAnswers,
    private readonly clock: Clock,
  ) {}

  /** Null when its calendar is gone. */
  answer(booking: Booking): Promise<BookingAnswer | null> {
    return this.database.read(async (entities) => {
      const configuration = await this.calendars.findById(entities, booking.calendarId);
      if (!configuration) return null;
      return this.told.of(entities, { booking, configuration, now: this.clock.now() });
    });
  }

  /** The same for a list, in its order, with one look at each calendar. */
  answers(bookings: readonly Booking[]): Promise<readonly BookingAnswer[]> {
    return this.database.read(async (entities) => {
      const ids = [...new Set(bookings.map(({ calendarId }) => calendarId))];
      const found = await Promise.all(ids.map((id) => this.calendars.findById(entities, id)));
      const calendars = new Map(found.flatMap((one) => (one ? [[one.id, one]] : [])));
      const shown = bookings.flatMap((booking) => {
        const configuration = calendars.get(booking.calendarId);
        return configuration ? [{ booking, configuration }] : [];
      });
      return this.told.ofAll(entities, shown, this.clock.now());
    });
  }
}
