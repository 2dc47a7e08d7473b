import { quoted } from '../../../src/calendars/words/plain-words.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { fitsArgument, mayHaveSpaces, resemblesArgument } from './argument-fit.js';
import type { CommandTail } from './argument-split.js';
import {
  type CommandEntry,
  endsWith,
  type GroupEntry,
  pathsOf,
  type TopLevel,
} from './command-entry.js';
import { grammarProblem, type GrammarProblem } from './grammar-problem.js';
import { commandsIn, findCommand, findGroup, typedName, type Grammar } from './grammar.js';
import { commandHelp, groupHelp, helpLines, topicHelp } from './help.js';
import { textOf, type Token } from '../../../src/calendars/words/line-words.js';
import { namesWish } from '../../../src/calendars/words/wish.parser.js';
import { nearestWord } from '../../../src/calendars/words/nearest-word.js';

/** A command, and how many of the words were its name; a topic when help is what was asked for. */
export interface FoundCommand {
  readonly command: CommandEntry;
  readonly length: number;
  readonly topic?: string;
}

type Found = Outcome<FoundCommand, GrammarProblem>;

/** Finds the command that the words behind a top level name, short forms included. */
export function findByWords(grammar: Grammar, top: TopLevel, tail: CommandTail): Found {
  const [first] = tail.tokens;
  if (!first) return helpOn(grammar, top, '');
  const word = wordOf(first);
  const command = findCommand(grammar, top, word);
  if (command) return done({ command, length: 1 });
  const group = findGroup(grammar, top, word);
  if (group) return findInGroup(grammar, group, tail);
  // `/book @ada tomorrow` needs no verb.
  const withPerson = top === 'book' && /^<?@/.test(word) ? findCommand(grammar, top, 'with') : null;
  if (withPerson) return done({ command: withPerson, length: 0 });
  return findShortForm(grammar, top, word);
}

/**
 * `/book ada tomorrow`: a word that is like no command, and no day, is the name of whoever is to be
 * booked. Null for words that name nobody.
 */
export function findByName(
  grammar: Grammar,
  top: TopLevel,
  { line, tokens }: CommandTail,
): CommandEntry | null {
  const [first] = tokens;
  if (top !== 'book' || !first || !/^\p{L}/u.test(first.text)) return null;
  // Whoever writes `a talk with ada` writes as people talk.
  const isTalk = tokens.some((token) => wordOf(token) === 'with');
  const isDay = tokens.some((_, at) => namesWish(textOf(line, tokens.slice(0, at + 1))));
  const isNear = nearestWord(wordOf(first), lastWordsOf(grammar, top)) !== null;
  return isTalk || isDay || isNear ? null : findCommand(grammar, top, 'with');
}

function findInGroup(grammar: Grammar, group: GroupEntry, { line, tokens }: CommandTail): Found {
  const { top, name } = group;
  const [, second] = tokens;
  if (!second) {
    const alone = findCommand(grammar, top, group.alone ?? '');
    return alone ? done({ command: alone, length: 1 }) : helpOn(grammar, top, name);
  }
  const word = wordOf(second);
  if (word === 'help') return helpOn(grammar, top, name);
  const command = findCommand(grammar, top, `${name} ${word}`);
  if (command) return done({ command, length: 2 });
  const otherwise = findCommand(grammar, top, group.otherwise ?? '');
  if (otherwise && startsLike(otherwise, { line, tokens: tokens.slice(1) })) {
    return done({ command: otherwise, length: 1 });
  }
  const paths = commandsIn(grammar, group)
    .flatMap(pathsOf)
    .map((path) => path.slice(name.length + 1));
  const nearest = nearestWord(word, paths);
  const meant = nearest === null ? null : findCommand(grammar, top, `${name} ${nearest}`);
  if (meant) return didYouMean(word, typedName(grammar, meant), commandHelp(grammar, meant));
  const [argument] = otherwise?.arguments ?? [];
  if (otherwise && argument && resemblesArgument(argument, textOf(line, tokens.slice(1)))) {
    return done({ command: otherwise, length: 1 });
  }
  // Perhaps the word belongs to another group: the colour is a matter of the look.
  const elsewhere = nearestWord(word, lastWordsOf(grammar, top));
  return elsewhere === null
    ? unknownWord(word, groupHelp(grammar, group))
    : proposal(grammar, top, { word, nearest: elsewhere });
}

/** Whether the first words fit the command's first argument, or start with what does. */
function startsLike(command: CommandEntry, { line, tokens }: CommandTail): boolean {
  const [argument] = command.arguments;
  if (!argument) return false;
  const most = mayHaveSpaces(argument) ? tokens.length : 1;
  const isRest = command.arguments.length === 1;
  const lengths = Array.from({ length: Math.min(most, 10) }, (_, index) => index + 1);
  return isRest
    ? fitsArgument(argument, textOf(line, tokens))
    : lengths.some((length) => fitsArgument(argument, textOf(line, tokens.slice(0, length))));
}

/** The last word of a command is enough when no other command has it. */
function findShortForm(grammar: Grammar, top: TopLevel, word: string): Found {
  const own = grammar.commands.filter((entry) => entry.top === top);
  const named = own.filter((entry) => endsWith(entry, word));
  const [only, ...others] = named;
  if (only && others.length === 0 && only.hasShortForm) return done({ command: only, length: 1 });
  if (only && others.length === 0) {
    return didYouMean(word, typedName(grammar, only), commandHelp(grammar, only));
  }
  if (only) {
    const commands = named.map((entry) => typedName(grammar, entry)).join(', ');
    const sentence = say('grammar:parser.ambiguous', { word: quoted(word), commands });
    return grammarProblem('unknown-word', sentence);
  }
  return proposal(grammar, top, { word, nearest: nearestWord(word, lastWordsOf(grammar, top)) });
}

/** The words by which commands and groups are known. */
function lastWordsOf({ commands, groups }: Grammar, top: TopLevel): readonly string[] {
  const paths = commands.filter((entry) => entry.top === top).flatMap(pathsOf);
  const names = groups.filter((entry) => entry.top === top).map(({ name }) => name);
  return [...new Set([...paths.map((path) => path.slice(path.lastIndexOf(' ') + 1)), ...names])];
}

/** What help is about, in the words of the grammar; refused where it is nothing that there is. */
export function findTopic(
  grammar: Grammar,
  top: TopLevel,
  tail: CommandTail,
): Outcome<string, GrammarProblem> {
  const topic = textOf(tail.line, tail.tokens);
  if (topicHelp(grammar, top, topic) !== null) return done(topic);
  const found = findByWords(grammar, top, tail);
  return found.ok ? done(found.value.topic ?? found.value.command.path) : found;
}

function proposal(
  grammar: Grammar,
  top: TopLevel,
  { word, nearest }: { readonly word: string; readonly nearest: string | null },
): Found {
  if (nearest === null) return unknownWord(word, helpLines(grammar, top, ''));
  const own = grammar.commands.filter((entry) => entry.top === top);
  const exact = own.find(({ path }) => path === nearest);
  const group = exact ? null : findGroup(grammar, top, nearest);
  if (group) {
    const name = `/${grammar.names[top]} ${group.name}`;
    return didYouMean(word, name, groupHelp(grammar, group));
  }
  const meant = exact ? [exact] : own.filter((entry) => endsWith(entry, nearest));
  const names = meant.map((entry) => typedName(grammar, entry)).join(', ');
  const [only] = meant;
  return didYouMean(word, names, only && meant.length === 1 ? commandHelp(grammar, only) : []);
}

function helpOn(grammar: Grammar, top: TopLevel, topic: string): Found {
  const command = findCommand(grammar, top, 'help');
  return command ? done({ command, length: 0, topic }) : unknownWord('help', []);
}

function didYouMean(word: string, name: string, help: readonly string[]) {
  const unknown = say('grammar:parser.unknownWord', { word: quoted(word) });
  const meant = say('grammar:parser.didYouMean', { command: name });
  return grammarProblem('unknown-word', `${unknown} ${meant}`, help);
}

const unknownWord = (word: string, help: readonly string[]) =>
  grammarProblem('unknown-word', say('grammar:parser.unknownWord', { word: quoted(word) }), help);

const wordOf = ({ text }: Token): string => text.toLowerCase();
