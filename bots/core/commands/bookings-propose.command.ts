import { Injectable } from '@nestjs/common';
import { MOST_PROPOSED, ProposeTimes } from '../../../src/bookings/propose-times.service.js';
import { parseWhen, type WhenReading } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { shortCode } from '../cards/booking.card.js';
import { timeList } from '../cards/waiting.card.js';
import { type Message, sentences } from '../message.js';
import {
  BookingCommand,
  BookingTools,
  type ChosenBooking,
  insistQuestion,
} from './booking-command.js';
import type { CommandCall } from './command.js';

/** Asks the attendee which of up to three other times suits. */
@Injectable()
export class BookingsProposeCommand extends BookingCommand {
  readonly path = 'bookings propose';

  constructor(
    tools: BookingTools,
    private readonly proposeTimes: ProposeTimes,
    private readonly clock: Clock,
  ) {
    super(tools);
  }

  override async runOn(chosen: ChosenBooking, call: CommandCall): Promise<Message> {
    const { booking, timeZone } = chosen;
    const read = this.read(call.word('when') ?? '', chosen);
    if (!read.ok) return sentences(read.problem);
    const times = read.value;
    const proposed = await this.proposeTimes.run({
      ...{ booking, starts: times.map(({ at }) => at), reason: null },
      isInsisted: call.isConfirmed,
    });
    const question = proposed.ok || call.isConfirmed ? null : insistQuestion(proposed.problem);
    if (question !== null) return this.tools.confirmations.ask(call, question);
    const said = say('commands:proposed', { attendee: booking.attendeeName });
    const starts = times.map(({ at }) => ({ start: at })).sort((a, b) => a.start - b.start);
    return this.answer(proposed, chosen, () => ({
      lines: [
        [said, ...timeList(starts, timeZone)],
        ...times.flatMap(({ notes }) => notes).map((note) => [note]),
      ],
    }));
  }

  private read(
    text: string,
    { booking, timeZone }: ChosenBooking,
  ): Outcome<readonly WhenReading[], string> {
    const words = text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
    if (words.length === 0) {
      return refused(say('commands:press.propose', { code: shortCode(booking.uid) }));
    }
    if (words.length > MOST_PROPOSED) {
      return refused(say('commands:tooManyProposed', { most: MOST_PROPOSED }));
    }
    const times: WhenReading[] = [];
    for (const word of words) {
      const when = parseWhen(word, { now: this.clock.now(), timeZone });
      if (!when.ok) return refused(when.problem.sentence);
      times.push(when.value);
    }
    return done(times);
  }
}
