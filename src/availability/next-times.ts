import { Injectable } from '@nestjs/common';
import { calendarState, type CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import type { Slot } from '../slots/find-slots.js';
import { Availability } from './availability.service.js';

const DAY = 86_400_000;
/** Most calendars have times within two weeks; the rest are searched as far as any window reaches. */
const SEARCH_DAYS = [14, 62, 733];

/** The next free times of a calendar, for previews and answers. */
@Injectable()
export class NextTimes {
  constructor(
    private readonly availability: Availability,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** At most `count`, soonest first; none while the calendar is paused or off. */
  async of(configuration: CalendarConfiguration, count = 3): Promise<Slot[]> {
    const now = this.clock.now();
    if (calendarState(configuration, now).kind !== 'open') return [];
    return this.database.read(async (entities) => {
      let slots: Slot[] = [];
      for (const days of SEARCH_DAYS) {
        const range = { start: now, end: now + days * DAY };
        slots = await this.availability.slots(entities, { configuration, now }, range);
        if (slots.length >= count) break;
      }
      return slots.slice(0, count);
    });
  }
}
