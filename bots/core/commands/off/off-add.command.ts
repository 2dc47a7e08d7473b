import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { TimeOff } from '../../../../src/calendars/time-off/time-off.service.js';
import type { DateRange } from '../../../../src/calendars/words/date-speech.js';
import { describeDates } from '../../../../src/calendars/words/dates.parser.js';
import { daysBetween } from '../../../../src/calendars/words/local-date.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome } from '../../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../../src/shared/sentence-problem.js';
import { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, mistake } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import { CurrentCalendar } from '../current-calendar.js';
import { datesOf, describeOff, type OffWords, readOff, spansOf } from './off-words.js';
import { readReason } from '../reason.js';
import { TimeOffChange } from './time-off-change.js';

const LONG_ABSENCE_DAYS = 60;

/** Days off close every calendar of the host; hours on a day off only block those hours. */
@Injectable()
export class OffAddCommand extends CalendarCommand {
  readonly path = 'off add';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly confirmations: Confirmations,
    private readonly change: TimeOffChange,
  ) {
    super(calendars);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call);
    if (!asked.ok) return mistake(asked.problem.sentence);
    const confirm = asked.value.confirm ?? longAbsence(asked.value.dates);
    if (confirm && !call.isConfirmed) return this.confirmations.ask(call, confirm);
    const reason = readReason(call);
    if (!reason.ok) return mistake(reason.problem.sentence);
    const wish = { ...asked.value, reason: reason.value };
    const all = await this.calendars.all(call.caller);
    const who = { caller: call.caller, calendar, reason: wish.reason };
    return this.change.run(
      wish.hours.length > 0
        ? { ...who, ...this.block(calendar, all.length, wish) }
        : { ...who, ...this.closing(calendar, all, wish) },
    );
  }

  private block(calendar: CalendarConfiguration, count: number, wish: OffWish) {
    const blocked = spansOf(calendar, wish);
    const work = async () => {
      await this.timeOff.block(calendar.host.id, blocked, wish.reason);
      return done(say('commands:off.blocked', { count, ...describeOff(calendar, wish) }));
    };
    return { spans: blocked, blocked, work };
  }

  private closing(
    calendar: CalendarConfiguration,
    all: readonly CalendarConfiguration[],
    wish: OffWish,
  ) {
    const work = () => this.close(calendar, all, wish);
    return { changing: all, dates: datesOf(wish.dates), work };
  }

  private async close(
    { host }: CalendarConfiguration,
    all: readonly CalendarConfiguration[],
    { dates, reason }: OffWish,
  ): Promise<Outcome<string, SentenceProblem>> {
    const set = await this.timeOff.setDates({
      hostId: host.id,
      scheduleIds: all.map(({ scheduleId }) => scheduleId),
      ...{ dates: datesOf(dates), intervals: [], reason },
    });
    const facts = { count: all.length, dates: describeDates(dates) };
    return set.ok ? done(say('commands:off.closed', facts)) : set;
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
