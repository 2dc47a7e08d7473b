import { Injectable } from '@nestjs/common';
import { AnswerProposal } from '../../../src/bookings/other-times/answer-proposal.service.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import type { ChangeOutcome } from '../../../src/bookings/change-booking.service.js';
import { KeepTime } from '../../../src/bookings/other-times/keep-time.service.js';
import { WithdrawMove } from '../../../src/bookings/other-times/withdraw-move.service.js';
import { say } from '../../../src/language/say.js';
import { attendeeProblem } from '../attendee-problem-words.js';
import { type Message, time } from '../message.js';

/** What somebody who booked in chat answers there with one press. */
@Injectable()
export class OwnAnswers {
  constructor(
    private readonly answerProposal: AnswerProposal,
    private readonly withdrawMove: WithdrawMove,
    private readonly keepTime: KeepTime,
  ) {}

  /** One of the proposed times, epoch milliseconds; none of them with null. */
  async take(booking: Booking, start: number | null): Promise<Message> {
    const outcome = await this.answerProposal.run({ booking, start });
    return answered(booking, outcome, start === null ? 'noneTaken' : 'taken');
  }

  async withdraw(booking: Booking): Promise<Message> {
    return answered(booking, await this.withdrawMove.run({ booking }), 'withdrawn');
  }

  async keep(booking: Booking): Promise<Message> {
    return answered(booking, await this.keepTime.run({ booking }), 'kept');
  }
}

type Word = 'taken' | 'noneTaken' | 'withdrawn' | 'kept';

function answered(
  { hostName: host, title, attendeeTimeZone: zone }: Booking,
  outcome: ChangeOutcome,
  word: Word,
): Message {
  if (!outcome.ok) return attendeeProblem(outcome.problem, host, zone);
  const start = Date.parse(outcome.value.value.start);
  return { title: say(`book:answered.${word}`, { title, host }), lines: [[time(start, zone)]] };
}
