import { Injectable } from '@nestjs/common';
import { ConfirmBooking } from '../../../src/bookings/confirm-booking.service.js';
import { DeclineBooking } from '../../../src/bookings/decline-booking.service.js';
import { say } from '../../../src/language/say.js';
import { type Message, time } from '../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';

@Injectable()
export class BookingsConfirmCommand extends BookingCommand {
  readonly path = 'bookings confirm';

  constructor(
    tools: BookingTools,
    private readonly confirmBooking: ConfirmBooking,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking): Promise<Message> {
    const { booking, timeZone } = chosen;
    const attendee = booking.attendeeName;
    return this.answer(await this.confirmBooking.run({ booking }), chosen, ({ value }) => ({
      lines: [
        [say('commands:confirmed', { attendee }), ' ', time(Date.parse(value.start), timeZone)],
      ],
    }));
  }
}

@Injectable()
export class BookingsDeclineCommand extends BookingCommand {
  readonly path = 'bookings decline';

  constructor(
    tools: BookingTools,
    private readonly declineBooking: DeclineBooking,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking): Promise<Message> {
    const { booking, reason, timeZone } = chosen;
    const attendee = booking.attendeeName;
    return this.answer(await this.declineBooking.run({ booking, reason }), chosen, ({ value }) => {
      const said = say(`commands:${value.status === 'declined' ? 'declined' : 'moveDeclined'}`, {
        attendee,
      });
      return { lines: [[said, ' ', time(Date.parse(value.start), timeZone)]] };
    });
  }
}
