import { Injectable } from '@nestjs/common';
import { MoveBooking } from '../../../../src/bookings/move-booking.service.js';
import { dayAt, hostReading } from '../../../../src/calendars/settings/zone-at.js';
import { parseWhen } from '../../../../src/calendars/words/when.parser.js';
import { movedCard } from '../../cards/other-time-done.card.js';
import { OtherTimeTalk } from '../../dialogues/other-time/other-time-talk.js';
import { type Message, mistake } from '../../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';
import type { CommandCall } from '../command.js';

/** Moves without asking the attendee; `bookings propose` asks them. */
@Injectable()
export class BookingsMoveCommand extends BookingCommand {
  readonly path = 'bookings move';

  constructor(
    tools: BookingTools,
    private readonly moveBooking: MoveBooking,
    private readonly talk: OtherTimeTalk,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking, call: CommandCall): Promise<Message> {
    const { booking, reason, clocks } = chosen;
    if (call.word('when') === undefined) return this.talk.start(call, booking, 'move');
    const day = dayAt(clocks, booking.startsAt.getTime());
    const when = parseWhen(call.word('when') ?? '', hostReading(clocks, call.saidAt, day));
    if (!when.ok) return mistake(when.problem.sentence);
    const { at: start, notes } = when.value;
    const same = this.tools.presentTime(chosen, [start]);
    if (same) return same;
    await this.talk.makeRoom(call);
    const moved = await this.moveBooking.run({
      ...{ booking, start, actor: 'host', reason },
      isInsisted: call.isConfirmed,
    });
    if (!moved.ok) {
      const wish = { starts: [start], clocks, verb: 'move' } as const;
      return this.tools.refuse(call, moved.problem, wish);
    }
    const { attendeeName } = booking;
    return movedCard({ attendeeName, starts: [start], clocks, notes });
  }
}
