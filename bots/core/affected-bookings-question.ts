import { Injectable } from '@nestjs/common';
import {
  AffectedBookings,
  type HoursChange,
} from '../../src/bookings/affected/affected-bookings.service.js';
import { AffectedQuestions } from '../../src/bookings/affected/affected-questions.service.js';
import { UndecidedBookings } from '../../src/bookings/affected/undecided-bookings.service.js';
import type { Booking } from '../../src/bookings/booking.entity.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { zoneAt } from '../../src/calendars/settings/zone-at.js';
import type { Interval } from '../../src/slots/interval.js';
import { affectedCard, type AffectedFacts } from './cards/affected.card.js';
import type { Message } from './message.js';

/** Hours that were changed, or time that was blocked. */
interface Closed {
  readonly calendar: CalendarConfiguration;
  readonly changes?: readonly HoursChange[];
  readonly blocked?: readonly Interval[];
}

/** Adds to an answer the bookings that it left outside, and asks what becomes of them. */
@Injectable()
export class AffectedBookingsQuestion {
  constructor(
    private readonly affected: AffectedBookings,
    private readonly questions: AffectedQuestions,
    private readonly undecided: UndecidedBookings,
  ) {}

  /** What these hosts were asked and have not answered, each question once more. */
  async again(hostIds: readonly string[]): Promise<readonly Message[]> {
    const questions = await this.undecided.of(hostIds);
    return questions.map(({ id, bookings }) =>
      affectedCard(
        id,
        bookings.map(({ booking, calendar }) => factsOf(booking, calendar)),
      ),
    );
  }

  /** The answer as it is when nothing is affected. */
  async add(answer: Message, closed: Closed): Promise<Message> {
    const { calendar, changes = [], blocked = [] } = closed;
    const inBlocks =
      blocked.length > 0 ? await this.affected.ofBlocks(calendar.host.id, blocked) : [];
    const outside = await this.affected.ofHours(changes);
    const others = outside.filter(({ id }) => !inBlocks.some((booking) => booking.id === id));
    const bookings = [...inBlocks, ...others].toSorted(
      (one, other) => one.startsAt.getTime() - other.startsAt.getTime(),
    );
    if (bookings.length === 0) return answer;
    const id = await this.questions.ask(calendar.host.id, bookings);
    const card = affectedCard(
      id,
      bookings.map((booking) => factsOf(booking, calendar)),
    );
    return {
      ...answer,
      lines: [...answer.lines, ...card.lines],
      buttons: [...(answer.buttons ?? []), ...card.buttons],
    };
  }
}

export function factsOf(
  { uid, attendeeName, startsAt }: Booking,
  { settings }: CalendarConfiguration,
): AffectedFacts {
  const start = startsAt.getTime();
  return { uid, attendeeName, start, timeZone: zoneAt(settings, start) };
}
