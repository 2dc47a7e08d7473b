import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { AlertChannel } from './alert-channel.entity.js';
import type { ChannelAddress } from './create-calendar.service.js';

/** Where the cards of a calendar's bookings are posted. */
@Injectable()
export class AlertChannels {
  constructor(private readonly database: Database) {}

  ofCalendar(calendarId: string): Promise<AlertChannel[]> {
    return this.database.read((entities) =>
      entities.find(AlertChannel, { calendarId }, { orderBy: { createdAt: 'asc' } }),
    );
  }

  /** Adding a channel twice is adding it once. */
  async add(
    calendar: { readonly id: string; readonly hostId: string },
    address: ChannelAddress,
  ): Promise<void> {
    await this.database.write((entities) =>
      entities.upsert(
        AlertChannel,
        { ...address, calendarId: calendar.id, hostId: calendar.hostId },
        {
          onConflictFields: ['calendarId', 'platform', 'workspace', 'channel'],
          onConflictMergeFields: ['channelName'],
        },
      ),
    );
  }

  /** False when the channel had no alerts. */
  async remove(calendarId: string, address: ChannelAddress): Promise<boolean> {
    const { platform, workspace, channel } = address;
    const removed = await this.database.write((entities) =>
      entities.nativeDelete(AlertChannel, { calendarId, platform, workspace, channel }),
    );
    return removed > 0;
  }
}
