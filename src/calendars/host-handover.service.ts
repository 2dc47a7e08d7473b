import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { HostHandover } from '../hosts/host-handover.entity.js';
import { Hosting } from '../hosts/hosting.service.js';
import { AlertChannel } from './alert-channel.entity.js';
import { BookingCalendar } from './booking-calendar.entity.js';
import { BookingLink } from './booking-link.entity.js';
import { freeSlug } from './create-calendar.service.js';
import { DateOverride } from './date-override.entity.js';
import { DaysOff } from './days-off.service.js';
import { Schedule } from './schedule.entity.js';
import { ChatIdentity } from '../hosts/chat-identity.entity.js';

export interface HandoverQuestion {
  readonly calendarId: string;
  readonly hostId: string;
  readonly fromIdentityId: string;
  readonly toIdentityId: string;
}

/**
 * A calendar changes hands only by its new host's own word. Until then the present host stays.
 * Bookings already made stay with the host they were made with; the former link redirects.
 */
@Injectable()
export class HostHandovers {
  constructor(
    private readonly database: Database,
    private readonly hosting: Hosting,
    private readonly audit: Audit,
    private readonly daysOff: DaysOff,
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

  find(id: string): Promise<HostHandover | null> {
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

  /** False when the question is no longer open, or the calendar has another host by now. */
  accept(handover: HostHandover): Promise<boolean> {
    return this.database.write(async (entities) => {
      const settled = await settle(entities, { id: handover.id, state: 'asked' }, 'accepted');
      const calendar = await entities.findOne(BookingCalendar, {
        id: handover.calendarId,
        hostId: handover.hostId,
        deletedAt: null,
      });
      if (settled !== 1 || !calendar) return false;
      await this.give(entities, calendar, handover.toIdentityId);
      await this.noteAs('accepted', entities, handover);
      return true;
    });
  }

  /** In the log of the former host; the new one's begins with what they do. */
  private async noteAs(
    state: HostHandover['state'],
    entities: EntityManager,
    { hostId, calendarId, fromIdentityId, toIdentityId }: HostHandover,
  ): Promise<void> {
    const what = { hostId, action: `handover.${state}`, subject: calendarId };
    await this.audit.note(entities, { ...what, after: { fromIdentityId, toIdentityId } });
  }

  private async give(
    entities: EntityManager,
    calendar: BookingCalendar,
    newHostIdentityId: string,
  ): Promise<void> {
    const host = await this.hosting.hostFor(entities, newHostIdentityId);
    const { id: calendarId, scheduleId } = calendar;
    const hostId = host.id;
    const { timeZone } = await entities.findOneOrFail(Schedule, { id: scheduleId });
    await this.daysOff.leave(entities, { scheduleId, hostId: calendar.hostId, timeZone });
    await entities.nativeUpdate(BookingCalendar, { id: calendarId }, { hostId });
    await entities.nativeUpdate(Schedule, { id: scheduleId }, { hostId });
    await entities.nativeUpdate(DateOverride, { scheduleId }, { hostId });
    await this.daysOff.take(entities, { scheduleId, hostId, timeZone });
    await entities.nativeUpdate(AlertChannel, { calendarId }, { hostId });
    await entities.nativeUpdate(BookingLink, { calendarId, isCurrent: true }, { isCurrent: false });
    await entities.insert(BookingLink, {
      calendarId,
      hostHandle: host.handle,
      slug: await freeSlug(entities, host, calendar.title),
      isCurrent: true,
    });
    const what = { hostId, action: 'calendar.received', subject: calendarId };
    await this.audit.note(entities, { ...what, before: { hostId: calendar.hostId } });
    await entities.nativeUpdate(
      ChatIdentity,
      { id: newHostIdentityId, currentCalendarId: null },
      { currentCalendarId: calendarId },
    );
  }
}

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
