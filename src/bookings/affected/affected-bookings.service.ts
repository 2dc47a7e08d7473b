import { Injectable } from '@nestjs/common';
import { isWithinHours } from '../../availability/within-hours.js';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';
import { type Interval, overlaps } from '../../slots/interval.js';
import type { Booking } from '../booking.entity.js';
import { bookingsAhead, holdBookings } from '../bookings-ahead.js';

/** A calendar before and after its hours were changed, by whatever command. */
export interface HoursChange {
  readonly before: CalendarConfiguration;
  readonly after: CalendarConfiguration;
}

/**
 * Finds the bookings that stand where their host is no longer open. The calendars know no booking:
 * whoever changes hours asks here what follows from it.
 */
@Injectable()
export class AffectedBookings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those ahead that lay within the hours and now do not, in order. */
  async ofHours(changes: readonly HoursChange[]): Promise<Booking[]> {
    const [first] = changes;
    if (!first) return [];
    const ahead = await this.ahead(first.after.host.id);
    return ahead.filter((booking) => {
      const change = changes.find(({ after }) => after.id === booking.calendarId);
      if (!change) return false;
      const meeting = meetingOf(booking);
      return isWithinHours(change.before, meeting) && !isWithinHours(change.after, meeting);
    });
  }

  /** Those ahead that the host's blocked time overlaps, on whatever calendar, in order. */
  async ofBlocks(hostId: string, spans: readonly Interval[]): Promise<Booking[]> {
    const ahead = await this.ahead(hostId);
    return ahead.filter((booking) => spans.some((span) => overlaps(span, meetingOf(booking))));
  }

  /** Waits for whoever books by the former hours at this moment, so that nobody is overlooked. */
  private ahead(hostId: string): Promise<Booking[]> {
    return this.database.write(async (entities) => {
      await holdBookings(entities, hostId);
      return bookingsAhead(entities, { hostId }, this.clock.now());
    });
  }
}

const meetingOf = ({ startsAt, endsAt }: Booking): Interval => ({
  start: startsAt.getTime(),
  end: endsAt.getTime(),
});
