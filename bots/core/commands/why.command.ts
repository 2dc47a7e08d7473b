import { Injectable } from '@nestjs/common';
import { Availability } from '../../../src/availability/availability.service.js';
import { NextTimes } from '../../../src/availability/next-times.js';
import {
  calendarState,
  type CalendarConfiguration,
} from '../../../src/calendars/calendar-configuration.js';
import { hostReading, zoneAt, zoneOn } from '../../../src/calendars/settings/zone-at.js';
import { parseDates } from '../../../src/calendars/words/dates.parser.js';
import { parseWhen } from '../../../src/calendars/words/when.parser.js';
import { Database } from '../../../src/database/database.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import { startOfDate } from '../../../src/slots/wall-clock.js';
import { closedDateCard, whyCard } from '../cards/why.card.js';
import { type Message, mistake, time } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

/** Says which rules removed a time, by the very steps that make the list. */
@Injectable()
export class WhyCommand extends CalendarCommand {
  readonly path = 'why';

  constructor(
    current: CurrentCalendar,
    private readonly database: Database,
    private readonly availability: Availability,
    private readonly nextTimes: NextTimes,
    private readonly clock: Clock,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { settings } = calendar;
    const now = this.clock.now();
    const text = call.word('when') ?? '';
    const when = parseWhen(text, hostReading(settings, now));
    if (!when.ok) {
      return (await this.closedDate(calendar, text)) ?? mistake(when.problem.sentence);
    }
    const { at } = when.value;
    const asked = time(at, zoneAt(settings, at));
    if (at <= now) return { lines: [[asked], [say('commands:why.over')]] };
    const state = calendarState(calendar, now);
    if (state.kind !== 'open') return { lines: [[asked], [say(`commands:why.${state.kind}`)]] };
    const reasons = await this.database.read((entities) =>
      this.availability.reasons(entities, { configuration: calendar, now }, at),
    );
    const isFree = reasons.length === 0;
    const free = isFree ? NOTHING : await this.nextTimes.round(calendar, at);
    const steps = reasons.map(({ step }) => step);
    return whyCard({ calendar, at, steps, ...free, notes: when.value.notes });
  }

  /** A date that is closed needs no time to say why; null for every other text. */
  private async closedDate(calendar: CalendarConfiguration, text: string): Promise<Message | null> {
    const { settings, overrides } = calendar;
    const dates = parseDates(text, hostReading(settings, this.clock.now()));
    if (!dates.ok || dates.value.from !== dates.value.to) return null;
    const { from } = dates.value;
    const closed = overrides.find(({ date, intervals }) => date === from && intervals.length === 0);
    if (!closed) return null;
    const midnight = startOfDate(zoneOn(settings, from), from);
    return closedDateCard(closed, {
      calendar,
      ...(await this.nextTimes.round(calendar, midnight)),
    });
  }
}

const NOTHING = { before: null, after: null };
