import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { settingEntries } from '../../../../src/calendars/settings/setting-change.js';
import { say } from '../../../../src/language/say.js';
import { type Message, sentences } from '../../message.js';
import type { CommandCall } from '../command.js';
import { SettingCommand } from './setting.command.js';

/** Trips to other time zones; `list` only shows them. */
export class TravelCommand extends SettingCommand {
  override runOn(calendar: CalendarConfiguration, call: CommandCall): Promise<Message> {
    if (this.textOf(call).trim().toLowerCase() !== 'list') return super.runOn(calendar, call);
    const name = say('calendar:names.travel');
    const value = settingEntries.travel.describeIn(calendar.settings);
    return Promise.resolve(sentences(say('calendar:setting', { name, value })));
  }
}
