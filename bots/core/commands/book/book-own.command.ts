import { Injectable } from '@nestjs/common';
import { ownBookingsCard } from '../../cards/own-bookings.card.js';
import { BookingTalk } from '../../dialogues/booking/booking-talk.js';
import { CancelTalk } from '../../dialogues/cancel/cancel-talk.js';
import { type Message, mistake } from '../../message.js';
import { Command, type CommandCall } from '../command.js';
import { BookingOrders } from './booking-orders.js';
import { OwnBookings } from './own-bookings.js';
import { readReason } from '../reason.js';

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
    private readonly orders: BookingOrders,
    private readonly talk: BookingTalk,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const order = await this.orders.move(call);
    if (!order.ok) return order.problem;
    const { booking, known } = order.value;
    return this.talk.startMove(call, booking, known);
  }
}

/** Cancels a booking of the caller, after a question. */
@Injectable()
export class BookCancelCommand extends Command {
  override readonly top = 'book';
  readonly path = 'cancel';

  constructor(
    private readonly own: OwnBookings,
    private readonly talk: CancelTalk,
  ) {
    super();
  }

  override async run(call: CommandCall): Promise<Message> {
    const booking = await this.own.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const reason = readReason(call);
    if (!reason.ok) return mistake(reason.problem.sentence);
    const { uid } = booking.value;
    const wish = { uid, side: 'attendee', reason: reason.value } as const;
    return call.isConfirmed ? this.talk.cancel(call, wish) : this.talk.start(call, wish);
  }
}
