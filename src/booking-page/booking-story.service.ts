import { Injectable } from '@nestjs/common';
import { BookingHistory, isMovedUnasked, startBeforeMove } from '../bookings/booking-history.js';
import { closedProblem } from '../bookings/changeable.js';
import { HeldTimes } from '../bookings/held-times.repository.js';
import { type OpenQuestion, openQuestion } from '../bookings/open-question.js';
import { Database } from '../database/database.js';
import type { OpenBooking } from './booking-door.service.js';

/** What has happened to a booking, as far as its page asks its attendee something. */
export interface BookingStory {
  readonly question: OpenQuestion | null;
  readonly hasMoved: boolean;
  /** The host moved it, and nobody had asked for that. */
  readonly isMovedByHost: boolean;
}

@Injectable()
export class BookingStories {
  constructor(
    private readonly database: Database,
    private readonly held: HeldTimes,
    private readonly history: BookingHistory,
  ) {}

  of({ booking, now }: OpenBooking): Promise<BookingStory> {
    const stands = closedProblem(booking, now) === null;
    return this.database.read(async (entities) => {
      const held = await this.held.of(entities, booking.id);
      const changes = await this.history.changesOf(entities, booking.id);
      return {
        question: stands ? openQuestion(held, now) : null,
        hasMoved: startBeforeMove(changes) !== null,
        isMovedByHost: stands && isMovedUnasked(changes),
      };
    });
  }
}
