import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { TimeOff } from '../../../../src/calendars/time-off/time-off.service.js';
import { describeDates } from '../../../../src/calendars/words/dates.parser.js';
import { say } from '../../../../src/language/say.js';
import { done } from '../../../../src/shared/outcome.js';
import { type Message, mistake } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';
import { datesOf, daysOf, describeOff, type OffWords, readOff, spansOf } from './off-words.js';
import { TimeOffChange } from './time-off-change.js';

/** Gives whole dates their weekly hours back, or lifts the blocks from them or from some hours. */
@Injectable()
export class OffRemoveCommand extends CalendarCommand {
  readonly path = 'off remove';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly change: TimeOffChange,
  ) {
    super(calendars);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call);
    if (!asked.ok) return mistake(asked.problem.sentence);
    const { caller } = call;
    if (asked.value.hours.length > 0) {
      const spans = spansOf(calendar, asked.value);
      const work = () => this.lift(calendar, asked.value);
      return this.change.run({ caller, calendar, spans, work });
    }
    const all = await this.calendars.all(caller);
    // Extra hours that are taken away may leave bookings outside, too.
    const work = () => this.clear(calendar, all, asked.value);
    const dates = datesOf(asked.value.dates);
    const spans = spansOf(calendar, asked.value);
    return this.change.run({ caller, calendar, changing: all, dates, spans, work });
  }

  private async clear(
    calendar: CalendarConfiguration,
    all: readonly CalendarConfiguration[],
    asked: OffWords,
  ) {
    const { dates, blocks, left } = await this.timeOff.clear({
      hostId: calendar.host.id,
      scheduleIds: all.map(({ scheduleId }) => scheduleId),
      days: daysOf(calendar, asked),
    });
    const key = dates + blocks > 0 ? 'commands:off.removed' : 'commands:off.nothing';
    const said = say(key, { dates: describeDates(asked.dates) });
    return done(left > 0 ? `${said} ${say('commands:off.stillBlocked', { count: left })}` : said);
  }

  private async lift(calendar: CalendarConfiguration, asked: OffWords) {
    const lifted = await this.timeOff.lift(calendar.host.id, spansOf(calendar, asked));
    const key = lifted > 0 ? 'commands:off.lifted' : 'commands:off.nothingBlocked';
    return done(say(key, describeOff(calendar, asked)));
  }
}
