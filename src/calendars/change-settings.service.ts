import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Audit } from '../audit/audit.service.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { done, type Outcome } from '../shared/outcome.js';
import { Fault } from '../shared/fault.js';
import { BookingCalendar } from './booking-calendar.entity.js';
import type { CalendarConfiguration } from './calendar-configuration.js';
import { CalendarRepository } from './calendar.repository.js';
import { calendarColumns, scheduleColumns } from './create-calendar.service.js';
import { Schedule } from './schedule.entity.js';
import { changedSettings, stillStands } from './settings/changed-settings.js';
import type { CalendarSettings } from './settings/calendar-settings.js';
import { SettingChange } from './setting-change.entity.js';

interface SettingsPatch {
  readonly patch: Partial<CalendarSettings>;
}

export interface SettingsChange {
  /** Names the change to whoever wants to undo it. */
  readonly id: string;
  readonly before: CalendarConfiguration;
  readonly after: CalendarConfiguration;
}

/** Changes settings of a calendar; the link stays what it is, whatever the title becomes. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a calendar of a host by what `decide` makes of it as it is now: whoever else changes it
   * waits. Null is a calendar that they have no longer.
   */
  run<Decided extends SettingsPatch, Refusal>(
    own: { readonly hostId: string; readonly id: string },
    decide: (present: CalendarConfiguration | null) => Outcome<Decided, Refusal>,
  ): Promise<Outcome<SettingsChange & { readonly decided: Decided }, Refusal>> {
    return this.database.write(async (entities) => {
      const decided = decide(await this.calendars.hold(entities, own));
      if (!decided.ok) return decided;
      const changed = await this.within(entities, own.id, decided.value.patch);
      return done({ ...changed, decided: decided.value });
    });
  }

  /** Changes some settings inside the caller's transaction. */
  async within(
    entities: EntityManager,
    calendarId: string,
    patch: Partial<CalendarSettings>,
  ): Promise<SettingsChange> {
    const alone = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const calendar = await entities.findOneOrFail(BookingCalendar, { id: calendarId }, alone);
    const before = await this.calendars.findById(entities, calendarId);
    if (!before) throw new Fault('calendar-gone', `Calendar ${calendarId} has no link.`);
    const settings = { ...before.settings, ...patch };
    const schedule = await entities.findOneOrFail(Schedule, { id: calendar.scheduleId });
    entities.assign(calendar, calendarColumns(settings));
    entities.assign(schedule, scheduleColumns(settings));
    const { reminders } = settings;
    if (!stillStands(before.settings, { reminders })) {
      calendar.remindersSince = new Date(this.clock.now());
    }
    const id = randomUUID();
    entities.create(SettingChange, {
      ...{ id, calendarId, hostId: calendar.hostId },
      ...changedSettings(before.settings, patch),
      createdAt: new Date(this.clock.now()),
    });
    await entities.flush();
    await this.noteChange(entities, before, patch);
    return { id, before, after: { ...before, settings } };
  }

  /** What was set to what it was already is no change. */
  private async noteChange(
    entities: EntityManager,
    { id, host, settings }: CalendarConfiguration,
    patch: Partial<CalendarSettings>,
  ): Promise<void> {
    if (stillStands(settings, patch)) return;
    const what = { hostId: host.id, action: 'calendar.changed', subject: id };
    const { before, after } = changedSettings(settings, patch);
    await this.audit.note(entities, { ...what, before: { ...before }, after: { ...after } });
  }
}
