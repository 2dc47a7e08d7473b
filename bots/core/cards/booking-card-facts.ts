import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { BookingHistory } from '../../../src/bookings/booking-history.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { outlineLocation } from '../../../src/calendars/locations/location-words.js';
import { CalendarRepository } from '../../../src/calendars/calendar.repository.js';
import type { BookingCardFacts } from './booking.card.js';

/** Reads what a card about a booking shows. */
@Injectable()
export class BookingCardReader {
  constructor(
    private readonly calendars: CalendarRepository,
    private readonly history: BookingHistory,
  ) {}

  async factsOf(entities: EntityManager, booking: Booking): Promise<BookingCardFacts> {
    const configuration = await this.calendars.findById(entities, booking.calendarId);
    const movedFrom = await this.history.movedFrom(entities, booking.id);
    return {
      uid: booking.uid,
      title: booking.title,
      status: booking.status,
      start: booking.startsAt.getTime(),
      end: booking.endsAt.getTime(),
      movedFrom: movedFrom?.getTime() ?? null,
      timeZone: configuration?.settings.timeZone ?? 'UTC',
      place: outlineLocation(booking.location, booking.hostName),
      attendeeName: booking.attendeeName,
      hostName: booking.hostName,
      cancelledBy: booking.cancelledBy ?? null,
      cancelReason: booking.cancelReason ?? null,
    };
  }
}
