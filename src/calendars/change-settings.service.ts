import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Fault } from '../shared/fault.js';
import { BookingCalendar } from './booking-calendar.entity.js';
import type { CalendarConfiguration } from './calendar-configuration.js';
import { CalendarRepository } from './calendar.repository.js';
import { calendarColumns } from './create-calendar.service.js';
import { Schedule } from './schedule.entity.js';
import type { CalendarSettings } from './settings/calendar-settings.js';

export interface SettingsChange {
  readonly before: CalendarConfiguration;
  readonly after: CalendarConfiguration;
}

/** Changes settings of a calendar; the link stays what it is, whatever the title becomes. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly database: Database,
    private readonly calendars: CalendarRepository,
  ) {}

  run(calendarId: string, change: Partial<CalendarSettings>): Promise<SettingsChange> {
    return this.database.write(async (entities) => {
      const calendar = await entities.findOneOrFail(BookingCalendar, { id: calendarId });
      const before = await this.calendars.findById(entities, calendarId);
      if (!before) throw new Fault('calendar-gone', `Calendar ${calendarId} has no link.`);
      const settings = { ...before.settings, ...change };
      const schedule = await entities.findOneOrFail(Schedule, { id: calendar.scheduleId });
      entities.assign(calendar, calendarColumns(settings));
      entities.assign(schedule, { timeZone: settings.timeZone, weeklyHours: settings.weeklyHours });
      await entities.flush();
      return { before, after: { ...before, settings } };
    });
  }
}
