import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FastifyRequest } from 'fastify';
import { type CalendarConfiguration, linkPath } from '../calendars/calendar-configuration.js';
import { CalendarLinks, type TypedLink } from '../calendars/links/calendar-links.service.js';
import { noCalendar } from '../calendars/calendar-problem.mapper.js';
import { OneTimeLinks } from '../bookings/one-time-links.service.js';
import { Clock } from '../shared/clock.js';
import { ProblemError } from '../shared/problem.js';
import { closedPage, closedState, linkUsed } from './month/closed-calendar.js';
import { type PageAnswer, redirect } from './page-answer.js';
import { PageShell } from './page-shell.js';

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
    { url, query }: FastifyRequest,
    show: (calendar: OpenCalendar) => Promise<PageAnswer>,
  ): Promise<PageAnswer> {
    const { isCurrent, ...calendar } = await this.find(link);
    if (!isCurrent) {
      const rest = /^\/[^/]+\/[^/?]+(.*)$/s.exec(url)?.[1] ?? '';
      return redirect(308, `${linkPath(calendar.configuration)}${rest}`);
    }
    const { configuration, now } = calendar;
    const state = closedState(configuration, now);
    const once = onceIn(query);
    if (once !== null && !(await this.oneTime.isOpen(configuration.id, once))) {
      return linkUsed(this.shell.of({}, configuration), 410);
    }
    if (state === null) return show(calendar);
    return closedPage({ shell: this.shell.of({}, configuration), configuration, state });
  }
}

const onceSchema = z.object({ once: z.string() });

/** The token of a link that books once; null in every other address. */
function onceIn(query: unknown): string | null {
  const read = onceSchema.safeParse(query);
  return read.success ? read.data.once : null;
}
