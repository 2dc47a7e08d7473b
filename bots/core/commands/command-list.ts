import { Injectable } from '@nestjs/common';
import { ChangeSettings } from '../../../src/calendars/change-settings.service.js';
import type { SettingName } from '../../../src/calendars/settings/setting.js';
import { AffectedBookingsQuestion } from '../affected-bookings-question.js';
import { Confirmations } from '../dialogues/confirmations.js';
import { AccountNameCommand } from './account-name.command.js';
import { AccountEmailCommand } from './account-email.command.js';
import {
  AccountApiKeyCommand,
  AccountKeysCommand,
  AccountRevokeCommand,
} from './account-keys.command.js';
import { AccountLinkCommand } from './account-link.command.js';
import { AccountUnlinkCommand } from './account-unlink.command.js';
import type { CommandEntry } from '../grammar/command-entry.js';
import { AgendaCommand } from './agenda.command.js';
import {
  AlertsAddCommand,
  AlertsListCommand,
  AlertsRemoveCommand,
  AlertsTestCommand,
} from './alerts.command.js';
import { BookingsConfirmCommand, BookingsDeclineCommand } from './bookings-answer.command.js';
import { BookingsAttendanceCommand } from './bookings-attendance.command.js';
import { BOOK_COMMANDS } from './book-command-list.js';
import {
  BookingsBlockCommand,
  BookingsBlockedCommand,
  BookingsUnblockCommand,
} from './bookings-block.command.js';
import { AccountListedCommand } from './account-listed.command.js';
import { AccountExportCommand } from './own-data.command.js';
import { BookingsAddCommand } from './bookings-add.command.js';
import { BookingsProposeCommand } from './bookings-propose.command.js';
import { BookingsCancelCommand } from './bookings-cancel.command.js';
import { BookingsReceiptsCommand } from './bookings-receipts.command.js';
import { BookingsListCommand } from './bookings-list.command.js';
import { BookingsMoveCommand } from './bookings-move.command.js';
import { BookingsShowCommand } from './bookings-show.command.js';
import { CalendarDeleteCommand } from './calendar-delete.command.js';
import { CalendarDelegateCommand } from './calendar-delegate.command.js';
import { CalendarHostCommand } from './calendar-host.command.js';
import { CalendarListCommand, CalendarUseCommand } from './calendar.command.js';
import type { Command } from './command.js';
import { CurrentCalendar } from './current-calendar.js';
import { HostsAddCommand, HostsListCommand, HostsRemoveCommand } from './hosts.command.js';
import { HoursClearCommand, HoursListCommand } from './hours.command.js';
import { NextTimesNews } from './next-times-news.js';
import { OffAddCommand } from './off-add.command.js';
import { OffListCommand } from './off-list.command.js';
import { OffOpenCommand } from './off-open.command.js';
import { OffRemoveCommand } from './off-remove.command.js';
import { PauseCommand, ResumeCommand } from './pause.command.js';
import { QuestionsCommand } from './questions.command.js';
import { SettingCommand } from './setting.command.js';
import { CalendarNewCommand, SetupCommand } from './setup.command.js';
import { LinkCommand, ShowCommand } from './show.command.js';
import { StatusCommand } from './status.command.js';
import { TravelCommand } from './travel.command.js';
import { WhyCommand } from './why.command.js';

/** Commands that Nest makes; each is listed once, here. */
export const COMMANDS = [
  ...BOOK_COMMANDS,
  SetupCommand,
  ShowCommand,
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
    change: ChangeSettings,
    nextTimes: NextTimesNews,
    confirmations: Confirmations,
    affected: AffectedBookingsQuestion,
  ) {
    const tools = { current, change, nextTimes, confirmations, affected };
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
