/** The three commands that a platform registers; each can have another name (`COMMAND_NAMES`). */
export type TopLevel = 'book' | 'schedule' | 'scheduleAdmin';
export type CommandNames = Readonly<Record<TopLevel, string>>;

export const DEFAULT_COMMAND_NAMES: CommandNames = {
  book: 'book',
  schedule: 'schedule',
  scheduleAdmin: 'schedule-admin',
};

/** What an argument holds. Chat hands all of them over as text; forms and Discord know more kinds. */
export type ArgumentType =
  | 'text'
  | 'integer'
  | 'yes-no'
  | 'choice'
  | 'person'
  | 'channel'
  | 'booking'
  | 'calendar'
  | 'duration'
  | 'hours'
  | 'day-hours'
  | 'dates'
  | 'when'
  | 'wish'
  | 'until'
  | 'time-zone';

export interface ArgumentEntry {
  /** `^[-_a-z0-9]{1,32}$`; the flag in text, the option in Discord. */
  readonly name: string;
  readonly type: ArgumentType;
  readonly summary: string;
  readonly isRequired: boolean;
  /** A value that works, as it would be written. */
  readonly example: string;
  /** The only values there are; for `choice`. */
  readonly choices: readonly string[];
  /** Whether an e-mail address names a person as well. */
  readonly mayBeEmail?: boolean;
}

/** Everybody; people with a booking calendar; people who administrate the workspace. */
export type Audience = 'anyone' | 'host' | 'admin';

/** One command, said once for every platform. */
export interface CommandEntry {
  readonly top: TopLevel;
  /** The words behind the top level: `setup`, `hours set`. */
  readonly path: string;
  /** Paths that lead to it as well, in text: words that people read of it. */
  readonly otherPaths: readonly string[];
  readonly summary: string;
  readonly who: Audience;
  /** By position, or by name; in text the last one takes the rest of the line. */
  readonly arguments: readonly ArgumentEntry[];
  /** By name only: the fields of the command's form. Never required. */
  readonly flags: readonly ArgumentEntry[];
  /** What follows the top level's name: `hours set mon-fri 9-17`. The first one is shown most. */
  readonly examples: readonly string[];
  /** False where the last word alone would be too short a way to something that is hard to undo. */
  readonly hasShortForm: boolean;
  /** For what does not work yet: the sentence that says so. */
  readonly later: string | null;
  /** The kind of form that asks for what it needs, where there are windows; null for none of its own. */
  readonly form: string | null;
  /** Whether that form opens for a line that lacks nothing but says so little. */
  readonly opensForm: (given: ReadonlyMap<string, string>) => boolean;
}

/** Commands that share their first word. */
export interface GroupEntry {
  readonly top: TopLevel;
  readonly name: string;
  readonly summary: string;
  /** The command in the group that the group's name alone runs; without one it lists the group. */
  readonly alone: string | null;
  /** The command that takes what follows when that is no command but fits its first argument. */
  readonly otherwise: string | null;
}

/** What people may be told to type. */
export const isWorking = ({ later }: Pick<CommandEntry, 'later'>): boolean => later === null;

type CommandFacts = Pick<CommandEntry, 'top' | 'path' | 'summary' | 'who' | 'examples'>;
type CommandExtras = Pick<
  CommandEntry,
  'otherPaths' | 'arguments' | 'flags' | 'hasShortForm' | 'later' | 'form' | 'opensForm'
>;

const NO_EXTRAS: CommandExtras = {
  ...{ otherPaths: [], arguments: [], flags: [], hasShortForm: true, later: null, form: null },
  opensForm: () => true,
};

/** For a form that opens only where something is missing. */
export const whenUnfinished = (): boolean => false;

/** For a form that opens unless one of each of these names is given. */
export const unlessGiven =
  (...needs: readonly (readonly string[])[]): CommandEntry['opensForm'] =>
  (given) =>
    needs.some((names) => names.every((name) => !given.has(name)));

export const command = (entry: CommandFacts & Partial<CommandExtras>): CommandEntry => ({
  ...NO_EXTRAS,
  ...entry,
});

type GroupFacts = Pick<GroupEntry, 'top' | 'name' | 'summary'>;

export const group = (entry: GroupFacts & Partial<GroupEntry>): GroupEntry => ({
  alone: null,
  otherwise: null,
  ...entry,
});

type ArgumentFacts = Pick<ArgumentEntry, 'name' | 'type' | 'summary' | 'example'>;

/** An argument that may be left out. */
export const optional = (
  entry: ArgumentFacts & Partial<Pick<ArgumentEntry, 'choices'>>,
): ArgumentEntry => ({ choices: [], ...entry, isRequired: false });

/** An argument without which the command makes no sense. */
export const required = (
  entry: ArgumentFacts & Partial<Pick<ArgumentEntry, 'choices'>>,
): ArgumentEntry => ({ choices: [], ...entry, isRequired: true });

/** Every path that leads to it, its own first. */
export const pathsOf = ({ path, otherPaths }: CommandEntry): readonly string[] => [
  path,
  ...otherPaths,
];

/** Whether a word alone is the last one of a path of two words that leads to it. */
export const endsWith = (entry: CommandEntry, word: string): boolean =>
  pathsOf(entry).some((path) => path.endsWith(` ${word}`));

/** Arguments and flags: everything that can be given by name. */
export const namedArguments = (entry: CommandEntry): readonly ArgumentEntry[] => [
  ...entry.arguments,
  ...entry.flags,
];
