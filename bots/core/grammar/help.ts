import { say } from '../../../src/language/say.js';
import type { CommandEntry, GroupEntry, TopLevel } from './command-entry.js';
import { commandsIn, findCommand, findGroup, type Grammar } from './grammar.js';
import { examplesOf, usageOf } from './usage.js';

/** A chat shows so many lines without folding them. */
const MOST_HELP_LINES = 12;

/** What a newcomer tries first, in this order. */
const FIRST_STEPS: Readonly<Record<TopLevel, readonly string[]>> = {
  book: ['with', 'list', 'cancel'],
  schedule: ['setup', 'hours set', 'off add', 'bookings list', 'why'],
  scheduleAdmin: ['hosts add', 'status', 'doctor'],
};

const SECTIONS = [
  ['grammar:help.setUp', ['setup', 'show', 'link', 'alerts', 'set', 'look', 'calendar', 'account']],
  ['grammar:help.free', ['hours', 'off', 'why', 'pause', 'resume']],
  ['grammar:help.daily', ['agenda', 'bookings']],
] as const;

/** Help about a command, a group, or everything; at most twelve lines, examples first. */
export function helpLines(grammar: Grammar, top: TopLevel, topic: string): readonly string[] {
  const words = topic.trim().toLowerCase().replace(/^\//, '').split(/\s+/);
  const path = (words[0] === grammar.names[top] ? words.slice(1) : words).join(' ');
  const command = findCommand(grammar, top, path);
  if (command) return commandHelp(grammar, command);
  const group = findGroup(grammar, top, path);
  const [short, ...others] = grammar.commands.filter(
    (entry) => entry.top === top && entry.path.endsWith(` ${path}`),
  );
  if (!group && short && others.length === 0) return commandHelp(grammar, short);
  return group ? groupHelp(grammar, group) : overview(grammar, top);
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
  const commands = commandsIn(grammar, group);
  const working = commands.filter(({ later }) => later === null);
  const later = commands.filter((command) => command.later !== null);
  return [
    ...working.flatMap((command) => examplesOf(grammar, command).slice(0, 1)),
    `${group.summary}.`,
    ...laterLine(later.map(({ path }) => path)),
  ].slice(0, MOST_HELP_LINES);
}

function overview(grammar: Grammar, top: TopLevel): readonly string[] {
  const steps = FIRST_STEPS[top].flatMap((path) => {
    const command = findCommand(grammar, top, path);
    return command?.later === null ? examplesOf(grammar, command).slice(0, 1) : [];
  });
  const sections = top === 'schedule' ? SECTIONS : [];
  const example = `/${grammar.names[top]} help ${top === 'schedule' ? 'hours' : 'help'}`;
  return [
    ...steps,
    ...(top === 'book' ? [say('grammar:help.page')] : []),
    ...sections.map(([name, words]) => `${say(name)}: ${words.join(', ')}`),
    ...laterLine(laterWords(grammar, top)),
    ...(top === 'schedule' ? [say('grammar:help.more', { example })] : []),
  ].slice(0, MOST_HELP_LINES);
}

/** First words of which nothing works yet. */
function laterWords(grammar: Grammar, top: TopLevel): readonly string[] {
  const own = grammar.commands.filter((command) => command.top === top);
  const firstWord = ({ path }: CommandEntry) => path.split(' ')[0] ?? '';
  const working = new Set(own.filter(({ later }) => later === null).map(firstWord));
  return [...new Set(own.map(firstWord))].filter((word) => !working.has(word));
}

function laterLine(words: readonly string[]): readonly string[] {
  return words.length > 0 ? [say('grammar:help.later', { commands: words.join(', ') })] : [];
}
