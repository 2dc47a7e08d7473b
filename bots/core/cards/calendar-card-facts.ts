import { Injectable } from '@nestjs/common';
import { NextTimes } from '../../../src/availability/next-times.js';
import { AlertChannels } from '../../../src/calendars/alerts/alert-channels.service.js';
import {
  type CalendarConfiguration,
  calendarState,
} from '../../../src/calendars/calendar-configuration.js';
import { linkUrl } from '../../../src/calendars/links/link-url.js';
import { Env } from '../../../src/config/env.js';
import { Clock } from '../../../src/shared/clock.js';
import type { CalendarCardFacts } from './calendar.card.js';

/** Reads what the cards about a calendar show. */
@Injectable()
export class CalendarCardReader {
  constructor(
    private readonly nextTimes: NextTimes,
    private readonly alerts: AlertChannels,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  async factsOf(configuration: CalendarConfiguration): Promise<CalendarCardFacts> {
    const [nextTimes, channels] = await Promise.all([
      this.nextTimes.of(configuration),
      this.alerts.ofCalendar(configuration.id),
    ]);
    const link = { url: linkUrl(this.env, configuration), isLoopback: this.env.isLoopback };
    const state = calendarState(configuration, this.clock.now());
    const names = channels.map((row) => row.channelName);
    return { configuration, state, link, nextTimes, channels: names };
  }
}
