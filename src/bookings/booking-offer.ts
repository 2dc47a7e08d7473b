import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Availability, type AvailabilityQuery } from '../availability/availability.service.js';
import { noticeEnd, startWindow } from '../availability/start-window.js';
import { calendarState } from '../calendars/calendar-configuration.js';
import { Database } from '../database/database.js';
import { DAY, type Interval } from '../slots/interval.js';
import { type BookingProblem, HAS_PASSED, isAboutStart, slotProblem } from './booking.errors.js';

/** How far round a refused start alternatives are looked for, in days, nearest first. */
const SEARCH_DAYS = [7, 62];
const ALTERNATIVES = 3;

/** Decides whether a start is on offer, and what to offer instead. */
@Injectable()
export class BookingOffer {
  constructor(
    private readonly availability: Availability,
    private readonly database: Database,
  ) {}

  /** Null when `start` may be booked now; asked again inside the transaction. */
  async refusal(
    entities: EntityManager,
    query: AvailabilityQuery,
    start: number,
  ): Promise<BookingProblem | null> {
    const state = calendarState(query.configuration, query.now);
    if (state.kind === 'off') return { kind: 'calendar-off' };
    if (state.kind === 'paused') return { kind: 'calendar-paused', until: state.until };
    const explanation = await this.availability.explain(entities, query, start);
    return explanation && slotProblem(explanation);
  }

  /**
   * The same where the host insists: outside the notice, the window, the hours and the limits, but
   * never in the past and never over something else.
   */
  async insistedRefusal(
    entities: EntityManager,
    query: AvailabilityQuery,
    start: number,
  ): Promise<BookingProblem | null> {
    if (start <= query.now) return HAS_PASSED;
    const isClear = await this.availability.isClear(entities, query, start);
    return isClear ? null : { kind: 'slot-taken', alternatives: [] };
  }

  /** The same problem with the free times nearest to `start` in it, if it is of that kind. */
  async withAlternatives(
    problem: BookingProblem,
    query: AvailabilityQuery,
    start: number,
  ): Promise<BookingProblem> {
    if (!isAboutStart(problem)) return problem;
    const alternatives = await this.nearest(query, start).catch(() => []);
    return { ...problem, alternatives };
  }

  private nearest(query: AvailabilityQuery, start: number): Promise<Interval[]> {
    return this.database.read(async (entities) => {
      // Outside the bookable span the nearest times are those at its ends.
      const { settings } = query.configuration;
      const { from = query.now, to } = startWindow(settings, query.now);
      const anchor = Math.max(Math.min(start, to), from, noticeEnd(settings, query.now));
      for (const days of SEARCH_DAYS) {
        const range = { start: Math.max(anchor - days * DAY, query.now), end: anchor + days * DAY };
        const slots = await this.availability.slots(entities, query, range);
        const others = slots.filter((slot) => slot.start !== start);
        if (others.length >= ALTERNATIVES || days === SEARCH_DAYS.at(-1)) {
          return nearestTo(others, anchor);
        }
      }
      return [];
    });
  }
}

/** In the order of the day, so that they read like a list of times. */
function nearestTo(slots: readonly Interval[], start: number): Interval[] {
  return [...slots]
    .sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
    .slice(0, ALTERNATIVES)
    .sort((a, b) => a.start - b.start);
}
