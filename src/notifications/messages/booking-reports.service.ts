import { Injectable } from '@nestjs/common';
import type { BookingChange } from '../../bookings/history/booking-change.entity.js';
import { BookingHistory } from '../../bookings/history/booking-history.js';
import { Booking } from '../../bookings/booking.entity.js';
import { HeldTimes } from '../../bookings/holds/held-times.repository.js';
import { ManageLinks } from '../../bookings/manage/manage-links.service.js';
import { type CalendarConfiguration, linkPath } from '../../calendars/calendar-configuration.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { Env } from '../../config/env.js';
import { Database } from '../../database/database.js';
import { Host } from '../../hosts/host.entity.js';

/** A booking as it stands, how it came there, and whom it concerns. */
export interface BookingReport {
  readonly booking: Booking;
  /** Oldest first. */
  readonly changes: readonly BookingChange[];
  /** The other times that are held for it, in order. */
  readonly held: readonly Booking[];
  readonly configuration: CalendarConfiguration;
  readonly hostEmail: string | null;
  /** The attendee's link; null when it opens no more. */
  readonly manageUrl: string | null;
  /** The calendar's page; null while it takes no bookings. */
  readonly calendarUrl: string | null;
}

/** Reads what messages about a booking are made of. */
@Injectable()
export class BookingReports {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly history: BookingHistory,
    private readonly held: HeldTimes,
    private readonly links: ManageLinks,
    private readonly env: Env,
  ) {}

  /** Null when there is nothing to tell: the booking is gone, or is a hold. */
  read(bookingId: string): Promise<BookingReport | null> {
    return this.database.read(async (entities) => {
      const booking = await entities.findOne(Booking, { id: bookingId });
      if (!booking || booking.status === 'held') return null;
      const configuration = await this.calendars.findById(entities, booking.calendarId);
      if (!configuration) return null;
      const changes = await this.history.changesOf(entities, booking);
      const host = await entities.findOne(Host, { id: booking.hostId });
      return {
        ...{ booking, configuration, changes, hostEmail: host?.email ?? null },
        held: await this.held.of(entities, bookingId),
        manageUrl: this.links.of(booking),
        calendarUrl: configuration.active ? this.env.publicUrl + linkPath(configuration) : null,
      };
    });
  }
}
