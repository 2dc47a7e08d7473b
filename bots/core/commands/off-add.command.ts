import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { TimeOff } from '../../../src/calendars/time-off/time-off.service.js';
import type { DateRange } from '../../../src/calendars/words/date-speech.js';
import { describeDates } from '../../../src/calendars/words/dates.parser.js';
import { daysBetween } from '../../../src/calendars/words/local-date.js';
import { say } from '../../../src/language/say.js';
import { AffectedBookingsQuestion } from '../affected-bookings-question.js';
import { Confirmations } from '../dialogues/confirmations.js';
import { type Message, sentences } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';
import { datesOf, describeOff, type OffWords, readOff, spansOf } from './off-words.js';
import { readReason } from './reason.js';

const LONG_ABSENCE_DAYS = 60;

/** Days off close every calendar of the host; hours on a day off only block those hours. */
@Injectable()
export class OffAddCommand extends CalendarCommand {
  readonly path = 'off add';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly confirmations: Confirmations,
    private readonly affected: AffectedBookingsQuestion,
  ) {
    super(calendars);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call);
    if (!asked.ok) return sentences(asked.problem.sentence);
    const confirm = asked.value.confirm ?? longAbsence(asked.value.dates);
    if (confirm && !call.isConfirmed) return this.confirmations.ask(call, confirm);
    const reason = readReason(call);
    if (!reason.ok) return sentences(reason.problem.sentence);
    const wish = { ...asked.value, reason: reason.value };
    return wish.hours.length > 0 ? this.block(calendar, wish) : this.close(calendar, call, wish);
  }

  private async block(calendar: CalendarConfiguration, wish: OffWish): Promise<Message> {
    const blocked = spansOf(calendar, wish);
    await this.timeOff.block(calendar.host.id, blocked, wish.reason);
    const answer = sentences(say('commands:off.blocked', describeOff(calendar, wish)));
    return this.affected.add(answer, { calendar, blocked });
  }

  private async close(
    calendar: CalendarConfiguration,
    { caller }: CommandCall,
    { dates, reason }: OffWish,
  ): Promise<Message> {
    const before = await this.calendars.all(caller);
    const set = await this.timeOff.setDates({
      hostId: calendar.host.id,
      scheduleIds: before.map(({ scheduleId }) => scheduleId),
      ...{ dates: datesOf(dates), intervals: [], reason },
    });
    if (!set.ok) return sentences(set.problem.sentence);
    const changes = await this.calendars.changesSince(caller, before);
    const answer = sentences(say('commands:off.closed', { dates: describeDates(dates) }));
    return this.affected.add(answer, { calendar, changes });
  }
}

interface OffWish extends OffWords {
  readonly reason: string | null;
}

/** Dates the wrong way round reach into the next year: a long absence is asked back. */
function longAbsence(dates: DateRange): string | null {
  const days = daysBetween(dates.from, dates.to) + 1;
  return days > LONG_ABSENCE_DAYS
    ? say('commands:off.long', { dates: describeDates(dates), count: days })
    : null;
}
