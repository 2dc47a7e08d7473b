import { Injectable } from '@nestjs/common';
import type { CalendarConfiguration } from '../../../../src/calendars/calendar-configuration.js';
import { settingEntries } from '../../../../src/calendars/settings/setting-change.js';
import { say } from '../../../../src/language/say.js';
import { commandButton } from '../../cards/command-button.js';
import { type Message, sentences } from '../../message.js';
import { CalendarCommand } from '../command.js';
import { SettingCommand } from './setting.command.js';

/** Closes every weekday. */
export class HoursClearCommand extends SettingCommand {
  protected override textOf(): string {
    return 'mon-sun closed';
  }
}

@Injectable()
export class HoursListCommand extends CalendarCommand {
  readonly path = 'hours list';

  override runOn({ settings }: CalendarConfiguration): Promise<Message> {
    const hours = settingEntries.hours.describeIn(settings);
    const zone = settingEntries.timezone.describeIn(settings);
    const change = commandButton('hours set', say('calendar:next.hours'));
    const words = sentences(say('commands:hours', { hours, zone }));
    return Promise.resolve({ ...words, buttons: [change] });
  }
}
