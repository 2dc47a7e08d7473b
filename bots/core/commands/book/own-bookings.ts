import { Injectable } from '@nestjs/common';
import { AttendeeBookings } from '../../../../src/bookings/appointments/attendee-bookings.repository.js';
import { BookingLimits } from '../../../../src/bookings/booking-limits.service.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import {
  CancelBooking,
  type CancelRequest,
} from '../../../../src/bookings/cancel-booking.service.js';
import { Database } from '../../../../src/database/database.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { attendeeZone } from '../../attendee-zone.js';
import { attendeeProblem } from '../../attendee-problem-words.js';
import { type Message, sentences, time } from '../../message.js';
import { unlessLimited } from '../../presses/unless-limited.js';

/** The bookings that somebody made in chat, and what they may do with them. */
@Injectable()
export class OwnBookings {
  constructor(
    private readonly database: Database,
    private readonly bookings: AttendeeBookings,
    private readonly cancelBooking: CancelBooking,
    private readonly clock: Clock,
    private readonly limits: BookingLimits,
  ) {}

  /** The one that a code, or the whole uid, names. Another person's does not exist for them. */
  async named({ id }: ChatIdentity, word: string): Promise<Outcome<Booking, Message>> {
    const code = word.trim().toLowerCase();
    const [booking, another] = await this.database.read((em) =>
      this.bookings.withCode(em, id, code),
    );
    if (!booking) return refused(sentences(say('book:own.noSuch', { code: word })));
    if (another) return refused(sentences(say('commands:ambiguousBooking', { code: word })));
    return done(booking);
  }

  /** Still ahead or running, soonest first. */
  upcoming({ id }: ChatIdentity): Promise<Booking[]> {
    const now = this.clock.now();
    return this.database.read((em) => this.bookings.upcoming(em, { identityId: id, now }));
  }

  async cancel(caller: ChatIdentity, order: Omit<CancelRequest, 'actor'>): Promise<Message> {
    const { hostName: host, title, startsAt } = order.booking;
    const zone = attendeeZone(caller, order.booking);
    const cancelled = await unlessLimited(async () => {
      await this.limits.change(order.booking.uid);
      return this.cancelBooking.run({ ...order, actor: 'attendee' });
    });
    if (!cancelled) return sentences(say('book:tooMany'));
    if (!cancelled.ok) return attendeeProblem(cancelled.problem, host, zone);
    return {
      title: say('book:own.cancelled', { title, host }),
      lines: [[{ ...time(startsAt, zone), isFormer: true }]],
    };
  }
}
