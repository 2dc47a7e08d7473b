import type { Token } from '../../../src/calendars/words/line-words.js';
import { quoted } from '../../../src/calendars/words/plain-words.js';
import { say } from '../../../src/language/say.js';
import { done, refused, type Outcome } from '../../../src/shared/outcome.js';
import { parseArguments, type CommandValues } from './arguments.parser.js';
import type { CommandTail } from './argument-split.js';
import type { CommandEntry, TopLevel } from './command-entry.js';
import { findByName, findByWords, findTopic } from './find-command.js';
import { grammarProblem, type GrammarProblem } from './grammar-problem.js';
import { findCommand, type Grammar } from './grammar.js';
import { commandHelp } from './help.js';
import { parseLine } from './line.parser.js';
import { spokenBooking } from './spoken-booking.js';
import { nearestWord } from '../../../src/calendars/words/nearest-word.js';
import { usageLines } from './usage.js';

/** A command as somebody gave it. */
export interface ParsedCommand {
  readonly command: CommandEntry;
  readonly values: CommandValues;
}

const TOPS: readonly TopLevel[] = ['book', 'schedule', 'scheduleAdmin'];

/**
 * Reads a line such as `/schedule set duration 45`, as Slack and the console hand it over. Never
 * throws: whatever it cannot read is answered with a sentence and with help.
 */
export function parseTextCommand(
  line: string,
  grammar: Grammar,
): Outcome<ParsedCommand, GrammarProblem> {
  const tokens = parseLine(line);
  if (!tokens.ok) return tokens;
  const top = topLevelOf(tokens.value[0], grammar);
  if (!top.ok) return top;
  const tail = { line, tokens: tokens.value.slice(1) };
  const found = findByWords(grammar, top.value, tail);
  if (!found.ok) {
    const spoken = spokenBooking(grammar, top.value, tail);
    if (spoken) return done(spoken);
    const named = findByName(grammar, top.value, tail);
    const given = named && readValues(grammar, named, tail);
    return given?.ok ? given : found;
  }
  const { command, length, topic } = found.value;
  if (topic !== undefined) return done({ command, values: topicOf(topic) });
  return readValues(grammar, command, { line, tokens: tail.tokens.slice(length) });
}

function topLevelOf(
  token: Token | undefined,
  { names }: Grammar,
): Outcome<TopLevel, GrammarProblem> {
  const word = token?.text.toLowerCase() ?? '';
  const top = TOPS.find((name) => `/${names[name]}` === word);
  if (top) return done(top);
  if (!word.startsWith('/')) {
    const example = `/${names.schedule} help`;
    return grammarProblem('not-a-command', say('grammar:parser.notACommand', { example }));
  }
  const all = TOPS.map((name) => names[name]);
  const nearest = nearestWord(word.slice(1), all);
  const unknown = say('grammar:parser.unknownTop', { word: quoted(word) });
  const advice =
    nearest === null
      ? say('grammar:parser.allCommands')
      : say('grammar:parser.didYouMean', { command: `/${nearest}` });
  return grammarProblem('unknown-word', `${unknown} ${advice}`);
}

function readValues(
  grammar: Grammar,
  command: CommandEntry,
  tail: CommandTail,
): Outcome<ParsedCommand, GrammarProblem> {
  const help = findCommand(grammar, command.top, 'help');
  if (help && asksForHelp(command, tail.tokens)) {
    return done({ command: help, values: topicOf(command.path) });
  }
  // What does not work yet says so, however it was written.
  if (command.later !== null) return done({ command, values: new Map() });
  if (command.path === 'help') {
    const topic = findTopic(grammar, command.top, tail);
    return topic.ok ? done({ command, values: topicOf(topic.value) }) : topic;
  }
  const values = parseArguments(command, tail);
  if (values.ok) return done({ command, values: values.value });
  const { problem } = values;
  const isShort = problem.kind === 'unknown-flag' && command.flags.length > 3;
  const lines = isShort ? commandHelp(grammar, command) : usageLines(grammar, command);
  return refused({ ...problem, help: lines });
}

/** `--help` anywhere, or `help` as the only word. */
function asksForHelp(command: CommandEntry, tokens: readonly Token[]): boolean {
  if (command.path === 'help') return false;
  const words = tokens.filter(({ quotedFrom }) => quotedFrom === null).map(({ text }) => text);
  return /^(?:--|—)?help$/i.test(words.join(' ')) || words.includes('--help');
}

const topicOf = (topic: string): CommandValues => new Map(topic === '' ? [] : [['topic', topic]]);
