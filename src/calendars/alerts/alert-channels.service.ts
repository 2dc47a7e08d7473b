import { Injectable } from '@nestjs/common';
import type { FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../../audit/audit.service.js';
import { Database } from '../../database/database.js';
import { AlertChannel } from './alert-channel.entity.js';
import { type AlertOptions, usualOptions } from './alert-options.js';
import type { FoundChannel } from './channel-finder.js';
import type { ChannelAddress } from '../create-calendar.service.js';

/** Where the cards of a calendar's bookings are posted. */
@Injectable()
export class AlertChannels {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  ofCalendar(calendarId: string): Promise<AlertChannel[]> {
    return this.database.read((entities) =>
      entities.find(AlertChannel, { calendarId }, { orderBy: { createdAt: 'asc' } }),
    );
  }

  /** Adding a channel again changes what is said of it, and leaves the rest as it was. */
  async add(
    calendar: { readonly id: string; readonly hostId: string },
    found: FoundChannel,
    wished: Partial<AlertOptions> = {},
  ): Promise<AlertChannel> {
    const { id: calendarId, hostId } = calendar;
    const { isPublic: _, ...address } = found;
    const options = { ...usualOptions(found), ...wished };
    return this.database.write(async (entities) => {
      const alert = await entities.upsert(
        AlertChannel,
        { ...address, ...options, calendarId, hostId },
        {
          onConflictFields: ['calendarId', 'platform', 'workspace', 'channel'],
          onConflictMergeFields: ['channelName', ...namesIn(wished)],
        },
      );
      const { events, detail } = alert;
      const what = { hostId, action: 'alert.added', subject: calendarId };
      await this.audit.note(entities, { ...what, after: { ...address, events, detail } });
      return alert;
    });
  }

  /** False when the channel had no alerts. */
  async remove(calendarId: string, address: ChannelAddress): Promise<boolean> {
    const { platform, workspace, channel } = address;
    return this.removeWhere({ calendarId, platform, workspace, channel });
  }

  /** False when the calendar has no such alert. */
  removeById(calendarId: string, id: string): Promise<boolean> {
    return this.removeWhere({ calendarId, id });
  }

  /** No channel is told of this calendar's bookings any more. Inside the caller's transaction. */
  async dropAll(entities: EntityManager, calendarId: string): Promise<void> {
    for (const alert of await entities.find(AlertChannel, { calendarId })) {
      await this.drop(entities, alert);
    }
  }

  private removeWhere(where: FilterQuery<AlertChannel>): Promise<boolean> {
    return this.database.write(async (entities) => {
      const alert = await entities.findOne(AlertChannel, where);
      if (!alert) return false;
      await this.drop(entities, alert);
      return true;
    });
  }

  private async drop(entities: EntityManager, alert: AlertChannel): Promise<void> {
    const { hostId, calendarId, platform, workspace, channel, channelName } = alert;
    await entities.nativeDelete(AlertChannel, { id: alert.id });
    const what = { hostId, action: 'alert.removed', subject: calendarId };
    const before = { platform, workspace, channel, channelName };
    await this.audit.note(entities, { ...what, before });
  }
}

const namesIn = (options: Partial<AlertOptions>) =>
  (['events', 'detail'] as const).filter((name) => options[name] !== undefined);
