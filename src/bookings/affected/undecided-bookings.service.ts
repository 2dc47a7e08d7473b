import { Injectable } from '@nestjs/common';
import { isWithinHours } from '../../availability/within-hours.js';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { CalendarRepository } from '../../calendars/calendar.repository.js';
import { TimeOff } from '../../calendars/time-off/time-off.service.js';
import { Database } from '../../database/database.js';
import { Clock } from '../../shared/clock.js';
import { overlaps } from '../../slots/interval.js';
import { Booking } from '../booking.entity.js';
import { CHANGEABLE_STATUSES } from '../booking-status.js';
import { AffectedQuestion } from './affected-question.entity.js';

/** A booking that its host was asked about, in its calendar as that is now. */
export interface UndecidedBooking {
  readonly booking: Booking;
  readonly calendar: CalendarConfiguration;
}

export interface UndecidedQuestion {
  readonly id: string;
  /** Soonest first. */
  readonly bookings: readonly UndecidedBooking[];
}

/** Finds what hosts were asked about bookings outside their hours, and have not answered. */
@Injectable()
export class UndecidedBookings {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly timeOff: TimeOff,
    private readonly clock: Clock,
  ) {}

  /** Nothing waits of a booking that moved since, or is within the hours again. */
  async of(hostIds: readonly string[]): Promise<UndecidedQuestion[]> {
    const asked = await this.asked(hostIds);
    const standing = asked.size === 0 ? [] : await this.standing(hostIds, asked);
    const outside: (UndecidedBooking & { readonly id: string })[] = [];
    for (const booking of standing) {
      const id = asked.get(booking.id)?.id;
      const calendar = await this.calendarOf(booking);
      if (id && calendar && (await this.isOutside({ booking, calendar })))
        outside.push({ id, booking, calendar });
    }
    const byQuestion = Map.groupBy(outside, ({ id }) => id);
    return [...byQuestion].map(([id, bookings]) => ({ id, bookings }));
  }

  /** The latest question about each booking, where it is open. */
  private async asked(hostIds: readonly string[]): Promise<Map<string, AffectedQuestion>> {
    const questions = await this.database.read((entities) =>
      entities.find(
        AffectedQuestion,
        { hostId: { $in: [...hostIds] } },
        { orderBy: { createdAt: 'asc', id: 'asc' } },
      ),
    );
    const latest = new Map(
      questions.flatMap((question) =>
        question.bookings.map(({ bookingId }) => [bookingId, question]),
      ),
    );
    return new Map([...latest].filter(([, { settledAt }]) => !settledAt));
  }

  /** The bookings that are where they were when their host was asked. */
  private async standing(
    hostIds: readonly string[],
    asked: ReadonlyMap<string, AffectedQuestion>,
  ): Promise<Booking[]> {
    const ahead = await this.database.read((entities) =>
      entities.find(
        Booking,
        {
          ...{ id: { $in: [...asked.keys()] }, hostId: { $in: [...hostIds] } },
          status: { $in: [...CHANGEABLE_STATUSES] },
          startsAt: { $gt: new Date(this.clock.now()) },
        },
        { orderBy: { startsAt: 'asc' } },
      ),
    );
    return ahead.filter(({ id, hostId, startsAt }) => {
      const question = asked.get(id);
      const start = question?.bookings.find(({ bookingId }) => bookingId === id)?.startsAt;
      return question?.hostId === hostId && start === startsAt.toISOString();
    });
  }

  private calendarOf({ calendarId }: Booking): Promise<CalendarConfiguration | null> {
    return this.database.read((entities) => this.calendars.findById(entities, calendarId));
  }

  private async isOutside({ booking, calendar }: UndecidedBooking): Promise<boolean> {
    const meeting = { start: booking.startsAt.getTime(), end: booking.endsAt.getTime() };
    if (!isWithinHours(calendar, meeting)) return true;
    const blocks = await this.timeOff.upcomingBlocks(booking.hostId, this.clock.now());
    return blocks.some(({ startsAt, endsAt }) =>
      overlaps({ start: startsAt.getTime(), end: endsAt.getTime() }, meeting),
    );
  }
}
