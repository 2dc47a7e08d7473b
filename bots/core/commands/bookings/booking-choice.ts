import { Injectable } from '@nestjs/common';
import { Appointments } from '../../../../src/bookings/appointments/appointments.repository.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import { isUid } from '../../../../src/bookings/booking-uid.js';
import { Database } from '../../../../src/database/database.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { Delegates } from '../../../../src/hosts/delegates.service.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { type Message, mistake, sentences } from '../../message.js';

/** Finds the booking that a host, or a delegate of theirs, named by its code. No other one exists for them. */
@Injectable()
export class BookingChoice {
  constructor(
    private readonly database: Database,
    private readonly appointments: Appointments,
    private readonly delegates: Delegates,
  ) {}

  async named(caller: ChatIdentity, word: string): Promise<Outcome<Booking, Message>> {
    const code = word.trim().toLowerCase();
    const hostIds = await this.delegates.hostsOf(caller);
    const found = await this.database.read((em) => this.appointments.withCode(em, hostIds, code));
    const [booking, another] = found;
    if (!booking) return refused(mistake(say('commands:noSuchBooking', { code: word })));
    if (another) return refused(mistake(say('commands:ambiguousBooking', { code: word })));
    return done(booking);
  }
}

/** By a code that somebody typed there is none; a button or a window is about another person's. */
export const refusedAs = (
  word: string,
  found: Outcome<Booking, Message>,
): Outcome<Booking, Message> =>
  found.ok || !isUid(word) ? found : refused(sentences(say('commands:press.notYours')));
