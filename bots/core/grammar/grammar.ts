import { adminCommands, hostsGroup } from './admin-commands.js';
import { alertsCommands, alertsGroup } from './alerts-commands.js';
import { bookCommands } from './book-commands.js';
import { bookingsCommands, bookingsGroup } from './bookings-commands.js';
import { calendarCommands, calendarGroups } from './calendar-commands.js';
import {
  DEFAULT_COMMAND_NAMES,
  type CommandEntry,
  type CommandNames,
  type GroupEntry,
  pathsOf,
  type TopLevel,
} from './command-entry.js';
import { hoursCommands, hoursGroups } from './hours-commands.js';
import { lookCommands, lookGroup } from './look-commands.js';
import { scheduleCommands } from './schedule-commands.js';
import { setCommands, setGroup } from './set-commands.js';

/** Every command of every platform, under the names its top levels have here. */
export interface Grammar {
  readonly names: CommandNames;
  readonly commands: readonly CommandEntry[];
  readonly groups: readonly GroupEntry[];
}

const commands: readonly CommandEntry[] = [
  ...bookCommands,
  ...scheduleCommands,
  ...hoursCommands,
  ...setCommands,
  ...lookCommands,
  ...alertsCommands,
  ...bookingsCommands,
  ...calendarCommands,
  ...adminCommands,
];

const groups: readonly GroupEntry[] = [
  ...hoursGroups,
  setGroup,
  lookGroup,
  alertsGroup,
  bookingsGroup,
  ...calendarGroups,
  hostsGroup,
];

export const grammarNamed = (names: CommandNames = DEFAULT_COMMAND_NAMES): Grammar => ({
  names,
  commands,
  groups,
});

export function findCommand(grammar: Grammar, top: TopLevel, path: string): CommandEntry | null {
  return (
    grammar.commands.find((entry) => entry.top === top && pathsOf(entry).includes(path)) ?? null
  );
}

export function findGroup(grammar: Grammar, top: TopLevel, name: string): GroupEntry | null {
  return grammar.groups.find((entry) => entry.top === top && entry.name === name) ?? null;
}

/** The commands whose path starts with the group's name. */
export function commandsIn(grammar: Grammar, { top, name }: GroupEntry): readonly CommandEntry[] {
  return grammar.commands.filter((entry) => entry.top === top && entry.path.startsWith(`${name} `));
}

/** `/schedule hours set`, as it is typed here. */
export function typedName(grammar: Grammar, entry: Pick<CommandEntry, 'top' | 'path'>): string {
  return `/${grammar.names[entry.top]} ${entry.path}`;
}
