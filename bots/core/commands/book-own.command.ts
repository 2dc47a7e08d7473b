import { Injectable } from '@nestjs/common';
import { parseWish } from '../../../src/calendars/words/wish.parser.js';
import { Clock } from '../../../src/shared/clock.js';
import { ownBookingsCard } from '../cards/own-bookings.card.js';
import { BookingTalk } from '../dialogues/booking-talk.js';
import { type Message, sentences } from '../message.js';
import { Command, type CommandCall } from './command.js';
import { OwnBookings } from './own-bookings.js';
import { readReason } from './reason.js';

/** What the caller booked in chat. */
@Injectable()
export class BookListCommand extends Command {
  override readonly top = 'book';
  readonly path = 'list';

  constructor(
    private readonly own: OwnBookings,
    private readonly talk: BookingTalk,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const bookings = await this.own.upcoming(call.caller);
    return ownBookingsCard(bookings, await this.talk.readingZone(call));
  }
}

/** Finds another time for a booking of the caller, and asks before it is moved. */
@Injectable()
export class BookMoveCommand extends Command {
  override readonly top = 'book';
  readonly path = 'move';

  constructor(
    private readonly own: OwnBookings,
    private readonly talk: BookingTalk,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const booking = await this.own.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const when = call.word('when');
    const context = { now: this.clock.now(), timeZone: booking.value.attendeeTimeZone };
    const wish = when === undefined ? null : parseWish(when, context);
    if (wish && !wish.ok) return sentences(wish.problem.sentence);
    return this.talk.startMove(call, booking.value, wish?.value ?? null);
  }
}

/** Cancels a booking of the caller: whoever types its code means it. */
@Injectable()
export class BookCancelCommand extends Command {
  override readonly top = 'book';
  readonly path = 'cancel';

  constructor(private readonly own: OwnBookings) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const booking = await this.own.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const reason = readReason(call);
    if (!reason.ok) return sentences(reason.problem.sentence);
    return this.own.cancel(booking.value, reason.value);
  }
}
