import type { NextTimes } from '../../../src/availability/next-times.js';
import {
  type CalendarConfiguration,
  calendarState,
} from '../../../src/calendars/calendar-configuration.js';
import type { ChangeSettings } from '../../../src/calendars/change-settings.service.js';
import { checkTogether } from '../../../src/calendars/settings/calendar-settings.js';
import {
  settingEntries,
  type SettingChange,
} from '../../../src/calendars/settings/setting-change.js';
import type { SettingName } from '../../../src/calendars/settings/setting.js';
import { say } from '../../../src/language/say.js';
import type { Clock } from '../../../src/shared/clock.js';
import type { AffectedBookingsQuestion } from '../affected-bookings-question.js';
import { nextTimesLines } from '../cards/calendar.card.js';
import type { Confirmations } from '../dialogues/confirmations.js';
import { type Line, type Message, sentences } from '../message.js';
import { CalendarCommand, type CommandCall } from './command.js';
import type { CurrentCalendar } from './current-calendar.js';

/** Everything a command that changes a setting works with. */
export interface SettingTools {
  readonly current: CurrentCalendar;
  readonly change: ChangeSettings;
  readonly nextTimes: NextTimes;
  readonly confirmations: Confirmations;
  readonly affected: AffectedBookingsQuestion;
  readonly clock: Clock;
}

/** Changes one setting, whichever it is: the entry of the setting knows how to read and say it. */
export class SettingCommand extends CalendarCommand {
  constructor(
    readonly path: string,
    private readonly name: SettingName,
    private readonly tools: SettingTools,
  ) {
    super(tools.current);
  }

  override async runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    const { settings } = calendar;
    const context = { now: this.tools.clock.now(), timeZone: settings.timeZone, current: settings };
    const read = settingEntries[this.name].read(this.textOf(call), context);
    if (!read.ok) return sentences(read.problem.sentence);
    const together = checkTogether({ ...settings, ...read.value.patch });
    if (!together.ok) return sentences(together.problem.sentence);
    if (read.value.confirm !== undefined && !call.isConfirmed) {
      return this.tools.confirmations.ask(call, read.value.confirm);
    }
    return this.save(calendar, read.value);
  }

  /** A setting of several words is written in one argument or in several. */
  protected textOf(call: CommandCall): string {
    return call.word(this.name) ?? call.word('value') ?? '';
  }

  private async save(calendar: CalendarConfiguration, change: SettingChange): Promise<Message> {
    const entry = settingEntries[this.name];
    const name = say(`calendar:names.${this.name}`);
    const before = entry.describeIn(calendar.settings);
    if (before === change.after)
      return sentences(say('calendar:unchanged', { name, value: before }));
    const changed = await this.tools.change.run(calendar.id, change.patch);
    const { id, after } = changed;
    const nextTimes = await this.tools.nextTimes.of(after);
    const state = calendarState(after, this.tools.clock.now());
    const answer: Message = {
      lines: [
        [say('calendar:changed', { name, before, after: change.after })],
        ...change.notes.map((note): Line => [note]),
        ...nextTimesLines({ state, nextTimes }, after.settings),
      ],
      buttons: [{ verb: 'undo', subject: id, label: say('calendar:undo.button') }],
    };
    return this.tools.affected.add(answer, { calendar: after, changes: [changed] });
  }
}
