import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HostRoute, HostWrite } from '../../hosts/api-keys/host-route.js';
import { HostingOfKeys } from '../../hosts/api-keys/hosting-of-keys.js';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import { orThrow } from '../../shared/problem.js';
import { CreateCalendar } from '../create-calendar.service.js';
import type { HostCalendar } from './host-calendar.mapper.js';
import { anyBodySchema, newSettings } from './host-calendar.schema.js';
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
}

function tagged(reply: FastifyReply, calendar: HostCalendar): HostCalendar {
  reply.header('ETag', tagOf(calendar));
  return calendar;
}
