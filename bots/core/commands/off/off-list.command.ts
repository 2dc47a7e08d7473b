import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { TimeOff } from '../../../../src/calendars/time-off/time-off.service.js';
import { Clock } from '../../../../src/shared/clock.js';
import { offListCard } from '../../cards/off-list.card.js';
import type { Message } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';

/** Dates with hours of their own in the host's calendars, and what is blocked in all of them. */
@Injectable()
export class OffListCommand extends CalendarCommand {
  readonly path = 'off list';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly clock: Clock,
  ) {
    super(calendars);
  }

  override async runOn(calendar: CalendarConfiguration, { caller }: CommandCall): Promise<Message> {
    const now = this.clock.now();
    const calendars = await this.calendars.all(caller);
    const blocks = await this.timeOff.upcomingBlocks(calendar.host.id, now);
    return offListCard({ calendars, blocks, clocks: calendar.settings, now });
  }
}
