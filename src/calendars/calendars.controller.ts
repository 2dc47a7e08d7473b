import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Env } from '../config/env.js';
import { Clock } from '../shared/clock.js';
import { ProblemError } from '../shared/problem.js';
import { Public } from '../shared/http/public-route.js';
import { RateLimited } from '../shared/limits/rate-limit.guard.js';
import { calendarState, linkPath } from './calendar-configuration.js';
import { CalendarLinks } from './links/calendar-links.service.js';
import { calendarOff, noCalendar } from './calendar-problem.mapper.js';
import { type PublicCalendar, publicCalendar } from './public-calendar.mapper.js';

@Controller('api/v1/calendars/:host/:slug')
@Public()
export class CalendarsController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** The public facts of a booking calendar; a former link leads to the present one. */
  @Get()
  @RateLimited('slots')
  async show(
    @Param('host') host: string,
    @Param('slug') slug: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicCalendar | undefined> {
    const target = await this.links.find({ host, slug });
    if (!target) throw new ProblemError(noCalendar());
    const { configuration, isCurrent } = target;
    if (!isCurrent) {
      reply.code(308).header('Location', `/api/v1/calendars${linkPath(configuration)}`);
      return undefined;
    }
    const state = calendarState(configuration, this.clock.now());
    if (state.kind === 'off') throw new ProblemError(calendarOff());
    return publicCalendar({ configuration, state, publicUrl: this.env.publicUrl });
  }
}
