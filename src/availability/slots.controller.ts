import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { linkPath } from '../calendars/calendar-configuration.js';
import { CalendarLinks } from '../calendars/links/calendar-links.service.js';
import { OneTimeLinks } from '../calendars/links/one-time-links.service.js';
import { noCalendar } from '../calendars/calendar-problem.mapper.js';
import type { LinkTarget } from '../calendars/calendar.repository.js';
import { entityTag, isUnchanged } from '../shared/http/entity-tag.js';
import { ProblemError } from '../shared/problem.js';
import { Public } from '../shared/http/public-route.js';
import { RateLimited } from '../shared/limits/rate-limit.guard.js';
import { FreeTimes } from './free-times.service.js';
import { type SlotsQuery, slotsQuerySchema } from './slots-query.schema.js';

@Controller('api/v1/calendars/:host/:slug/slots')
@Public()
export class SlotsController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly oneTime: OneTimeLinks,
    private readonly freeTimes: FreeTimes,
  ) {}

  /** Free times by day, for programs and for pages of other sites: read-only, so open to all of them. */
  @Get()
  @RateLimited('slots')
  async list(
    @Param() link: { readonly host: string; readonly slug: string },
    @Query({ schema: slotsQuerySchema }) query: SlotsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const target = await this.links.find(link);
    if (!target) throw new ProblemError(noCalendar());
    if (!target.isCurrent) {
      redirect(request, reply, target);
      return;
    }
    await this.oneTime.demandOpen(target.configuration.id, query.once);
    const answer = await this.freeTimes.list(target.configuration, query);
    if (!answer.ok) throw new ProblemError(answer.problem);
    return unlessUnchanged(request, reply, JSON.stringify(answer.value));
  }
}

function redirect({ url }: FastifyRequest, reply: FastifyReply, target: LinkTarget): undefined {
  const query = /\?.*$/s.exec(url)?.[0] ?? '';
  const path = `/api/v1/calendars${linkPath(target.configuration)}/slots`;
  reply.code(308).header('Location', `${path}${query}`);
}

/** What was not changed is not sent again. Nothing may be shown without asking first. */
function unlessUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
): string | undefined {
  const tag = entityTag(body);
  reply.header('ETag', tag).header('Cache-Control', 'no-cache');
  if (isUnchanged(request.headers['if-none-match'], tag)) {
    reply.code(304);
    return undefined;
  }
  reply.type('application/json; charset=utf-8');
  return body;
}
