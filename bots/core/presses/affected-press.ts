import { Injectable } from '@nestjs/common';
import {
  type AffectedProblem,
  AffectedQuestions,
  type SettledBookings,
} from '../../../src/bookings/affected/affected-questions.service.js';
import type { Booking } from '../../../src/bookings/booking.entity.js';
import { Delegates } from '../../../src/hosts/delegates.service.js';
import { say } from '../../../src/language/say.js';
import { bookingLines } from '../cards/affected.card.js';
import { HostZone } from '../commands/host-zone.js';
import { type Line, type Message, sentences } from '../message.js';
import type { Press } from './presses.js';

/** What was done with some of the bookings, or why it was not. */
type Word = 'cancelled' | 'asked' | 'unreached' | 'leftAlone' | 'failed';

/** What becomes of bookings outside the hours, by the press of their host or a delegate. */
@Injectable()
export class AffectedPress {
  constructor(
    private readonly questions: AffectedQuestions,
    private readonly delegates: Delegates,
    private readonly zone: HostZone,
  ) {}

  async keep({ caller, button }: Press): Promise<Message> {
    const hostIds = await this.delegates.hostsOf(caller);
    const kept = await this.questions.keep(button.subject, hostIds);
    if (!kept.ok) return refusal(kept.problem);
    return sentences(say('commands:affected.kept', { count: kept.value.bookings.length }));
  }

  async cancel({ caller, button }: Press): Promise<Message> {
    const hostIds = await this.delegates.hostsOf(caller);
    const done = await this.questions.cancel(button.subject, hostIds);
    if (!done.ok) return refusal(done.problem);
    const zone = await this.zone.of(caller);
    return { lines: [...lines('cancelled', done.value.settled, zone), ...rest(done.value, zone)] };
  }

  async move({ caller, button }: Press): Promise<Message> {
    const hostIds = await this.delegates.hostsOf(caller);
    const done = await this.questions.move(button.subject, hostIds);
    if (!done.ok) return refusal(done.problem);
    const zone = await this.zone.of(caller);
    const { settled } = done.value;
    // Whoever booked in chat is asked there.
    const unreached = settled.filter((one) => !one.attendeeEmail && !one.bookedByIdentityId);
    return {
      lines: [
        ...lines('asked', settled, zone),
        ...lines('unreached', unreached, zone),
        ...rest(done.value, zone),
      ],
    };
  }
}

const rest = ({ leftAlone, failed }: SettledBookings, zone: string): Line[] => [
  ...lines('leftAlone', leftAlone, zone),
  ...lines('failed', failed, zone),
];

function lines(word: Word, bookings: readonly Booking[], timeZone: string): Line[] {
  if (bookings.length === 0) return [];
  const facts = bookings.map(({ uid, attendeeName, startsAt }) => ({
    ...{ uid, attendeeName, start: startsAt.getTime(), timeZone },
  }));
  return [[say(`commands:affected.${word}`, { count: bookings.length })], ...bookingLines(facts)];
}

const refusal = (problem: AffectedProblem): Message =>
  sentences(say(`commands:affected.${problem}`));
