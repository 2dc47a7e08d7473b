import { Injectable } from '@nestjs/common';
import { NextTimes } from '../../../src/availability/next-times.js';
import { AlertChannels } from '../../../src/calendars/alert-channels.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { linkUrl } from '../../../src/calendars/link-url.js';
import { Env } from '../../../src/config/env.js';
import type { CalendarCardFacts } from './calendar.card.js';

/** Reads what the cards about a calendar show. */
@Injectable()
export class CalendarCardReader {
  constructor(
    private readonly nextTimes: NextTimes,
    private readonly alerts: AlertChannels,
    private readonly env: Env,
  ) {}

  async factsOf(configuration: CalendarConfiguration): Promise<CalendarCardFacts> {
    const [nextTimes, channels] = await Promise.all([
      this.nextTimes.of(configuration),
      this.alerts.ofCalendar(configuration.id),
    ]);
    const link = { url: linkUrl(this.env, configuration), isLoopback: this.env.isLoopback };
    return { configuration, link, nextTimes, channels: channels.map((row) => row.channelName) };
  }
}
