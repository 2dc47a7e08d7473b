import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { ChatIdentity } from '../hosts/chat-identity.entity.js';
import { freeName, slugOf } from '../hosts/handle.js';
import type { Host } from '../hosts/host.entity.js';
import { Hosting } from '../hosts/hosting.service.js';
import { Fault } from '../shared/fault.js';
import { usualOptions } from './alerts/alert-options.js';
import type { FoundChannel } from './alerts/channel-finder.js';
import { AlertChannel } from './alerts/alert-channel.entity.js';
import { BookingCalendar } from './booking-calendar.entity.js';
import { BookingLink } from './links/booking-link.entity.js';
import type { CalendarConfiguration } from './calendar-configuration.js';
import { CalendarRepository } from './calendar.repository.js';
import { DaysOff } from './time-off/days-off.service.js';
import { Schedule } from './schedule.entity.js';
import type { CalendarSettings } from './settings/calendar-settings.js';

/** A chat channel as its platform names it. */
export interface ChannelAddress {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly channelName: string;
}

export interface NewCalendar {
  /** Chosen beforehand by whoever may send it twice: the second time it is the calendar of the first. */
  readonly id?: string;
  /** Who makes it, and so is its host. */
  readonly creatorId: string;
  readonly settings: CalendarSettings;
  readonly alerts: readonly FoundChannel[];
  /** Commands in chat go on meaning the calendar that they mean now, if there is one. */
  readonly isInBackground?: boolean;
}

/** Saves a booking calendar whole, with its schedule, its alerts and its one link. */
@Injectable()
export class CreateCalendar {
  constructor(
    private readonly database: Database,
    private readonly hosting: Hosting,
    private readonly calendars: CalendarRepository,
    private readonly audit: Audit,
    private readonly daysOff: DaysOff,
  ) {}

  run(wish: NewCalendar): Promise<CalendarConfiguration> {
    return this.database.write((entities) => this.create(entities, wish));
  }

  private async create(
    entities: EntityManager,
    { id, creatorId, settings, alerts, isInBackground = false }: NewCalendar,
  ): Promise<CalendarConfiguration> {
    const host = await this.hosting.hostFor(entities, creatorId);
    const earlier = id === undefined ? null : await entities.findOne(BookingCalendar, { id });
    if (earlier?.hostId === host.id) return this.whole(entities, earlier.id);
    const creator = await entities.findOneOrFail(ChatIdentity, { id: creatorId });
    // An id that somebody else has spent names nothing of this host's.
    const calendarId = earlier || id === undefined ? randomUUID() : id;
    const scheduleId = randomUUID();
    const schedule = { id: scheduleId, hostId: host.id, ...scheduleColumns(settings) };
    await entities.insert(Schedule, schedule);
    const { timeZone, travel } = settings;
    await this.daysOff.take(entities, { scheduleId, hostId: host.id, timeZone, travel });
    await entities.insert(BookingCalendar, {
      id: calendarId,
      hostId: host.id,
      scheduleId,
      homePlatform: creator.platform,
      homeWorkspace: creator.workspace,
      ...calendarColumns(settings),
      active: true,
    });
    const slug = await freeSlug(entities, host, settings.title);
    await entities.insert(BookingLink, {
      ...{ calendarId, hostHandle: host.handle, slug, isCurrent: true },
    });
    const channels = distinct(alerts).map((found) => {
      const { isPublic: _, ...address } = found;
      return { ...address, ...usualOptions(found) };
    });
    const own = { hostId: host.id, calendarId };
    const rows = channels.map((channel) => ({ ...channel, ...own }));
    if (rows.length > 0) await entities.insertMany(AlertChannel, rows);
    if (!isInBackground || !creator.currentCalendarId) creator.currentCalendarId = calendarId;
    await entities.flush();
    const what = { hostId: host.id, action: 'calendar.created', subject: calendarId };
    await this.audit.note(entities, { ...what, after: { ...settings, alerts: channels } });
    return this.whole(entities, calendarId);
  }

  private async whole(entities: EntityManager, id: string): Promise<CalendarConfiguration> {
    const configuration = await this.calendars.findById(entities, id);
    if (!configuration) throw new Fault('calendar-unsaved', `Calendar ${id} was not saved.`);
    return configuration;
  }
}

/** A channel that was named twice is one. */
function distinct(channels: readonly FoundChannel[]): FoundChannel[] {
  const byAddress = channels.map((address) => {
    const { platform, workspace, channel } = address;
    return [JSON.stringify([platform, workspace, channel]), address] as const;
  });
  return [...new Map(byAddress).values()];
}

/** The settings that are columns of the calendar itself; the others belong to its schedule. */
export function calendarColumns(
  settings: CalendarSettings,
): Omit<CalendarSettings, ScheduleColumn> {
  const { timeZone, weeklyHours, travel, ...columns } = settings;
  return columns;
}

type ScheduleColumn = 'timeZone' | 'weeklyHours' | 'travel';

export const scheduleColumns = ({
  timeZone,
  weeklyHours,
  travel,
}: CalendarSettings): Pick<CalendarSettings, ScheduleColumn> => ({ timeZone, weeklyHours, travel });

/** The title as a piece of a link, unlike any this host's links ever had. */
export async function freeSlug(
  entities: EntityManager,
  host: Pick<Host, 'handle'>,
  title: string,
): Promise<string> {
  const links = await entities.find(BookingLink, { hostHandle: host.handle });
  return freeName(slugOf(title, 'meeting'), new Set(links.map(({ slug }) => slug)));
}
