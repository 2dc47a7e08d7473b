import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Env } from '../../config/env.js';
import type { TypedLink } from '../../calendars/links/calendar-links.service.js';
import { newToken } from '../../shared/random.js';
import { Public } from '../../shared/http/public-route.js';
import { RateLimited } from '../../shared/limits/rate-limit.guard.js';
import { askedMonth } from './asked-month.js';
import { offeredDurations } from '../../calendars/settings/duration-setting.js';
import { CalendarDoor, type OpenCalendar } from '../calendar-door.service.js';
import { chosenDuration, withOfferedDuration } from './chosen-duration.js';
import { holdOf } from '../details/hold-name.js';
import { meetingOf } from '../meeting.mapper.js';
import { type PageAnswer, shown } from '../page-answer.js';
import { PageShell } from '../page-shell.js';
import { sendAnswer } from '../send-answer.js';
import { shownIn, zonesOf } from '../shown-in.js';
import { TimePicker } from './time-picker.service.js';
import { carriedQuery } from '../views/carried-query.js';
import { MonthView } from '../views/month/month.view.js';

/** The booking page: a month of days, and the times of one of them. */
@Controller(':host/:slug')
@Public()
export class MonthPageController {
  constructor(
    private readonly door: CalendarDoor,
    private readonly picker: TimePicker,
    private readonly shell: PageShell,
    private readonly env: Env,
  ) {}

  @Get()
  @RateLimited('slots')
  async show(
    @Param() link: TypedLink,
    @Query() query: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = await this.door.visit(link, request, (calendar) => this.month(calendar, query));
    await sendAnswer(request, reply, answer);
  }

  private async month(
    { configuration, now }: OpenCalendar,
    query: Record<string, unknown>,
  ): Promise<PageAnswer> {
    const carried = withOfferedDuration(configuration.settings, carriedQuery(query));
    const durationMinutes = chosenDuration(configuration.settings, carried);
    const asked = askedMonth(query);
    const picker = await this.picker.picker({
      ...{ configuration, now, durationMinutes, hold: holdOf(carried['hold']) ?? undefined },
      asked,
      shownIn: shownIn(carried, zonesOf(configuration.settings)),
    });
    const pageHold = carried['hold'] === undefined ? newToken() : undefined;
    const view = MonthView({
      shell: this.shell.of(carried, configuration),
      meeting: meetingOf(configuration, durationMinutes),
      place: { host: configuration.host.handle, slug: configuration.slug, carried },
      picker,
      durations: offeredDurations(configuration.settings),
      onlyThisMachine: this.env.isLoopback,
      isDayChosen: asked.date !== undefined,
      pageHold,
    });
    return { ...shown(view), cached: 'shared', ownPart: pageHold };
  }
}
