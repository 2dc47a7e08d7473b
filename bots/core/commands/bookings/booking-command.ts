import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import type { BookingProblem } from '../../../../src/bookings/booking.errors.js';
import { closedProblem } from '../../../../src/bookings/changeable.js';
import { type HostClocks, zoneAt } from '../../../../src/calendars/settings/zone-at.js';
import { describeWhen } from '../../../../src/calendars/words/when.parser.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import type { Outcome } from '../../../../src/shared/outcome.js';
import { BookingProblemWords, refusal } from '../../booking-problem-words.js';
import { type ConfirmedVerb, Confirmations } from '../../dialogues/confirmations.js';
import { type Message, mistake } from '../../message.js';
import { BookingChoice } from './booking-choice.js';
import { type CommandCall, ActingCommand } from '../command.js';
import { HostZone } from '../host-zone.js';
import { readReason } from '../reason.js';

/** The booking that a command is about, and what else was said. */
export interface ChosenBooking {
  readonly booking: Booking;
  readonly reason: string | null;
  /** The zone in which the host reads times. */
  readonly timeZone: string;
  /** By which the host writes dates and times. */
  readonly clocks: HostClocks;
}

/** What every command about one booking works with. */
@Injectable()
export class BookingTools {
  constructor(
    readonly choice: BookingChoice,
    readonly zone: HostZone,
    readonly words: BookingProblemWords,
    private readonly confirmations: Confirmations,
    private readonly clock: Clock,
  ) {}

  /** Says that the booking has one of these times already; null when it has none, or can have no other. */
  presentTime({ booking, clocks }: ChosenBooking, starts: readonly number[]): Message | null {
    const present = booking.startsAt.getTime();
    const isClosed = closedProblem(booking, this.clock.now()) !== null;
    if (isClosed || !starts.includes(present)) return null;
    const when = describeWhen(present, zoneAt(clocks, present));
    return mistake(say('commands:presentTime', { when }));
  }

  /**
   * Why these times cannot be had. One that is over nobody can have; what only the calendar's rules
   * forbid, the host is asked about.
   */
  async refuse(call: CommandCall, problem: BookingProblem, wish: WishedTimes): Promise<Message> {
    const { starts, clocks, verb } = wish;
    const isOfTime = problem.kind === 'slot-taken' || problem.kind === 'slot-not-offered';
    const over = starts.find((start) => start <= this.clock.now());
    if (isOfTime && over !== undefined) {
      const timeZone = zoneAt(clocks, over);
      const why = say('commands:overAlready', { when: describeWhen(over, timeZone) });
      return refusal(why, problem.alternatives, timeZone);
    }
    if (problem.kind !== 'slot-not-offered' || call.isConfirmed) {
      return this.words.of(problem, clocks.timeZone);
    }
    const when = starts.map((start) => describeWhen(start, zoneAt(clocks, start))).join('; ');
    const why = say(`commands:step.${problem.step}`);
    return this.confirmations.ask(call, say('commands:insist', { why, when }), verb);
  }
}

/** Times that a host names for a booking, and what they want done with them. */
interface WishedTimes {
  /** Epoch milliseconds. */
  readonly starts: readonly number[];
  readonly clocks: HostClocks;
  readonly verb: ConfirmedVerb;
}

/** A command about one of the host's bookings. */
@Injectable()
export abstract class BookingCommand extends ActingCommand {
  constructor(protected readonly tools: BookingTools) {
    super();
  }

  override async runFor(call: CommandCall): Promise<Message> {
    const booking = await this.tools.choice.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const reason = readReason(call);
    if (!reason.ok) return mistake(reason.problem.sentence);
    const clocks = await this.tools.zone.clocks(call.caller, booking.value);
    const { timeZone } = clocks;
    const chosen = { booking: booking.value, reason: reason.value, timeZone, clocks };
    return this.runOn(chosen, call);
  }

  abstract runOn(chosen: ChosenBooking, call: CommandCall): Promise<Message>;

  protected answer<T>(
    outcome: Outcome<T, BookingProblem>,
    { timeZone }: Pick<ChosenBooking, 'timeZone'>,
    tell: (value: T) => Message,
  ): Message {
    return outcome.ok ? tell(outcome.value) : this.tools.words.of(outcome.problem, timeZone);
  }
}
