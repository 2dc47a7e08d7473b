import { say } from '../../../src/language/say.js';
import {
  type CommandEntry,
  endsWith,
  type GroupEntry,
  isWorking,
  type TopLevel,
} from './command-entry.js';
import { commandsIn, findCommand, findGroup, type Grammar } from './grammar.js';
import { examplesOf, usageOf } from './usage.js';

/** A chat shows so many lines without folding them. */
const MOST_HELP_LINES = 12;

/** What a newcomer tries first, in this order. */
const FIRST_STEPS = ['setup', 'hours set', 'off add', 'bookings list', 'why'] as const;

const SECTIONS = [
  ['grammar:help.setUp', ['setup', 'show', 'link', 'calendar', 'alerts', 'account']],
  ['grammar:help.settings', ['settings', 'set', 'look']],
  ['grammar:help.free', ['hours', 'off', 'why', 'pause', 'resume']],
  ['grammar:help.daily', ['agenda', 'bookings']],
] as const;

/** Help about a command, a group, or everything; at most twelve lines, examples first. */
export const helpLines = (grammar: Grammar, top: TopLevel, topic: string): readonly string[] =>
  topicHelp(grammar, top, topic) ?? overview(grammar, top);

/** The same; null for what is neither a command nor a group. */
export function topicHelp(
  grammar: Grammar,
  top: TopLevel,
  topic: string,
): readonly string[] | null {
  const words = topic.trim().toLowerCase().replace(/^\//, '').split(/\s+/);
  const path = (words[0] === grammar.names[top] ? words.slice(1) : words).join(' ');
  if (path === '') return overview(grammar, top);
  const command = findCommand(grammar, top, path);
  if (command) return commandHelp(grammar, command);
  const group = findGroup(grammar, top, path);
  if (group) return groupHelp(grammar, group);
  const [short, ...others] = commandsOf(grammar, top).filter((entry) => endsWith(entry, path));
  return short && others.length === 0 ? commandHelp(grammar, short) : null;
}

export function commandHelp(grammar: Grammar, command: CommandEntry): readonly string[] {
  const flags = command.flags.map(({ name, summary }) => `--${name} (${summary})`);
  return [
    ...examplesOf(grammar, command),
    say('grammar:help.usage', { usage: usageOf(grammar, command) }),
    command.later ?? `${command.summary}.`,
    ...(flags.length > 0 ? [say('grammar:help.flags', { flags: flags.join(', ') })] : []),
  ].slice(0, MOST_HELP_LINES);
}

export function groupHelp(grammar: Grammar, group: GroupEntry): readonly string[] {
  return wholeHelp(grammar, commandsIn(grammar, group), `${group.summary}.`);
}

function overview(grammar: Grammar, top: TopLevel): readonly string[] {
  const own = commandsOf(grammar, top);
  if (top === 'book') return wholeHelp(grammar, own, say('grammar:help.page'));
  if (top === 'scheduleAdmin') return wholeHelp(grammar, own);
  const steps = FIRST_STEPS.flatMap((step) => own.filter(({ path }) => path === step));
  const example = `/${grammar.names[top]} help hours`;
  return [
    ...firstExamples(grammar, steps),
    ...SECTIONS.map(([name, words]) => `${say(name)}: ${wordsIn(own, words).join(', ')}`),
    ...laterLine(own),
    say('grammar:help.more', { example }),
  ].slice(0, MOST_HELP_LINES);
}

/** An example of each command; where those are too many, of some, and the names of all. */
function wholeHelp(
  grammar: Grammar,
  commands: readonly CommandEntry[],
  ...more: readonly string[]
): readonly string[] {
  const working = commands.filter(isWorking);
  const examples = firstExamples(grammar, working);
  const last = [...more, ...laterLine(commands)];
  const room = MOST_HELP_LINES - last.length;
  if (examples.length <= room) return [...examples, ...last];
  const all = say('grammar:help.all', { commands: working.map(lastWord).join(', ') });
  return [...examples.slice(0, room - 1), all, ...last];
}

const commandsOf = ({ commands }: Grammar, top: TopLevel): readonly CommandEntry[] =>
  commands.filter((entry) => entry.top === top);

const firstExamples = (grammar: Grammar, commands: readonly CommandEntry[]): readonly string[] =>
  commands.flatMap((command) => examplesOf(grammar, command).slice(0, 1));

const firstWord = ({ path }: CommandEntry): string => path.split(' ')[0] ?? '';
const lastWord = ({ path }: CommandEntry): string => path.slice(path.lastIndexOf(' ') + 1);

/** Each of the words, with the words that may follow it: `hours (set, clear, list)`. */
function wordsIn(commands: readonly CommandEntry[], words: readonly string[]): readonly string[] {
  return words.map((word) => {
    const inside = commands.filter(({ path }) => path.startsWith(`${word} `)).filter(isWorking);
    return inside.length === 0 ? word : `${word} (${inside.map(lastWord).join(', ')})`;
  });
}

/** What does not work yet; where nothing of a group does, only the group. */
function laterLine(commands: readonly CommandEntry[]): readonly string[] {
  const begun = new Set(commands.filter(isWorking).map(firstWord));
  const names = commands
    .filter((command) => !isWorking(command))
    .map((command) => (begun.has(firstWord(command)) ? command.path : firstWord(command)));
  const later = [...new Set(names)].join(', ');
  return later === '' ? [] : [say('grammar:help.later', { commands: later })];
}
