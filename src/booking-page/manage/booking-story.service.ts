import { Injectable } from '@nestjs/common';
import { BookingHistory, startBeforeMove } from '../../bookings/history/booking-history.js';
import { closedProblem } from '../../bookings/changeable.js';
import { HeldTimes } from '../../bookings/holds/held-times.repository.js';
import { type OpenQuestion, openQuestion } from '../../bookings/other-times/open-question.js';
import { type TimeQuestion, timeQuestion } from '../../bookings/other-times/time-question.js';
import { Database } from '../../database/database.js';
import { AttendeeMail } from '../../notifications/mail/attendee-mail.service.js';
import type { MailStanding } from '../../notifications/mail/mail-standing.js';
import type { OpenBooking } from './booking-door.service.js';

/** What has happened to a booking, as far as its attendee is asked or told something by its page. */
export interface BookingStory {
  readonly question: OpenQuestion | null;
  readonly hasMoved: boolean;
  readonly timeQuestion: TimeQuestion | null;
  readonly mail: MailStanding;
}

@Injectable()
export class BookingStories {
  constructor(
    private readonly database: Database,
    private readonly held: HeldTimes,
    private readonly history: BookingHistory,
    private readonly mail: AttendeeMail,
  ) {}

  async of({ booking, now }: OpenBooking): Promise<BookingStory> {
    const stands = closedProblem(booking, now) === null;
    const { held, changes } = await this.database.read(async (entities) => ({
      held: await this.held.of(entities, booking.id),
      changes: await this.history.changesOf(entities, booking),
    }));
    const question = stands ? openQuestion(held, now) : null;
    return {
      question,
      hasMoved: startBeforeMove(changes) !== null,
      // What is being asked about other times comes first.
      timeQuestion: stands && !question ? timeQuestion(booking, changes) : null,
      mail: await this.mail.standing(booking, changes),
    };
  }
}
