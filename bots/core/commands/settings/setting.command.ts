import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import type {
  ChangeSettings,
  SettingsChange,
} from '../../../../src/calendars/change-settings.service.js';
import { checkTogether } from '../../../../src/calendars/settings/calendar-settings.js';
import {
  settingEntries,
  type SettingChange,
} from '../../../../src/calendars/settings/setting-change.js';
import type { SettingName } from '../../../../src/calendars/settings/setting.js';
import { say } from '../../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../../src/shared/outcome.js';
import type { AffectedBookingsQuestion } from '../../affected-bookings-question.js';
import type { Confirmations } from '../../dialogues/confirmations.js';
import { undoButton } from '../../cards/undo-button.js';
import { type Line, type Message, sentences } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import type { CurrentCalendar } from '../current-calendar.js';
import type { NextTimesNews } from '../next-times-news.js';

/** A change, and the value in words that it replaces. */
interface Decision extends SettingChange {
  readonly before: string;
}

/** Why nothing is changed; or a question, after whose yes it is. */
interface Undecided {
  readonly sentence: string;
  readonly isQuestion?: boolean;
}

/** Everything a command that changes a setting works with. */
export interface SettingTools {
  readonly current: CurrentCalendar;
  readonly change: ChangeSettings;
  readonly nextTimes: NextTimesNews;
  readonly confirmations: Confirmations;
  readonly affected: AffectedBookingsQuestion;
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
    const own = { hostId: calendar.host.id, id: calendar.id };
    const changed = await this.tools.change.run(own, (present) => this.decide(present, call));
    if (changed.ok) return this.tell(changed.value);
    const { sentence, isQuestion } = changed.problem;
    return isQuestion ? this.tools.confirmations.ask(call, sentence) : sentences(sentence);
  }

  /** A setting of several words is written in one argument or in several. */
  protected textOf(call: CommandCall): string {
    return call.word(this.name) ?? call.word('value') ?? '';
  }

  /** What the words make of the calendar as it is when they are heeded. */
  private decide(
    present: CalendarConfiguration | null,
    call: CommandCall,
  ): Outcome<Decision, Undecided> {
    if (!present) return refused({ sentence: say('commands:calendarGone') });
    const { settings } = present;
    const { timeZone } = settings;
    const entry = settingEntries[this.name];
    const context = { now: call.saidAt, timeZone, current: settings };
    const read = entry.read(this.textOf(call), context);
    if (!read.ok) return read;
    const together = checkTogether({ ...settings, ...read.value.patch });
    if (!together.ok) return together;
    const { confirm, after } = read.value;
    if (confirm !== undefined && !call.isConfirmed) {
      return refused({ sentence: confirm, isQuestion: true });
    }
    const before = entry.describeIn(settings);
    if (before !== after) return done({ ...read.value, before });
    const name = say(`calendar:names.${this.name}`);
    return refused({ sentence: say('calendar:unchanged', { name, value: before }) });
  }

  private async tell(changed: SettingsChange & { readonly decided: Decision }): Promise<Message> {
    const { id, before, after, decided } = changed;
    const name = say(`calendar:names.${this.name}`);
    const timesBefore = await this.tools.nextTimes.of(before);
    const answer: Message = {
      lines: [
        [say('calendar:changed', { name, before: decided.before, after: decided.after })],
        ...decided.notes.map((note): Line => [note]),
        ...(await this.tools.nextTimes.lines(timesBefore, after)),
      ],
      buttons: [undoButton(id)],
    };
    return this.tools.affected.add(answer, { calendar: after, changes: [changed] });
  }
}
