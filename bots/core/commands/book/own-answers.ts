import { Injectable } from '@nestjs/common';
import { AnswerProposal } from '../../../../src/bookings/other-times/answer-proposal.service.js';
import { BookingLimits } from '../../../../src/bookings/booking-limits.service.js';
import type { Booking } from '../../../../src/bookings/booking.entity.js';
import type { ChangeOutcome } from '../../../../src/bookings/change-booking.service.js';
import { KeepTime } from '../../../../src/bookings/other-times/keep-time.service.js';
import { WithdrawMove } from '../../../../src/bookings/other-times/withdraw-move.service.js';
import type { ChatIdentity } from '../../../../src/hosts/chat-identity.entity.js';
import { say } from '../../../../src/language/say.js';
import { attendeeZone } from '../../attendee-zone.js';
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
  take(own: OwnBooking, start: number | null): Promise<Message> {
    const word = start === null ? 'noneTaken' : 'taken';
    const { booking } = own;
    return this.answer(own, word, () => this.answerProposal.run({ booking, start }));
  }

  withdraw(own: OwnBooking): Promise<Message> {
    return this.answer(own, 'withdrawn', () => this.withdrawMove.run({ booking: own.booking }));
  }

  keep(own: OwnBooking): Promise<Message> {
    return this.answer(own, 'kept', () => this.keepTime.run({ booking: own.booking }));
  }

  /** Presses count like those on the page of a booking. */
  private async answer(
    own: OwnBooking,
    word: Word,
    change: () => Promise<ChangeOutcome>,
  ): Promise<Message> {
    const outcome = await unlessLimited(async () => {
      await this.limits.change(own.booking.uid);
      return change();
    });
    return outcome ? answered(own, outcome, word) : sentences(say('book:tooMany'));
  }
}

/** A booking, and whose it is. */
interface OwnBooking {
  readonly caller: ChatIdentity;
  readonly booking: Booking;
}

type Word = 'taken' | 'noneTaken' | 'withdrawn' | 'kept';

function answered({ caller, booking }: OwnBooking, outcome: ChangeOutcome, word: Word): Message {
  const { hostName: host, title } = booking;
  const zone = attendeeZone(caller, booking);
  if (!outcome.ok) return attendeeProblem(outcome.problem, host, zone);
  const start = Date.parse(outcome.value.value.start);
  return { title: say(`book:answered.${word}`, { title, host }), lines: [[time(start, zone)]] };
}
