import { Injectable } from '@nestjs/common';
import type { AvailabilityQuery } from '../availability/availability.service.js';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { CalendarRepository } from '../calendars/calendar.repository.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { type BookingProblem, isAboutStart } from './booking.errors.js';
import { BookingOffer } from './booking-offer.js';

/** What somebody wanted and did not get. */
export interface WantedStart {
  readonly calendarId: string;
  /** Epoch milliseconds. */
  readonly start: number;
  /** The question for times that would do instead. */
  readonly query: (configuration: CalendarConfiguration, now: number) => AvailabilityQuery;
}

/** Says after a transaction was rolled back what is free instead of the start that it refused. */
@Injectable()
export class RefusedStart {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly offer: BookingOffer,
    private readonly clock: Clock,
  ) {}

  async explained(
    problem: BookingProblem,
    { calendarId, start, query }: WantedStart,
  ): Promise<BookingProblem> {
    const configuration = isAboutStart(problem) ? await this.calendar(calendarId) : null;
    if (!configuration) return problem;
    const asked = query(configuration, this.clock.now());
    return this.offer.withAlternatives(problem, asked, start);
  }

  /** Who has the calendar by now, when it changed hands while somebody asked its former host. */
  async newHostOf(
    problem: BookingProblem,
    { calendarId, hostId }: { readonly calendarId: string; readonly hostId: string },
  ): Promise<string | null> {
    if (problem.kind !== 'not-found') return null;
    const present = (await this.calendar(calendarId))?.host.id ?? hostId;
    return present === hostId ? null : present;
  }

  /** As it is by now; null when the database is away, too, where the refusal stands all the same. */
  private async calendar(calendarId: string): Promise<CalendarConfiguration | null> {
    try {
      return await this.database.read((em) => this.calendars.findById(em, calendarId));
    } catch {
      return null;
    }
  }
}
