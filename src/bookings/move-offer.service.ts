import { Injectable } from '@nestjs/common';
import type { AvailabilityQuery } from '../availability/availability.service.js';
import {
  asOpen,
  asOpenFor,
  type CalendarConfiguration,
} from '../calendars/calendar-configuration.js';
import { type Interval, MINUTE } from '../slots/interval.js';
import type { Booking } from './booking.entity.js';
import { type BookingProblem, HAS_PASSED, isAboutStart } from './booking.errors.js';
import { BookingOffer } from './booking-offer.js';
import type { BookingTurn } from './change-booking.service.js';
import type { Actor } from './history/booking-history.js';

/** To when somebody would have a booking move. */
export interface WantedMove {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly actor: Actor;
  /** The host means it, whatever the calendar's rules say. */
  readonly isInsisted?: boolean | undefined;
}

/** Decides whether a booking may move to a start, whoever wants it and however far they are with it. */
@Injectable()
export class MoveOffer {
  constructor(private readonly offer: BookingOffer) {}

  /** Null when it may. Who came in time to choose the start has not come too late for it meanwhile. */
  async refusal(
    { entities, now, booking, configuration, chosen }: BookingTurn,
    { start, actor, isInsisted = false }: WantedMove,
  ): Promise<BookingProblem | null> {
    if (start <= now) return HAS_PASSED;
    const choice = chosen.find(({ startsAt }) => startsAt.getTime() === start);
    const open =
      actor === 'host' ? asOpen(configuration) : asOpenFor(configuration, booking.hostId);
    const query = moveQuery(booking, open, choice?.createdAt.getTime() ?? now);
    return isInsisted
      ? this.offer.insistedRefusal(entities, query, start)
      : this.offer.refusal(entities, query, start);
  }

  /** What is wrong with the first of several starts with which something is. */
  async refusalOfOne(
    turn: BookingTurn,
    starts: readonly number[],
    wanted: Omit<WantedMove, 'start'>,
  ): Promise<BookingProblem | null> {
    for (const start of starts) {
      const refusal = await this.refusal(turn, { ...wanted, start });
      if (refusal) return refusalOf(refusal, start);
    }
    return null;
  }
}

/** Says which of several starts it was. */
const refusalOf = (problem: BookingProblem, start: number): BookingProblem =>
  isAboutStart(problem) ? { ...problem, start } : problem;

/** The question for times to which a booking could move: it keeps the length it was booked with. */
export function moveQuery(
  booking: Booking,
  configuration: CalendarConfiguration,
  now: number,
): AvailabilityQuery & { readonly durationMinutes: number } {
  const durationMinutes = lengthOf(booking) / MINUTE;
  return { configuration, now, durationMinutes, moving: booking };
}

/** The time that a booking has once it has moved to this start, epoch milliseconds. */
export const movedTo = (booking: Booking, start: number): Interval => ({
  start,
  end: start + lengthOf(booking),
});

const lengthOf = ({ startsAt, endsAt }: Booking): number => endsAt.getTime() - startsAt.getTime();
