import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { type LocalHours, TimeOff } from '../../../src/calendars/time-off.service.js';
import { type DateRange } from '../../../src/calendars/words/date-speech.js';
import { describeDates, parseDates } from '../../../src/calendars/words/dates.parser.js';
import { parseDayHours } from '../../../src/calendars/words/day-hours.parser.js';
import { daysBetween } from '../../../src/calendars/words/local-date.js';
import { describeIntervals } from '../../../src/calendars/words/weekly-hours.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../src/shared/sentence-problem.js';
import { addDays } from '../../../src/slots/wall-clock.js';
import { hoursOnDates } from '../../../src/calendars/hours-on-dates.js';
import { Confirmations } from '../dialogues/confirmations.js';
import { type Message, sentences } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';
import { readReason } from './reason.js';

const LONG_ABSENCE_DAYS = 60;

/** At once; the dates and spans of a command are saved in one transaction. */
const MOST_DAYS = 366;

/** Days off close every calendar of the host; hours on a day off only block those hours. */
@Injectable()
export class OffAddCommand extends CalendarCommand {
  readonly path = 'off add';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly confirmations: Confirmations,
    private readonly clock: Clock,
  ) {
    super(calendars);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call, this.clock.now());
    if (!asked.ok) return sentences(asked.problem.sentence);
    const { dates, hours } = asked.value;
    const confirm = asked.value.confirm ?? longAbsence(dates);
    if (confirm && !call.isConfirmed) return this.confirmations.ask(call, confirm);
    const reason = readReason(call);
    if (!reason.ok) return sentences(reason.problem.sentence);
    if (hours.length > 0) {
      const spans = hoursOnDates(calendar.settings.timeZone, datesOf(dates), hours);
      await this.timeOff.block(calendar.host.id, spans, reason.value);
      const facts = { dates: describeDates(dates), hours: describeIntervals(hours) };
      return sentences(say('commands:off.blocked', facts));
    }
    const all = await this.calendars.all(call.caller);
    await this.timeOff.setDates({
      hostId: calendar.host.id,
      scheduleIds: all.map(({ scheduleId }) => scheduleId),
      ...{ dates: datesOf(dates), intervals: [], reason: reason.value },
    });
    return sentences(say('commands:off.closed', { dates: describeDates(dates) }));
  }
}

/** Dates the wrong way round reach into the next year: a long absence is asked back. */
function longAbsence(dates: DateRange): string | null {
  const days = daysBetween(dates.from, dates.to) + 1;
  return days > LONG_ABSENCE_DAYS
    ? say('commands:off.long', { dates: describeDates(dates), count: days })
    : null;
}

/** Other hours on some dates, instead of the weekly ones. */
@Injectable()
export class OffOpenCommand extends CalendarCommand {
  readonly path = 'off open';

  constructor(
    current: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly confirmations: Confirmations,
    private readonly clock: Clock,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call, this.clock.now());
    if (!asked.ok) return sentences(asked.problem.sentence);
    const { dates, hours, confirm } = asked.value;
    if (confirm) return this.confirmations.ask(call, confirm);
    if (hours.length === 0) return sentences(say('commands:off.whichHours'));
    await this.timeOff.setDates({
      hostId: calendar.host.id,
      scheduleIds: [calendar.scheduleId],
      dates: datesOf(dates),
      intervals: hours,
      reason: null,
    });
    const facts = { dates: describeDates(dates), hours: describeIntervals(hours) };
    return sentences(say('commands:off.open', facts));
  }
}

/** Gives the weekly hours back, and lifts blocks. */
@Injectable()
export class OffRemoveCommand extends CalendarCommand {
  readonly path = 'off remove';

  constructor(
    private readonly calendars: CurrentCalendar,
    private readonly timeOff: TimeOff,
    private readonly clock: Clock,
  ) {
    super(calendars);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const asked = readOff(calendar, call, this.clock.now());
    if (!asked.ok) return sentences(asked.problem.sentence);
    const dates = datesOf(asked.value.dates);
    const wholeDays = [{ start: '00:00', end: '24:00' }];
    const all = await this.calendars.all(call.caller);
    const removed = await this.timeOff.clear({
      hostId: calendar.host.id,
      scheduleIds: all.map(({ scheduleId }) => scheduleId),
      dates,
      spans: hoursOnDates(calendar.settings.timeZone, dates, wholeDays),
    });
    const key = removed > 0 ? 'commands:off.removed' : 'commands:off.nothing';
    return sentences(say(key, { dates: describeDates(asked.value.dates) }));
  }
}

interface OffWords {
  readonly dates: DateRange;
  readonly hours: readonly LocalHours[];
  /** Asked before hours past midnight are saved. */
  readonly confirm?: string;
}

function readOff(
  calendar: CalendarConfiguration,
  call: CommandCall,
  now: number,
): Outcome<OffWords, SentenceProblem> {
  const { timeZone } = calendar.settings;
  const dates = parseDates(call.word('dates') ?? '', { now, timeZone });
  if (!dates.ok) return dates;
  if (daysBetween(dates.value.from, dates.value.to) >= MOST_DAYS) {
    return refusedWith(say('commands:off.tooLong', { most: MOST_DAYS }));
  }
  const text = call.word('times');
  if (text === undefined) return done({ dates: dates.value, hours: [] });
  const hours = parseDayHours(text);
  if (!hours.ok) return hours;
  const { intervals, confirm } = hours.value;
  return done({
    dates: dates.value,
    hours: intervals,
    ...(confirm && !call.isConfirmed ? { confirm } : {}),
  });
}

function datesOf({ from, to }: DateRange): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}
