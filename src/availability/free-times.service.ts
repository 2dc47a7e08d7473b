import { Injectable } from '@nestjs/common';
import { type CalendarConfiguration, calendarState } from '../calendars/calendar-configuration.js';
import { calendarOff } from '../calendars/calendar-problem.mapper.js';
import { offeredDurations } from '../calendars/settings/duration-setting.js';
import { Database } from '../database/database.js';
import { Clock } from '../shared/clock.js';
import { invalid, malformed } from '../shared/field-problems.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import type { Problem } from '../shared/problem.js';
import { durationNotOffered, isOffered } from './asked-duration.js';
import { askedRange } from './asked-range.js';
import { Availability } from './availability.service.js';
import { type DayOfSlots, groupByDay } from './group-by-day.js';
import type { SlotsQuery } from './slots-query.schema.js';

/** What a program is told about the free times of a calendar. */
export interface FreeTimesAnswer {
  /** The zone of every date and offset below. */
  readonly timeZone: string;
  readonly days: readonly DayOfSlots[];
}

/** Answers which times of a calendar are free, day by day in the zone of whoever asks. */
@Injectable()
export class FreeTimes {
  constructor(
    private readonly availability: Availability,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    configuration: CalendarConfiguration,
    query: SlotsQuery,
  ): Promise<Outcome<FreeTimesAnswer, Problem>> {
    const timeZone = query.timeZone ?? configuration.settings.timeZone;
    const range = askedRange({ start: query.start, end: query.end, timeZone });
    if (!range.ok) return refused(malformed([range.problem]));
    const { duration } = query;
    if (!isOffered(configuration.settings, duration)) {
      const offered = offeredDurations(configuration.settings);
      return refused(invalid([durationNotOffered(offered)]));
    }
    const now = this.clock.now();
    const state = calendarState(configuration, now);
    if (state.kind === 'off') return refused(calendarOff());
    // Until bookings are taken again, no time is free.
    if (state.kind === 'paused') return done({ timeZone, days: [] });
    const slots = await this.database.read((entities) =>
      this.availability.slots(
        entities,
        { configuration, now, ...(duration === undefined ? {} : { durationMinutes: duration }) },
        range.value,
      ),
    );
    return done({ timeZone, days: groupByDay(slots, timeZone) });
  }
}
