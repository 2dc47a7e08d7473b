import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { HostRoute, HostWrite } from '../../hosts/api-keys/host-route.js';
import { Holder, type KeyHolder } from '../../hosts/api-keys/key-holder.js';
import { Identities } from '../../hosts/identities.service.js';
import { say } from '../../language/say.js';
import { Fault } from '../../shared/fault.js';
import { invalid } from '../../shared/field-problems.js';
import { personTextSchema } from '../../shared/text/person-text.js';
import { ProblemError } from '../../shared/problem.js';
import { isUuid } from '../../shared/text/uuid.js';
import type { AlertChannel } from './alert-channel.entity.js';
import {
  type AlertDetail,
  alertDetailSchema,
  type AlertEvent,
  alertEventsSchema,
} from './alert-options.js';
import { AlertChannels } from './alert-channels.service.js';
import { ChannelFinder } from './channel-finder.js';
import { HostCalendars } from '../host-api/host-calendars.service.js';

/** The channel by the name that it has in chat, where the key was made. */
export const newAlertSchema = z.strictObject({
  channel: personTextSchema({ maxLength: 100 }),
  /** Null: everything that happens, as when it is left out. */
  events: alertEventsSchema.optional(),
  /** Left out, a channel that everybody can read is shown first names only. */
  detail: alertDetailSchema.optional(),
});

type NewAlert = z.output<typeof newAlertSchema>;

export interface ShownAlert {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  /** The platform's own name for the channel. */
  readonly channel: string;
  readonly channelName: string;
  /** Null: everything that happens. */
  readonly events: readonly AlertEvent[] | null;
  readonly detail: AlertDetail;
}

/** The chat channels in which the bookings of a calendar are announced. */
@Controller('api/v1/me/calendars/:calendar/alerts')
export class AlertsController {
  constructor(
    private readonly calendars: HostCalendars,
    private readonly alerts: AlertChannels,
    private readonly identities: Identities,
    private readonly channels: ChannelFinder,
  ) {}

  @Get()
  @HostRoute('read')
  async list(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
  ): Promise<{ readonly alerts: readonly ShownAlert[] }> {
    const calendar = await this.calendars.find({ hostId, id });
    return { alerts: (await this.alerts.ofCalendar(calendar.id)).map(shownAlert) };
  }

  @Post()
  @HostWrite()
  @HttpCode(201)
  async add(
    @Holder() { hostId, identityId }: KeyHolder,
    @Param('calendar') id: string,
    @Body({ schema: newAlertSchema }) { channel, events, detail }: NewAlert,
  ): Promise<ShownAlert> {
    const calendar = await this.calendars.find({ hostId, id });
    const person = await this.identities.find(identityId);
    if (!person) throw new Fault('key-without-person', `Nobody made the key of ${hostId}.`);
    const found = await this.channels.find(person, channel);
    if (!found.ok) {
      const errors = [{ pointer: '#/channel', detail: found.problem.sentence }];
      throw new ProblemError(invalid(errors));
    }
    const wished = {
      ...(events === undefined ? {} : { events }),
      ...(detail === undefined ? {} : { detail }),
    };
    return shownAlert(await this.alerts.add({ id: calendar.id, hostId }, found.value, wished));
  }

  @Delete(':alert')
  @HostWrite()
  @HttpCode(204)
  async remove(
    @Holder() { hostId }: KeyHolder,
    @Param('calendar') id: string,
    @Param('alert') alert: string,
  ): Promise<void> {
    const calendar = await this.calendars.find({ hostId, id });
    const isRemoved = isUuid(alert) && (await this.alerts.removeById(calendar.id, alert));
    if (!isRemoved) throw new ProblemError({ name: 'not-found', detail: say('problems:noAlert') });
  }
}

const shownAlert = (alert: AlertChannel): ShownAlert => {
  const { id, platform, workspace, channel, channelName, events = null, detail } = alert;
  return { id, platform, workspace, channel, channelName, events, detail };
};
