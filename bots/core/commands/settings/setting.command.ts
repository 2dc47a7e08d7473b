import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import type { SettingName } from '../../../../src/calendars/settings/setting.js';
import type { Confirmations } from '../../dialogues/confirmations.js';
import { type Message, mistake } from '../../message.js';
import { CalendarCommand, type CommandCall } from '../command.js';
import type { CurrentCalendar } from '../current-calendar.js';
import type { SettingChanger } from './setting-changer.js';

/** Everything a command that changes a setting works with. */
export interface SettingTools {
  readonly current: CurrentCalendar;
  readonly changer: SettingChanger;
  readonly confirmations: Confirmations;
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
    const { saidAt, isConfirmed } = call;
    const texts = { [this.name]: this.textOf(call) };
    const changed = await this.tools.changer.run(calendar, { texts, saidAt, isConfirmed });
    if (changed.ok) return changed.value;
    const { sentence, isQuestion } = changed.problem;
    return isQuestion ? this.tools.confirmations.ask(call, sentence) : mistake(sentence);
  }

  /** A setting of several words is written in one argument or in several. */
  protected textOf(call: CommandCall): string {
    return call.word(this.name) ?? call.word('value') ?? '';
  }
}
