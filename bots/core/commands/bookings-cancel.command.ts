import { Injectable } from '@nestjs/common';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import { say } from '../../../src/language/say.js';
import { type Message, time } from '../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';

@Injectable()
export class BookingsCancelCommand extends BookingCommand {
  readonly path = 'bookings cancel';

  constructor(
    tools: BookingTools,
    private readonly cancelBooking: CancelBooking,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking): Promise<Message> {
    const { booking, reason, timeZone } = chosen;
    const cancelled = await this.cancelBooking.run({ booking, actor: 'host', reason });
    const said = say('commands:cancelled', { attendee: booking.attendeeName });
    return this.answer(cancelled, chosen, () => ({
      lines: [[said, ' ', time(booking.startsAt, timeZone)]],
    }));
  }
}
