import { Body, Controller, Headers, Param, Patch, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  anyBodySchema,
  hoursBodySchema,
  readSettings,
  settingsPatchSchema,
  withoutGaps,
} from '../../calendars/host-api/host-calendar.schema.js';
import {
  HostCalendars,
  type OwnCalendar,
  tagOf,
} from '../../calendars/host-api/host-calendars.service.js';
import type { CalendarSettings } from '../../calendars/settings/calendar-settings.js';
import { HostWrite } from '../../hosts/api-keys/host-route.js';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import { orThrow } from '../../shared/problem.js';
import { affecting, type ChangedCalendar } from './affected-answer.js';
import { AffectedBookings } from './affected-bookings.service.js';

/** Changes settings of a calendar, and answers which bookings they leave outside. */
@Controller('api/v1/me/calendars/:calendar')
export class HostHoursController {
  constructor(
    private readonly calendars: HostCalendars,
    private readonly affected: AffectedBookings,
  ) {}

  @Patch()
  @HostWrite()
  async change(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: anyBodySchema }) body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedCalendar> {
    await this.calendars.find({ hostId, id });
    const patch = withoutGaps(orThrow(readSettings(settingsPatchSchema, body)));
    return this.set({ hostId, id, ifMatch }, patch, reply);
  }

  @Put('hours')
  @HostWrite()
  async setHours(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: anyBodySchema }) body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedCalendar> {
    await this.calendars.find({ hostId, id });
    const hours = withoutGaps(orThrow(readSettings(hoursBodySchema, body)));
    return this.set({ hostId, id, ifMatch }, hours, reply);
  }

  private async set(
    own: OwnCalendar,
    patch: Partial<CalendarSettings>,
    reply: FastifyReply,
  ): Promise<ChangedCalendar> {
    const change = await this.calendars.set(own, patch);
    const calendar = this.calendars.shown(change.after);
    reply.header('ETag', tagOf(calendar));
    return { ...calendar, ...affecting(await this.affected.ofHours([change])) };
  }
}
