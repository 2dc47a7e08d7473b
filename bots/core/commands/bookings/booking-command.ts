import { Injectable } from '@nestjs/common';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import type { BookingProblem } from '../../../../src/bookings/booking.errors.js';
import { type HostClocks, zoneAt } from '../../../../src/calendars/settings/zone-at.js';
import { describeWhen } from '../../../../src/calendars/words/when.parser.js';
import { say } from '../../../../src/language/say.js';
import type { Outcome } from '../../../../src/shared/outcome.js';
import { BookingProblemWords } from '../../booking-problem-words.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, sentences } from '../../message.js';
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
    readonly confirmations: Confirmations,
  ) {}
}

/** A command about one of the host's bookings. */
@Injectable()
export abstract class BookingCommand extends ActingCommand {
  constructor(protected readonly tools: BookingTools) {
    super();
  }

  override async runFor(_hostId: string, call: CommandCall): Promise<Message> {
    const booking = await this.tools.choice.named(call.caller, call.word('booking') ?? '');
    if (!booking.ok) return booking.problem;
    const reason = readReason(call);
    if (!reason.ok) return sentences(reason.problem.sentence);
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

/** The question before a host does what the calendar's own rules forbid; null when they do not. */
export function insistQuestion(
  problem: BookingProblem,
  starts: readonly number[],
  clocks: HostClocks,
): string | null {
  if (problem.kind !== 'slot-not-offered') return null;
  const when = starts.map((start) => describeWhen(start, zoneAt(clocks, start))).join('; ');
  return say('commands:insist', { why: say(`commands:step.${problem.step}`), when });
}
