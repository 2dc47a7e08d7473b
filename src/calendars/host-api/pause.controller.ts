import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import { HostWrite } from '../../hosts/api-keys/host-route.js';
import { say } from '../../language/say.js';
import { Clock } from '../../shared/clock.js';
import { invalid } from '../../shared/field-problems.js';
import { instantSchema } from '../../shared/text/instant.schema.js';
import { ProblemError } from '../../shared/problem.js';
import type { HostCalendar } from './host-calendar.mapper.js';
import { HostCalendars, tagOf } from './host-calendars.service.js';
import { noCalendar } from '../calendar-problem.mapper.js';
import { calendarState } from '../calendar-configuration.js';
import { CalendarHome } from '../calendar-home.service.js';
import { PauseCalendar } from '../pause-calendar.service.js';

/** The body of `POST /me/calendars/{calendar}/pause`; without it, until it is resumed. */
export const pauseBodySchema = z.strictObject({ until: instantSchema.optional() }).optional();

type PauseBody = z.output<typeof pauseBodySchema>;

/** Takes a calendar out of booking for a while, and back in. */
@Controller('api/v1/me/calendars/:calendar')
export class PauseController {
  constructor(
    private readonly calendars: HostCalendars,
    private readonly pauseCalendar: PauseCalendar,
    private readonly home: CalendarHome,
    private readonly clock: Clock,
  ) {}

  @Post('pause')
  @HostWrite()
  @HttpCode(200)
  async pause(
    @Holder() { hostId, identityId }: KeyHolder,
    @Param('calendar') id: string,
    @Body({ schema: pauseBodySchema }) body: PauseBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HostCalendar> {
    const calendar = await this.calendars.find({ hostId, id });
    const until = body?.until;
    if (until !== undefined && until <= this.clock.now()) {
      const detail = say('problems:field.past');
      throw new ProblemError(invalid([{ pointer: '#/until', detail }]));
    }
    const isPaused = calendarState(calendar, this.clock.now()).kind === 'paused';
    // An end to a pause opens the calendar, like resuming it.
    if (isPaused && until !== undefined) await this.home.demand(calendar, identityId);
    const end = until === undefined ? null : new Date(until);
    if (!(await this.pauseCalendar.pause(calendar, end))) throw new ProblemError(noCalendar());
    return this.shown(hostId, id, reply);
  }

  /** Not for somebody who may have no calendars where this one is at home. */
  @Post('resume')
  @HostWrite()
  @HttpCode(200)
  async resume(
    @Holder() { hostId, identityId }: KeyHolder,
    @Param('calendar') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HostCalendar> {
    const calendar = await this.calendars.find({ hostId, id });
    await this.home.demand(calendar, identityId);
    if (!(await this.pauseCalendar.resume(calendar))) throw new ProblemError(noCalendar());
    return this.shown(hostId, id, reply);
  }

  private async shown(hostId: string, id: string, reply: FastifyReply): Promise<HostCalendar> {
    const calendar = this.calendars.shown(await this.calendars.find({ hostId, id }));
    reply.header('ETag', tagOf(calendar));
    return calendar;
  }
}
