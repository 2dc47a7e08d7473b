import { Injectable } from '@nestjs/common';
import { MOST_PROPOSED } from '../../../../src/bookings/other-times/most-proposed.js';
import { ProposeTimes } from '../../../../src/bookings/other-times/propose-times.service.js';
import { dayAt, hostReading } from '../../../../src/calendars/settings/zone-at.js';
import { parseWhen, type WhenReading } from '../../../../src/calendars/words/when.parser.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import { proposedCard } from '../../cards/other-time-done.card.js';
import { OtherTimeTalk } from '../../dialogues/other-time/other-time-talk.js';
import { type Message, mistake } from '../../message.js';
import { BookingCommand, BookingTools, type ChosenBooking } from './booking-command.js';
import type { CommandCall } from '../command.js';

/** Asks the attendee which of up to three other times suits. */
@Injectable()
export class BookingsProposeCommand extends BookingCommand {
  readonly path = 'bookings propose';

  constructor(
    tools: BookingTools,
    private readonly proposeTimes: ProposeTimes,
    private readonly talk: OtherTimeTalk,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking, call: CommandCall): Promise<Message> {
    const { booking, clocks } = chosen;
    if (call.word('when') === undefined) return this.talk.start(call, booking, 'propose');
    const read = this.read(call, chosen);
    if (!read.ok) return mistake(read.problem);
    const times = read.value;
    const wished = times.map(({ at }) => at);
    const same = this.tools.presentTime(chosen, wished);
    if (same) return same;
    await this.talk.makeRoom(call);
    const proposed = await this.proposeTimes.run({
      ...{ booking, starts: wished, reason: chosen.reason },
      isInsisted: call.isConfirmed,
    });
    if (!proposed.ok) {
      return this.tools.refuse(call, proposed.problem, { starts: wished, clocks, verb: 'propose' });
    }
    const starts = wished.toSorted((a, b) => a - b);
    const notes = times.flatMap((time) => time.notes);
    const { attendeeName } = booking;
    return proposedCard({ attendeeName, starts, clocks, notes });
  }

  private read(
    call: CommandCall,
    { booking, clocks }: ChosenBooking,
  ): Outcome<readonly WhenReading[], string> {
    const words = (call.word('when') ?? '')
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
    if (words.length > MOST_PROPOSED) {
      return refused(say('commands:tooManyProposed', { most: MOST_PROPOSED }));
    }
    const times: WhenReading[] = [];
    // A time behind one with a day is of that day too.
    let about = booking.startsAt.getTime();
    for (const word of words) {
      const when = parseWhen(word, hostReading(clocks, call.saidAt, dayAt(clocks, about)));
      if (!when.ok) return refused(when.problem.sentence);
      times.push(when.value);
      about = when.value.at;
    }
    return done(times);
  }
}
