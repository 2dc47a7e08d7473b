import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NextTimes } from '../../../src/availability/next-times.js';
import {
  type CalendarConfiguration,
  calendarState,
} from '../../../src/calendars/calendar-configuration.js';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import type { ChatIdentity } from '../../../src/hosts/chat-identity.entity.js';
import { Clock } from '../../../src/shared/clock.js';
import { nextTimesLines } from '../cards/calendar.card.js';
import { CurrentCalendar } from '../commands/current-calendar.js';
import type { Line } from '../message.js';

/** The next free times that a calendar would have with settings that are not saved yet. */
@Injectable()
export class TimesPreview {
  constructor(
    private readonly nextTimes: NextTimes,
    private readonly current: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  async lines(calendar: CalendarConfiguration, settings: CalendarSettings): Promise<Line[]> {
    const wished = { ...calendar, settings };
    const nextTimes = await this.nextTimes.of(wished);
    const state = calendarState(wished, this.clock.now());
    return nextTimesLines({ state, nextTimes }, settings);
  }

  /** Of a calendar that there is not yet: what its host has booked or taken off counts. */
  async linesOfNew(caller: ChatIdentity, settings: CalendarSettings): Promise<Line[]> {
    const calendars = await this.current.all(caller);
    const daysOff = calendars.flatMap(({ overrides }) =>
      overrides.filter(({ intervals }) => intervals.length === 0),
    );
    const host = { id: caller.hostId ?? randomUUID(), handle: '', name: caller.name, email: null };
    return this.lines(
      {
        ...{ id: randomUUID(), scheduleId: randomUUID(), host, slug: '', settings },
        ...{ overrides: daysOff, active: true, pausedAt: null, pausedUntil: null },
        ...{ homePlatform: caller.platform, homeWorkspace: caller.workspace },
      },
      settings,
    );
  }
}
