import { Injectable } from '@nestjs/common';
import { CancelTalk } from '../../dialogues/cancel/cancel-talk.js';
import type { Message } from '../../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';
import type { CommandCall } from '../command.js';

/** Cancels one of the host's bookings, after a question. */
@Injectable()
export class BookingsCancelCommand extends BookingCommand {
  readonly path = 'bookings cancel';

  constructor(
    tools: BookingTools,
    private readonly talk: CancelTalk,
  ) {
    super(tools);
  }

  override runOn({ booking, reason }: ChosenBooking, call: CommandCall): Promise<Message> {
    const wish = { uid: booking.uid, side: 'host', reason } as const;
    return call.isConfirmed ? this.talk.cancel(call, wish) : this.talk.start(call, wish);
  }
}
