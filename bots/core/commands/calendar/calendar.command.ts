import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { Identities } from '../../../../src/hosts/identities.service.js';
import { say } from '../../../../src/language/say.js';
import { Clock } from '../../../../src/shared/clock.js';
import { calendarRow } from '../../cards/calendar-row.js';
import { type Message, mistake, sentences } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { calendarNamed } from './calendar-named.js';
import { CurrentCalendar } from '../current-calendar.js';

@Injectable()
export class CalendarListCommand extends CalendarCommand {
  readonly path = 'calendar list';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {
    super(calendars);
  }

  override async runOn(current: CalendarConfiguration, { caller }: CommandCall): Promise<Message> {
    const all = await this.calendars.all(caller);
    const now = this.clock.now();
    return {
      title: say('commands:yourCalendars'),
      lines: all.map((calendar, index) => {
        const row = { number: index + 1, isCurrent: calendar.id === current.id };
        return [calendarRow(calendar, row, now)];
      }),
    };
  }
}

/** From now on the host's commands mean this calendar. */
@Injectable()
export class CalendarUseCommand extends CalendarCommand {
  readonly path = 'calendar use';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly identities: Identities,
  ) {
    super(calendars);
  }

  override async runOn(_current: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const all = await this.calendars.all(call.caller);
    const name = (call.word('calendar') ?? '').trim();
    const chosen = calendarNamed(all, name);
    if (!chosen) {
      const names = all.map(({ slug }) => slug).join(', ');
      return mistake(say('calendar:noSuchCalendar', { name, names }));
    }
    await this.identities.use(call.caller.id, chosen.id);
    return sentences(say('calendar:using', { title: chosen.settings.title }));
  }
}
