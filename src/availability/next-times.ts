import { Injectable } from '@nestjs/common';
import { calendarState, type CalendarConfiguration } from '../calendars/calendar-configuration.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import type { Slot } from '../slots/find-slots.js';
import { DAY } from '../slots/interval.js';
import { Availability } from './availability.service.js';
import { startWindow } from './start-window.js';

/** Most calendars have times within two weeks; the rest are searched as far as any window reaches. */
const SEARCH_DAYS = [14, 62, 733];

/** The free times next to a start, on either side of it. */
export interface Neighbours {
  readonly before: Slot | null;
  readonly after: Slot | null;
}

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

  /** The free times nearest to `start` (epoch milliseconds), which itself is not free. */
  async round(configuration: CalendarConfiguration, start: number): Promise<Neighbours> {
    const now = this.clock.now();
    // Beyond the window the last time of the window is the nearest.
    const anchor = Math.min(start, startWindow(configuration.settings, now).to);
    return this.database.read(async (entities) => {
      let found: Neighbours = { before: null, after: null };
      for (const days of SEARCH_DAYS) {
        const range = { start: Math.max(now, anchor - days * DAY), end: anchor + days * DAY };
        const slots = await this.availability.slots(entities, { configuration, now }, range);
        found = {
          before: slots.findLast((slot) => slot.start < start) ?? null,
          after: slots.find((slot) => slot.start > start) ?? null,
        };
        if (found.before && found.after) break;
      }
      return found;
    });
  }
}
