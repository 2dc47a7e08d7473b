import { Injectable } from '@nestjs/common';
import type { ChangeOutcome } from '../../../../src/bookings/change-booking.service.js';
import { ConfirmBooking } from '../../../../src/bookings/approval/confirm-booking.service.js';
import { DeclineBooking } from '../../../../src/bookings/approval/decline-booking.service.js';
import { say } from '../../../../src/language/say.js';
import { ChangedBooking } from '../../painting/changed-booking.js';
import { type Message, time } from '../../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';
import type { CommandCall } from '../command.js';

@Injectable()
export class BookingsConfirmCommand extends BookingCommand {
  readonly path = 'bookings confirm';

  constructor(
    tools: BookingTools,
    private readonly confirmBooking: ConfirmBooking,
    private readonly changed: ChangedBooking,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking, { seenSequence }: CommandCall): Promise<Message> {
    const { booking, timeZone } = chosen;
    const attendee = booking.attendeeName;
    const confirmed = await this.confirmBooking.run({ booking, seenSequence });
    if (isChanged(confirmed)) return this.changed.show(booking);
    return this.answer(confirmed, chosen, ({ value }) => ({
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
    private readonly changed: ChangedBooking,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking, { seenSequence }: CommandCall): Promise<Message> {
    const { booking, reason, timeZone } = chosen;
    const attendee = booking.attendeeName;
    const declined = await this.declineBooking.run({ booking, reason, seenSequence });
    if (isChanged(declined)) return this.changed.show(booking);
    return this.answer(declined, chosen, ({ value }) => {
      const said = say(`commands:${value.status === 'declined' ? 'declined' : 'moveDeclined'}`, {
        attendee,
      });
      return { lines: [[said, ' ', time(Date.parse(value.start), timeZone)]] };
    });
  }
}

/** The answer was about what an older card showed. */
const isChanged = (outcome: ChangeOutcome): boolean =>
  !outcome.ok && outcome.problem.kind === 'booking-changed';
