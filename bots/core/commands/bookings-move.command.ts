import { Injectable } from '@nestjs/common';
import { MoveBooking } from '../../../src/bookings/move-booking.service.js';
import { parseWhen } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { BookingProblemWords } from '../booking-problem-words.js';
import { type Message, sentences, time } from '../message.js';
import { BookingChoice } from './booking-choice.js';
import { type CommandCall, HostCommand } from './command.js';
import { HostZone } from './host-zone.js';
import { readReason } from './reason.js';

@Injectable()
export class BookingsMoveCommand extends HostCommand {
  readonly path = 'bookings move';

  constructor(
    private readonly zone: HostZone,
    private readonly choice: BookingChoice,
    private readonly moveBooking: MoveBooking,
    private readonly words: BookingProblemWords,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async runFor(_hostId: string, call: CommandCall): Promise<Message> {
    const booking = await this.choice.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const reason = readReason(call);
    if (!reason.ok) return sentences(reason.problem.sentence);
    const timeZone = await this.zone.of(call.caller, booking.value);
    const when = parseWhen(call.word('when') ?? '', { now: this.clock.now(), timeZone });
    if (!when.ok) return sentences(when.problem.sentence);
    const moved = await this.moveBooking.run({
      booking: booking.value,
      start: when.value.at,
      actor: 'host',
      reason: reason.value,
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
