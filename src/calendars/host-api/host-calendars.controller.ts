import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Res,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HostRoute, HostWrite } from '../../hosts/api-keys/host-route.js';
import { HostingOfKeys } from '../../hosts/api-keys/hosting-of-keys.js';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import type { Outcome } from '../../shared/outcome.js';
import { type Problem, ProblemError } from '../../shared/problem.js';
import { CreateCalendar } from '../create-calendar.service.js';
import type { HostCalendar } from './host-calendar.mapper.js';
import {
  anyBodySchema,
  hoursBodySchema,
  newSettings,
  readSettings,
  settingsPatchSchema,
  withoutGaps,
} from './host-calendar.schema.js';
import { HostCalendars, tagOf } from './host-calendars.service.js';

/** A host's booking calendars. Settings pass the same schemas as in chat. */
@Controller('api/v1/me/calendars')
export class HostCalendarsController {
  constructor(
    private readonly calendars: HostCalendars,
    private readonly createCalendar: CreateCalendar,
    private readonly hosting: HostingOfKeys,
  ) {}

  @Get()
  @HostRoute('read')
  async list(
    @Holder() { hostId }: KeyHolder,
  ): Promise<{ readonly calendars: readonly HostCalendar[] }> {
    return { calendars: await this.calendars.list(hostId) };
  }

  @Post()
  @HostWrite()
  @HttpCode(201)
  async create(
    @Holder() holder: KeyHolder,
    @Body({ schema: anyBodySchema }) body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HostCalendar> {
    const settings = orThrow(newSettings(body));
    await this.hosting.demand(holder);
    const wish = { creatorId: holder.identityId, settings, alerts: [], isInBackground: true };
    const calendar = this.calendars.shown(await this.createCalendar.run(wish));
    reply.header('Location', `/api/v1/me/calendars/${calendar.id}`);
    return tagged(reply, calendar);
  }

  @Get(':calendar')
  @HostRoute('read')
  async show(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HostCalendar> {
    return tagged(reply, this.calendars.shown(await this.calendars.find({ hostId, id })));
  }

  @Patch(':calendar')
  @HostWrite()
  async change(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: anyBodySchema }) body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HostCalendar> {
    await this.calendars.find({ hostId, id });
    const patch = withoutGaps(orThrow(readSettings(settingsPatchSchema, body)));
    return tagged(reply, await this.calendars.set({ hostId, id, ifMatch }, patch));
  }

  @Put(':calendar/hours')
  @HostWrite()
  async setHours(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: anyBodySchema }) body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HostCalendar> {
    await this.calendars.find({ hostId, id });
    const hours = withoutGaps(orThrow(readSettings(hoursBodySchema, body)));
    return tagged(reply, await this.calendars.set({ hostId, id, ifMatch }, hours));
  }
}

function tagged(reply: FastifyReply, calendar: HostCalendar): HostCalendar {
  reply.header('ETag', tagOf(calendar));
  return calendar;
}

function orThrow<T>(outcome: Outcome<T, Problem>): T {
  if (outcome.ok) return outcome.value;
  throw new ProblemError(outcome.problem);
}
