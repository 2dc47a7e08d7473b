import { Injectable } from '@nestjs/common';
import { BookingHistory, startBeforeMove } from '../../bookings/history/booking-history.js';
import { closedProblem } from '../../bookings/changeable.js';
import { HeldTimes } from '../../bookings/holds/held-times.repository.js';
import { type OpenQuestion, openQuestion } from '../../bookings/other-times/open-question.js';
import { type TimeQuestion, timeQuestion } from '../../bookings/other-times/time-question.js';
import { Database } from '../../database/database.js';
import type { OpenBooking } from './booking-door.service.js';

/** What has happened to a booking, as far as its page asks its attendee something. */
export interface BookingStory {
  readonly question: OpenQuestion | null;
  readonly hasMoved: boolean;
  readonly timeQuestion: TimeQuestion | null;
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
      const changes = await this.history.changesOf(entities, booking);
      return {
        question: stands ? openQuestion(held, now) : null,
        hasMoved: startBeforeMove(changes) !== null,
        timeQuestion: stands ? timeQuestion(booking, changes) : null,
      };
    });
  }
}
