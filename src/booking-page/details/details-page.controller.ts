import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TypedLink } from '../../calendars/links/calendar-links.service.js';
import { malformed } from '../../shared/field-problems.js';
import { parseInstant } from '../../shared/text/instant.schema.js';
import { ProblemError } from '../../shared/problem.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { CalendarDoor, type OpenCalendar } from '../calendar-door.service.js';
import { chosenDuration, withOfferedDuration } from '../month/chosen-duration.js';
import { DetailsForm } from './details-form.js';
import { holdName, holdOf } from './hold-name.js';
import { OfferedTime } from '../month/offered-time.service.js';
import type { PageAnswer } from '../page-answer.js';
import { sendAnswer } from '../send-answer.js';
import { shownIn, zonesOf } from '../shown-in.js';
import { carriedQuery, prefilledDetails } from '../views/carried-query.js';

/** The form for a chosen time, empty or filled in by the link. */
@Controller(':host/:slug/book')
@Public()
export class DetailsPageController {
  constructor(
    private readonly door: CalendarDoor,
    private readonly offeredTime: OfferedTime,
    private readonly form: DetailsForm,
  ) {}

  @Get()
  @RateLimited('slots')
  async show(
    @Param() link: TypedLink,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.door.visit(link, request, (calendar) =>
      this.details(calendar, query),
    );
    await sendAnswer(request, reply, answer);
  }

  private async details(
    calendar: OpenCalendar,
    query: Record<string, unknown>,
  ): Promise<PageAnswer> {
    const start = typeof query['start'] === 'string' ? parseInstant(query['start']) : null;
    if (start === null) throw new ProblemError(malformed([]));
    const { configuration } = calendar;
    const carried = withOfferedDuration(configuration.settings, carriedQuery(query));
    const durationMinutes = chosenDuration(configuration.settings, carried);
    const hold = holdOf(carried['hold']) ?? undefined;
    const replacement = await this.offeredTime.replacement(
      { ...calendar, durationMinutes, hold },
      start,
    );
    const page = this.form.page({
      ...{ configuration, start, carried },
      ...shownIn(carried, zonesOf(configuration.settings)),
      typed: prefilledDetails(carried, configuration.settings.questions),
      replacement: replacement ?? undefined,
      hold: hold ? holdName(hold) : undefined,
    });
    return { ...page, cached: 'own' };
  }
}
