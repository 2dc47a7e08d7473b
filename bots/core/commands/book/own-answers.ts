import { Injectable } from '@nestjs/common';
import { AnswerProposal } from '../../../../src/bookings/other-times/answer-proposal.service.js';
import { BookingLimits } from '../../../../src/bookings/booking-limits.service.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import type { ChangeOutcome } from '../../../../src/bookings/change-booking.service.js';
import { KeepTime } from '../../../../src/bookings/other-times/keep-time.service.js';
import { WithdrawMove } from '../../../../src/bookings/other-times/withdraw-move.service.js';
import { say } from '../../../../src/language/say.js';
import { attendeeProblem } from '../../attendee-problem-words.js';
import { type Message, sentences, time } from '../../message.js';
import { unlessLimited } from '../../presses/unless-limited.js';

/** What somebody who booked in chat answers there with one press. */
@Injectable()
export class OwnAnswers {
  constructor(
    private readonly answerProposal: AnswerProposal,
    private readonly withdrawMove: WithdrawMove,
    private readonly keepTime: KeepTime,
    private readonly limits: BookingLimits,
  ) {}

  /** One of the proposed times, epoch milliseconds; none of them with null. */
  take(booking: Booking, start: number | null): Promise<Message> {
    const word = start === null ? 'noneTaken' : 'taken';
    return this.answer(booking, word, () => this.answerProposal.run({ booking, start }));
  }

  withdraw(booking: Booking): Promise<Message> {
    return this.answer(booking, 'withdrawn', () => this.withdrawMove.run({ booking }));
  }

  keep(booking: Booking): Promise<Message> {
    return this.answer(booking, 'kept', () => this.keepTime.run({ booking }));
  }

  /** Presses count like those on the page of a booking. */
  private async answer(
    booking: Booking,
    word: Word,
    change: () => Promise<ChangeOutcome>,
  ): Promise<Message> {
    const outcome = await unlessLimited(async () => {
      await this.limits.change(booking.uid);
      return change();
    });
    return outcome ? answered(booking, outcome, word) : sentences(say('book:tooMany'));
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
