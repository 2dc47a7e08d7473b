import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { TimeOff } from '../../../../src/calendars/time-off/time-off.service.js';
import { say } from '../../../../src/language/say.js';
import { done } from '../../../../src/shared/outcome.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, mistake } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';
import { datesOf, describeOff, readOff } from './off-words.js';
import { TimeOffChange } from './time-off-change.js';

/** Other hours on some dates, instead of the weekly ones. */
@Injectable()
export class OffOpenCommand extends CalendarCommand {
  readonly path = 'off open';

  constructor(
    current: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly confirmations: Confirmations,
    private readonly change: TimeOffChange,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call);
    if (!asked.ok) return mistake(asked.problem.sentence);
    const { dates, hours, confirm } = asked.value;
    if (confirm) return this.confirmations.ask(call, confirm);
    if (hours.length === 0) return mistake(say('commands:off.whichHours'));
    const wish = {
      hostId: calendar.host.id,
      scheduleIds: [calendar.scheduleId],
      dates: datesOf(dates),
      intervals: hours,
      reason: null,
    };
    const work = async () => {
      const set = await this.timeOff.setDates(wish);
      return set.ok ? done(say('commands:off.open', describeOff(calendar, asked.value))) : set;
    };
    const opening = { changing: [calendar], dates: wish.dates };
    return this.change.run({ caller: call.caller, calendar, ...opening, work });
  }
}
