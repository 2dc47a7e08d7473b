import { Injectable } from '@nestjs/common';
import { MoveBooking } from '../../../src/bookings/move-booking.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { parseWhen } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { BookingProblemWords } from '../booking-problem-words.js';
import { type Message, sentences, time } from '../message.js';
import { BookingChoice } from './booking-choice.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

@Injectable()
export class BookingsMoveCommand extends CalendarCommand {
  readonly path = 'bookings move';

  constructor(
    current: CurrentCalendar,
    private readonly choice: BookingChoice,
    private readonly moveBooking: MoveBooking,
    private readonly words: BookingProblemWords,
    private readonly clock: Clock,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { timeZone } = calendar.settings;
    const booking = await this.choice.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const when = parseWhen(call.word('when') ?? '', { now: this.clock.now(), timeZone });
    if (!when.ok) return sentences(when.problem.sentence);
    const moved = await this.moveBooking.run({
      booking: booking.value,
      start: when.value.at,
      actor: 'host',
      reason: call.word('reason') ?? null,
    });
    if (!moved.ok) return this.words.of(moved.problem, timeZone);
    const attendee = booking.value.attendeeName;
    return {
      lines: [
        [say('commands:moved', { attendee }), ' ', time(when.value.at, timeZone)],
        ...when.value.notes.map((note) => [note]),
      ],
    };
  }
}
