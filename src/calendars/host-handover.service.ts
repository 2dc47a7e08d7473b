import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { ChatIdentity } from '../hosts/chat-identity.entity.js';
import { HostHandover } from '../hosts/host-handover.entity.js';
import type { Host } from '../hosts/host.entity.js';
import { Hosting } from '../hosts/hosting.service.js';
import { isUuid } from '../shared/text/uuid.js';
import { AlertChannels } from './alerts/alert-channels.service.js';
import { BookingCalendar } from './booking-calendar.entity.js';
import { BookingLink } from './links/booking-link.entity.js';
import type { CalendarConfiguration } from './calendar-configuration.js';
import { CalendarRepository } from './calendar.repository.js';
import { freeSlug } from './create-calendar.service.js';
import { DateOverride } from './time-off/date-override.entity.js';
import { DaysOff } from './time-off/days-off.service.js';
import { isOwnNumber, NOWHERE } from './locations/location.js';
import { Schedule } from './schedule.entity.js';
import { SettingChange } from './setting-change.entity.js';

export interface HandoverQuestion {
  readonly calendarId: string;
  readonly hostId: string;
  readonly fromIdentityId: string;
  readonly toIdentityId: string;
  /** The bookings ahead come along, as far as they fit. */
  readonly givesBookings: boolean;
}

/**
 * A calendar changes hands only by its new host's own word. Until then the present host stays. What
 * becomes of the bookings is for `HandOverCalendar` to say; the former link redirects.
 */
@Injectable()
export class HostHandovers {
  constructor(
    private readonly database: Database,
    private readonly hosting: Hosting,
    private readonly calendars: CalendarRepository,
    private readonly audit: Audit,
    private readonly daysOff: DaysOff,
    private readonly alerts: AlertChannels,
  ) {}

  /** A new question takes the place of an open one about the same calendar. */
  ask(question: HandoverQuestion): Promise<HostHandover> {
    return this.database.write(async (entities) => {
      await settle(entities, { calendarId: question.calendarId, state: 'asked' }, 'declined');
      const handover = entities.create(HostHandover, { ...question, state: 'asked' });
      await entities.flush();
      await this.noteAs('asked', entities, handover);
      return handover;
    });
  }

  async find(id: string): Promise<HostHandover | null> {
    if (!isUuid(id)) return null;
    return this.database.read((entities) => entities.findOne(HostHandover, { id }));
  }

  /** The newest question that waits for this person's answer. */
  openFor(toIdentityId: string): Promise<HostHandover | null> {
    const waiting = { toIdentityId, state: 'asked' as const };
    return this.database.read((entities) =>
      entities.findOne(HostHandover, waiting, { orderBy: { createdAt: 'desc' } }),
    );
  }

  /** False when the question is no longer open. */
  async decline(handover: HostHandover): Promise<boolean> {
    return this.database.write(async (entities) => {
      const settled = await settle(entities, { id: handover.id, state: 'asked' }, 'declined');
      if (settled !== 1) return false;
      await this.noteAs('declined', entities, handover);
      return true;
    });
  }

  /** False when it is not open any more. The entry about it names the bookings that came along. */
  async accept(
    entities: EntityManager,
    handover: HostHandover,
    given: readonly string[],
  ): Promise<boolean> {
    const settled = await settle(entities, { id: handover.id, state: 'asked' }, 'accepted');
    if (settled !== 1) return false;
    await this.noteAs('accepted', entities, handover, given);
    return true;
  }

  /**
   * Makes somebody the host of a calendar, inside the caller's transaction; null when it is gone, or
   * has another host by now. What is the former host's goes: a number at which people call them, and
   * the alerts in channels, where their people read.
   */
  async give(
    entities: EntityManager,
    { calendarId, hostId, toIdentityId }: GivenCalendar,
  ): Promise<CalendarConfiguration | null> {
    const own = { id: calendarId, hostId, deletedAt: null };
    const calendar = await entities.findOne(BookingCalendar, own);
    if (!calendar) return null;
    const host = await this.hosting.hostFor(entities, toIdentityId);
    await this.giveSchedule(entities, calendar, host.id);
    const { location } = calendar;
    const { platform, workspace } = await entities.findOneOrFail(ChatIdentity, toIdentityId);
    await entities.nativeUpdate(
      BookingCalendar,
      { id: calendarId },
      {
        ...{ hostId: host.id, homePlatform: platform, homeWorkspace: workspace },
        location: isOwnNumber(location) ? NOWHERE : location,
      },
    );
    // What the former host set is not theirs to take back any more.
    await entities.nativeDelete(SettingChange, { calendarId });
    await this.alerts.dropAll(entities, calendarId);
    await this.giveLink(entities, calendar, host);
    const what = { hostId: host.id, action: 'calendar.received', subject: calendarId };
    await this.audit.note(entities, { ...what, before: { hostId } });
    const free = { id: toIdentityId, currentCalendarId: null };
    await entities.nativeUpdate(ChatIdentity, free, { currentCalendarId: calendarId });
    return this.calendars.findById(entities, calendarId);
  }

  private async giveSchedule(
    entities: EntityManager,
    { scheduleId, hostId: formerHostId }: BookingCalendar,
    hostId: string,
  ): Promise<void> {
    const { timeZone, travel } = await entities.findOneOrFail(Schedule, { id: scheduleId });
    await this.daysOff.leave(entities, { scheduleId, hostId: formerHostId, timeZone, travel });
    await entities.nativeUpdate(Schedule, { id: scheduleId }, { hostId });
    await entities.nativeUpdate(DateOverride, { scheduleId }, { hostId });
    await this.daysOff.take(entities, { scheduleId, hostId, timeZone, travel });
  }

  private async giveLink(
    entities: EntityManager,
    { id: calendarId, title }: BookingCalendar,
    host: Host,
  ): Promise<void> {
    await entities.nativeUpdate(BookingLink, { calendarId, isCurrent: true }, { isCurrent: false });
    await entities.insert(BookingLink, {
      calendarId,
      hostHandle: host.handle,
      slug: await freeSlug(entities, host, title),
      isCurrent: true,
    });
  }

  /** In the log of the former host; the new one's begins with what they receive. */
  private async noteAs(
    state: HostHandover['state'],
    entities: EntityManager,
    handover: HostHandover,
    bookings?: readonly string[],
  ): Promise<void> {
    const { hostId, calendarId, fromIdentityId, toIdentityId, givesBookings } = handover;
    const what = { hostId, action: `handover.${state}`, subject: calendarId };
    const after = { fromIdentityId, toIdentityId, givesBookings, ...(bookings && { bookings }) };
    await this.audit.note(entities, { ...what, after });
  }
}

/** A calendar of a host, and who is to have it. */
export type GivenCalendar = Pick<HandoverQuestion, 'calendarId' | 'hostId' | 'toIdentityId'>;

type OpenQuestion = { readonly state: 'asked' } & (
  { readonly id: string } | { readonly calendarId: string }
);

function settle(
  entities: EntityManager,
  question: OpenQuestion,
  state: HostHandover['state'],
): Promise<number> {
  return entities.nativeUpdate(HostHandover, question, { state });
}
