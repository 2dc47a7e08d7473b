import { Injectable } from '@nestjs/common';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { say } from '../../../src/language/say.js';
import { BookingProblemWords } from '../booking-problem-words.js';
import { type Message, time } from '../message.js';
import { BookingChoice } from './booking-choice.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

@Injectable()
export class BookingsCancelCommand extends CalendarCommand {
  readonly path = 'bookings cancel';

  constructor(
    current: CurrentCalendar,
    private readonly choice: BookingChoice,
    private readonly cancelBooking: CancelBooking,
    private readonly words: BookingProblemWords,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const booking = await this.choice.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const { timeZone } = calendar.settings;
    const cancelled = await this.cancelBooking.run({
      booking: booking.value,
      actor: 'host',
      reason: call.word('reason') ?? null,
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
