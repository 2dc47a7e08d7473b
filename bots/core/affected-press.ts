import { Injectable } from '@nestjs/common';
import {
  type AffectedProblem,
  AffectedQuestions,
} from '../../src/bookings/affected-questions.service.js';
import type { Booking } from '../../src/bookings/booking.entity.js';
import { say } from '../../src/language/say.js';
import { bookingLines } from './cards/affected.card.js';
import { HostZone } from './commands/host-zone.js';
import { type Line, type Message, sentences } from './message.js';
import type { Press } from './presses.js';

/** What becomes of bookings outside the hours, by the press of their host. */
@Injectable()
export class AffectedPress {
  constructor(
    private readonly questions: AffectedQuestions,
    private readonly zone: HostZone,
  ) {}

  async keep({ caller, button }: Press): Promise<Message> {
    if (!caller.hostId) return refusal('not-yours');
    const kept = await this.questions.keep(button.subject, caller.hostId);
    if (!kept.ok) return refusal(kept.problem);
    return sentences(say('commands:affected.kept', { count: kept.value.bookings.length }));
  }

  async cancel({ caller, button }: Press): Promise<Message> {
    if (!caller.hostId) return refusal('not-yours');
    const settled = await this.questions.cancel(button.subject, caller.hostId);
    if (!settled.ok) return refusal(settled.problem);
    const { cancelled, leftAlone, failed } = settled.value;
    const timeZone = await this.zone.of(caller);
    const lines = (
      key: 'cancelled' | 'leftAlone' | 'failed',
      bookings: readonly Booking[],
    ): Line[] =>
      bookings.length === 0
        ? []
        : [
            [say(`commands:affected.${key}`, { count: bookings.length })],
            ...bookingLines(
              bookings.map(({ uid, attendeeName, startsAt }) => ({
                ...{ uid, attendeeName, start: startsAt.getTime(), timeZone },
              })),
            ),
          ];
    return {
      lines: [
        ...lines('cancelled', cancelled),
        ...lines('leftAlone', leftAlone),
        ...lines('failed', failed),
      ],
    };
  }
}

const refusal = (problem: AffectedProblem): Message =>
  sentences(say(`commands:affected.${problem}`));
