import { Body, Controller, Delete, Headers, Param, Put, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HostWrite } from '../../hosts/api-keys/host-route.js';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import { say } from '../../language/say.js';
import { invalid } from '../../shared/field-problems.js';
import { isDate } from '../../shared/text/instant.schema.js';
import { ProblemError } from '../../shared/problem.js';
import type { CalendarConfiguration } from '../../calendars/calendar-configuration.js';
import { overrideBodySchema } from '../../calendars/host-api/host-calendar.schema.js';
import {
  HostCalendars,
  type OwnCalendar,
  tagOf,
} from '../../calendars/host-api/host-calendars.service.js';
import { TimeOff } from '../../calendars/time-off/time-off.service.js';
import { affecting, type ChangedCalendar } from './affected-answer.js';
import { AffectedBookings } from './affected-bookings.service.js';

export const dateSchema = z.string().refine(isDate, { error: () => say('problems:field.date') });

type OverrideBody = z.output<typeof overrideBodySchema>;

/** Dates of one calendar that have hours of their own. */
@Controller('api/v1/me/calendars/:calendar/overrides/:date')
export class OverridesController {
  constructor(
    private readonly calendars: HostCalendars,
    private readonly timeOff: TimeOff,
    private readonly affected: AffectedBookings,
  ) {}

  @Put()
  @HostWrite()
  async set(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Param('date', { schema: dateSchema }) date: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: overrideBodySchema }) { intervals, reason }: OverrideBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedCalendar> {
    const own: OwnCalendar = { hostId, id, ifMatch };
    const before = await this.calendars.find(own);
    const set = await this.timeOff.setDates({
      ...{ hostId, scheduleIds: [before.scheduleId], dates: [date], intervals },
      reason: reason ? reason : null,
      demand: (entities) => this.calendars.hold(entities, own),
    });
    if (!set.ok) throw new ProblemError(invalid([{ pointer: '#', detail: set.problem.sentence }]));
    return this.changed(before, reply);
  }

  /** The date has the hours of its weekday again; extra hours that go may leave bookings outside. */
  @Delete()
  @HostWrite()
  async remove(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Param('date', { schema: dateSchema }) date: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedCalendar> {
    const own: OwnCalendar = { hostId, id };
    const before = await this.calendars.find(own);
    const back = await this.timeOff.clear({
      ...{ hostId, scheduleIds: [before.scheduleId], days: [{ date, spans: [] }] },
      demand: (entities) => this.calendars.hold(entities, own),
    });
    if (back.dates > 0) return this.changed(before, reply);
    throw new ProblemError({ name: 'not-found', detail: say('problems:noOverride') });
  }

  /** The calendar as it is now, and whom the change left outside. */
  private async changed(
    before: CalendarConfiguration,
    reply: FastifyReply,
  ): Promise<ChangedCalendar> {
    const after = await this.calendars.find({ hostId: before.host.id, id: before.id });
    const calendar = this.calendars.shown(after);
    reply.header('ETag', tagOf(calendar));
    return { ...calendar, ...affecting(await this.affected.ofHours([{ before, after }])) };
  }
}
