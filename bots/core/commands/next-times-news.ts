import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { NextTimes } from '../../../src/availability/next-times.js';
import {
  type CalendarConfiguration,
  calendarState,
} from '../../../src/calendars/calendar-configuration.js';
import { Clock } from '../../../src/shared/clock.js';
import type { Slot } from '../../../src/slots/find-slots.js';
import { nextTimesLines } from '../cards/calendar.card.js';
import type { Line } from '../message.js';

/** The next free times in an answer, where what was done changed them. */
@Injectable()
export class NextTimesNews {
  constructor(
    private readonly nextTimes: NextTimes,
    private readonly clock: Clock,
  ) {}

  of(calendar: CalendarConfiguration): Promise<Slot[]> {
    return this.nextTimes.of(calendar);
  }

  /** Nothing when the next free times are still those of before. */
  async lines(before: readonly Slot[], calendar: CalendarConfiguration): Promise<Line[]> {
    const nextTimes = await this.nextTimes.of(calendar);
    if (isDeepStrictEqual(before, nextTimes)) return [];
    const state = calendarState(calendar, this.clock.now());
    return nextTimesLines({ state, nextTimes }, calendar.settings);
  }
}
