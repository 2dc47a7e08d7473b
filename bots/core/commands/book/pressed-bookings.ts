import { Injectable } from '@nestjs/common';
import { calendarState } from '../../../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../../../src/calendars/calendar.repository.js';
import { Database } from '../../../../src/database/database.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { isUuid } from '../../../../src/shared/text/uuid.js';
import { notTaking } from '../../attendee-problem-words.js';
import type { BookingState } from '../../dialogues/booking/booking-state.js';
import type { Talker } from '../../dialogues/talker.js';
import { type Message, sentences } from '../../message.js';
import { pauseEnd } from '../../pause-end.js';
import { OwnBookings } from './own-bookings.js';

/** What a press that starts a booking is about: a calendar, an earlier booking of theirs, or nothing yet. */
@Injectable()
export class PressedBookings {
  constructor(
    private readonly own: OwnBookings,
    private readonly calendars: CalendarRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of({ caller }: Talker, subject: string): Promise<Outcome<Partial<BookingState>, Message>> {
    if (isUuid(subject)) return this.inCalendar(subject);
    const booking = subject === ANEW ? null : await this.own.named(caller, subject);
    // Whoever books again has decided that it is another one.
    return done(booking?.ok ? { hostId: booking.value.hostId, isAnother: true } : {});
  }

  private async inCalendar(id: string): Promise<Outcome<Partial<BookingState>, Message>> {
    const calendar = await this.database.read((em) => this.calendars.findById(em, id));
    if (!calendar) return refused(sentences(say('commands:calendarGone')));
    const { name: host, id: hostId } = calendar.host;
    const now = this.clock.now();
    const isOpen = calendarState(calendar, now).kind === 'open';
    if (!isOpen) return refused(notTaking(host, pauseEnd([calendar], now)));
    return done({ hostId, calendarId: id });
  }
}

/** What a picker that is over starts. */
const ANEW = 'anew';
