import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { bookingAnswer, type BookingAnswer } from './booking-answer.js';
import type { Booking } from './booking.entity.js';
import { BookingHistory } from './history/booking-history.js';
import { HeldTimes } from './holds/held-times.repository.js';
import { openQuestion } from './other-times/open-question.js';

export interface Shown {
  readonly booking: Booking;
  readonly configuration: CalendarConfiguration;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Says what a booking is, with what it was and what it may become. */
@Injectable()
export class BookingAnswers {
  constructor(
    private readonly history: BookingHistory,
    private readonly held: HeldTimes,
  ) {}

  /** The same for many, in their order. */
  async ofAll(
    entities: EntityManager,
    shown: readonly Omit<Shown, 'now'>[],
    now: number,
  ): Promise<readonly BookingAnswer[]> {
    const ids = shown.map(({ booking }) => booking.id);
    const moved = await this.history.allMovedFrom(entities, ids);
    const held = await this.held.ofAll(entities, ids);
    return shown.map(({ booking, configuration }) => {
      const movedFrom = moved.get(booking.id) ?? null;
      const question = openQuestion(held.get(booking.id) ?? [], now);
      return bookingAnswer({ booking, configuration, movedFrom, question });
    });
  }

  async of(
    entities: EntityManager,
    { booking, configuration, now }: Shown,
  ): Promise<BookingAnswer> {
    const movedFrom = await this.history.movedFrom(entities, booking);
    const question = openQuestion(await this.held.of(entities, booking.id), now);
    return bookingAnswer({ booking, configuration, movedFrom, question });
  }
}
