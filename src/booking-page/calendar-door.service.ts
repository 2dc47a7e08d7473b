import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { type CalendarConfiguration, linkPath } from '../calendars/calendar-configuration.js';
import { CalendarLinks, type TypedLink } from '../calendars/links/calendar-links.service.js';
import { noCalendar } from '../calendars/calendar-problem.mapper.js';
import { OneTimeLinks } from '../calendars/links/one-time-links.service.js';
import { Clock } from '../shared/clock.js';
import { ProblemError } from '../shared/problem.js';
import { framed } from './embed/framed.js';
import { closedPage, closedState, linkUsed } from './month/closed-calendar.js';
import { type PageAnswer, redirect } from './page-answer.js';
import { PageShell } from './page-shell.js';
import type { Query } from './views/address.js';
import { carriedQuery } from './views/carried-query.js';

/** A calendar that takes bookings, as it is at `now` (epoch milliseconds). */
export interface OpenCalendar {
  readonly configuration: CalendarConfiguration;
  readonly now: number;
}

/** Leads from a link to a calendar that takes bookings, or says why there is none. */
@Injectable()
export class CalendarDoor {
  constructor(
    private readonly links: CalendarLinks,
    private readonly clock: Clock,
    private readonly shell: PageShell,
    private readonly oneTime: OneTimeLinks,
  ) {}

  /** @throws ProblemError `not-found` when the link never led anywhere. */
  async find(link: TypedLink): Promise<OpenCalendar & { readonly isCurrent: boolean }> {
    const target = await this.links.find(link);
    if (!target) throw new ProblemError(noCalendar());
    return { ...target, now: this.clock.now() };
  }

  /**
   * Reads an address that begins with a link: `show` makes the page of a calendar that is open. A
   * former link leads on to the same page of the present one.
   * @throws ProblemError `not-found`.
   */
  async visit(
    link: TypedLink,
    request: FastifyRequest,
    show: (calendar: OpenCalendar) => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const { isCurrent, ...calendar } = await this.find(link);
    if (!isCurrent) {
      const rest = /^\/[^/]+\/[^/?]+(.*)$/s.exec(request.url)?.[1] ?? '';
      return redirect(308, `${linkPath(calendar.configuration)}${rest}`);
    }
    const carried = carriedQuery(querySchema.parse(request.query));
    const answer = await this.answer(calendar, carried, show);
    return framed(answer, request, calendar.configuration.settings);
  }

  private async answer(
    calendar: OpenCalendar,
    carried: Query,
    show: (calendar: OpenCalendar) => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const { configuration, now } = calendar;
    const shell = this.shell.of(carried, configuration);
    const { once } = carried;
    if (once !== undefined && !(await this.oneTime.isOpen(configuration.id, once))) {
      return linkUsed(shell, 410);
    }
    const state = closedState(configuration, now);
    return state === null ? show(calendar) : closedPage({ shell, configuration, state });
  }
}

const querySchema = z.record(z.string(), z.unknown());
