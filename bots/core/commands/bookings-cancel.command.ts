import { Injectable } from '@nestjs/common';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import { say } from '../../../src/language/say.js';
import { BookingProblemWords } from '../booking-problem-words.js';
import { type Message, sentences, time } from '../message.js';
import { BookingChoice } from './booking-choice.js';
import { type CommandCall, HostCommand } from './command.js';
import { HostZone } from './host-zone.js';
import { readReason } from './reason.js';

@Injectable()
export class BookingsCancelCommand extends HostCommand {
  readonly path = 'bookings cancel';

  constructor(
    private readonly zone: HostZone,
    private readonly choice: BookingChoice,
    private readonly cancelBooking: CancelBooking,
    private readonly words: BookingProblemWords,
  ) {
    super();
  }

  override async runFor(_hostId: string, call: CommandCall): Promise<Message> {
    const booking = await this.choice.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const reason = readReason(call);
    if (!reason.ok) return sentences(reason.problem.sentence);
    const timeZone = await this.zone.of(call.caller, booking.value);
    const cancelled = await this.cancelBooking.run({
      booking: booking.value,
      actor: 'host',
      reason: reason.value,
    });
    if (!cancelled.ok) return this.words.of(cancelled.problem, timeZone);
    return {
      lines: [
        [
          say('commands:cancelled', { attendee: booking.value.attendeeName }),
          ' ',
          time(booking.value.startsAt, timeZone),
        ],
      ],
    };
  }
}
