import { Injectable } from '@nestjs/common';
import { Availability } from '../../../src/availability/availability.service.js';
import {
  calendarState,
  type CalendarConfiguration,
} from '../../../src/calendars/calendar-configuration.js';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { hostReading, zoneAt } from '../../../src/calendars/settings/zone-at.js';
import { parseWhen } from '../../../src/calendars/words/when.parser.js';
import { Database } from '../../../src/database/database.js';
import { say } from '../../../src/language/say.js';
import { Clock } from '../../../src/shared/clock.js';
import type { RemovingStep } from '../../../src/slots/explain-slot.js';
import { type Line, type Message, sentences, time } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import { CurrentCalendar } from './current-calendar.js';

/** Says which rule removed a time, by the very steps that make the list. */
@Injectable()
export class WhyCommand extends CalendarCommand {
  readonly path = 'why';

  constructor(
    current: CurrentCalendar,
    private readonly database: Database,
    private readonly availability: Availability,
    private readonly clock: Clock,
  ) {
    super(current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { settings } = calendar;
    const now = this.clock.now();
    const when = parseWhen(call.word('when') ?? '', hostReading(settings, now));
    if (!when.ok) return sentences(when.problem.sentence);
    const { at } = when.value;
    const asked = time(at, zoneAt(settings, at));
    if (at <= now) return { lines: [[asked], [say('commands:why.over')]] };
    const state = calendarState(calendar, now);
    if (state.kind !== 'open') return { lines: [[asked], [say(`commands:why.${state.kind}`)]] };
    const explanation = await this.database.read((entities) =>
      this.availability.explain(entities, { configuration: calendar, now }, at),
    );
    const reason = explanation
      ? say(`commands:step.${explanation.step}`)
      : say('commands:why.free');
    const notes = when.value.notes.map((note): Line => [note]);
    const more = explanation ? detailLines(settings, explanation.step, at) : [];
    return { lines: [[asked], [reason], ...more, ...notes] };
  }
}

/** What of the settings stands behind the step: the limits themselves, the zone of a trip. */
function detailLines(settings: CalendarSettings, step: RemovingStep, at: number): Line[] {
  const { timeZone } = settings;
  const zone = zoneAt(settings, at);
  const trip: Line[] =
    zone === timeZone ? [] : [[say('commands:why.travel', { zone }), ' ', time(at, timeZone)]];
  if (step !== 'limit') return trip;
  const name = say('calendar:names.limit');
  const value = settingEntries.limit.describeIn(settings);
  return [[say('calendar:setting', { name, value })], ...trip];
}
