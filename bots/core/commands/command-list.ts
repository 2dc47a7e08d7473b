import { Injectable } from '@nestjs/common';
import type { SettingName } from '../../../src/calendars/settings/setting.js';
import { Confirmations } from '../dialogues/confirmations.js';
import { AccountNameCommand } from './account/account-name.command.js';
import { AccountEmailCommand } from './account/account-email.command.js';
import {
  AccountApiKeyCommand,
  AccountKeysCommand,
  AccountRevokeCommand,
} from './account/account-keys.command.js';
import { AccountLinkCommand } from './account/account-link.command.js';
import { AccountUnlinkCommand } from './account/account-unlink.command.js';
import type { CommandEntry } from '../grammar/command-entry.js';
import { AgendaCommand } from './bookings/agenda.command.js';
import {
  AlertsAddCommand,
  AlertsListCommand,
  AlertsRemoveCommand,
  AlertsTestCommand,
} from './calendar/alerts.command.js';
import {
  BookingsConfirmCommand,
  BookingsDeclineCommand,
} from './bookings/bookings-answer.command.js';
import { BookingsAttendanceCommand } from './bookings/bookings-attendance.command.js';
import { BOOK_COMMANDS } from './book/book-command-list.js';
import {
  BookingsBlockCommand,
  BookingsBlockedCommand,
  BookingsUnblockCommand,
} from './bookings/bookings-block.command.js';
import { AccountListedCommand } from './account/account-listed.command.js';
import { AccountExportCommand } from './account/own-data.command.js';
import { BookingsAddCommand } from './bookings/bookings-add.command.js';
import { BookingsProposeCommand } from './bookings/bookings-propose.command.js';
import { BookingsCancelCommand } from './bookings/bookings-cancel.command.js';
import { BookingsReceiptsCommand } from './bookings/bookings-receipts.command.js';
import { BookingsListCommand } from './bookings/bookings-list.command.js';
import { BookingsMoveCommand } from './bookings/bookings-move.command.js';
import { BookingsShowCommand } from './bookings/bookings-show.command.js';
import { CalendarDeleteCommand } from './calendar/calendar-delete.command.js';
import { CalendarDelegateCommand } from './calendar/calendar-delegate.command.js';
import { CalendarHostCommand } from './calendar/calendar-host.command.js';
import { CalendarListCommand, CalendarUseCommand } from './calendar/calendar.command.js';
import type { Command } from './command.js';
import { CurrentCalendar } from './current-calendar.js';
import { HostsAddCommand, HostsListCommand, HostsRemoveCommand } from './calendar/hosts.command.js';
import { HoursClearCommand, HoursListCommand } from './settings/hours.command.js';
import { OffAddCommand } from './off/off-add.command.js';
import { OffListCommand } from './off/off-list.command.js';
import { OffOpenCommand } from './off/off-open.command.js';
import { OffRemoveCommand } from './off/off-remove.command.js';
import { PauseCommand, ResumeCommand } from './calendar/pause.command.js';
import { QuestionsCommand } from './settings/questions.command.js';
import { SettingChanger } from './settings/setting-changer.js';
import { SettingCommand } from './settings/setting.command.js';
import { CalendarNewCommand, SetupCommand } from './calendar/setup.command.js';
import { LinkCommand, SettingsCommand, ShowCommand } from './calendar/show.command.js';
import { StatusCommand } from './status.command.js';
import { TravelCommand } from './settings/travel.command.js';
import { WhyCommand } from './why.command.js';

/** Commands that Nest makes; each is listed once, here. */
export const COMMANDS = [
  ...BOOK_COMMANDS,
  SetupCommand,
  ShowCommand,
  SettingsCommand,
  LinkCommand,
  HoursListCommand,
  OffAddCommand,
  OffOpenCommand,
  OffRemoveCommand,
  OffListCommand,
  AlertsAddCommand,
  AlertsRemoveCommand,
  AlertsListCommand,
  AlertsTestCommand,
  BookingsListCommand,
  BookingsShowCommand,
  BookingsConfirmCommand,
  BookingsDeclineCommand,
  BookingsProposeCommand,
  BookingsAddCommand,
  BookingsMoveCommand,
  BookingsCancelCommand,
  BookingsAttendanceCommand,
  BookingsReceiptsCommand,
  AgendaCommand,
  WhyCommand,
  PauseCommand,
  ResumeCommand,
  CalendarNewCommand,
  CalendarListCommand,
  CalendarUseCommand,
  CalendarHostCommand,
  CalendarDeleteCommand,
  AccountLinkCommand,
  AccountUnlinkCommand,
  AccountEmailCommand,
  AccountNameCommand,
  AccountApiKeyCommand,
  AccountKeysCommand,
  AccountRevokeCommand,
  CalendarDelegateCommand,
  AccountExportCommand,
  AccountListedCommand,
  BookingsBlockCommand,
  BookingsUnblockCommand,
  BookingsBlockedCommand,
  HostsAddCommand,
  HostsRemoveCommand,
  HostsListCommand,
  StatusCommand,
] as const;

/** Settings that `set` changes, one command each, all alike. */
const SETTINGS: readonly SettingName[] = [
  'title',
  'duration',
  'step',
  'buffer',
  'timezone',
  'notice',
  'window',
  'limit',
  'one-at-a-time',
  'cutoff',
  'location',
  'guests',
  'consent',
  'terms',
  'approval',
  'reminders',
  'after-booking',
];

/** Settings that `look` changes. */
const LOOKS: readonly SettingName[] = ['colour', 'description', 'lock-zone', 'embed-sites'];

/** The instances of `COMMANDS`, handed over by the module. Stands first: a decorator looks at it at load. */
export class MadeCommands {
  constructor(readonly commands: readonly Command[]) {}
}

/** Every command that works, by its name. */
@Injectable()
export class CommandList {
  private readonly byName: ReadonlyMap<string, Command>;

  constructor(
    made: MadeCommands,
    current: CurrentCalendar,
    changer: SettingChanger,
    confirmations: Confirmations,
  ) {
    const tools = { current, changer, confirmations };
    const all: readonly Command[] = [
      ...made.commands,
      ...LOOKS.map((name) => new SettingCommand(`look ${name}`, name, tools)),
      ...SETTINGS.map((name) => new SettingCommand(`set ${name}`, name, tools)),
      new TravelCommand('set travel', 'travel', tools),
      new SettingCommand('hours set', 'hours', tools),
      new QuestionsCommand('set questions', 'questions', tools),
      new HoursClearCommand('hours clear', 'hours', tools),
    ];
    this.byName = new Map(all.map((command) => [nameOf(command), command]));
  }

  /** `schedule bookings list`. */
  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  find(entry: CommandName): Command | undefined {
    return this.byName.get(nameOf(entry));
  }
}

type CommandName = Pick<CommandEntry, 'top' | 'path'>;

const nameOf = ({ top, path }: CommandName): string => `${top} ${path}`;
