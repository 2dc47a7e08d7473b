import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { TimeOff } from '../../../src/calendars/time-off/time-off.service.js';
import { describeDates } from '../../../src/calendars/words/dates.parser.js';
import { say } from '../../../src/language/say.js';
import { AffectedBookingsQuestion } from '../affected-bookings-question.js';
import { type Message, sentences } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';
import { datesOf, describeOff, type OffWords, readOff, spansOf } from './off-words.js';

/** Gives whole dates their weekly hours back, or lifts the blocks from some hours. */
@Injectable()
export class OffRemoveCommand extends CalendarCommand {
  readonly path = 'off remove';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly affected: AffectedBookingsQuestion,
  ) {
    super(calendars);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call);
    if (!asked.ok) return sentences(asked.problem.sentence);
    if (asked.value.hours.length > 0) return this.lift(calendar, asked.value);
    const dates = describeDates(asked.value.dates);
    const before = await this.calendars.all(call.caller);
    const removed = await this.timeOff.clear({
      hostId: calendar.host.id,
      scheduleIds: before.map(({ scheduleId }) => scheduleId),
      dates: datesOf(asked.value.dates),
      spans: spansOf(calendar, asked.value),
    });
    if (removed === 0) return sentences(say('commands:off.nothing', { dates }));
    // Extra hours that are taken away may leave bookings outside, too.
    const changes = await this.calendars.changesSince(call.caller, before);
    const answer = sentences(say('commands:off.removed', { dates }));
    return this.affected.add(answer, { calendar, changes });
  }

  private async lift(calendar: CalendarConfiguration, asked: OffWords): Promise<Message> {
    const lifted = await this.timeOff.lift(calendar.host.id, spansOf(calendar, asked));
    const key = lifted > 0 ? 'commands:off.lifted' : 'commands:off.nothingBlocked';
    return sentences(say(key, describeOff(calendar, asked)));
  }
}
