import { say } from '../../../src/language/say.js';
import { quoted } from '../../../src/calendars/words/plain-words.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { mayHaveSpaces, fitsArgument } from './argument-fit.js';
import { namedArguments, type ArgumentEntry, type CommandEntry } from './command-entry.js';
import { grammarProblem, type GrammarProblem } from './grammar-problem.js';
import { textOf, type Token } from '../../../src/calendars/words/line-words.js';
import { nearestWord } from '../../../src/calendars/words/nearest-word.js';

/** What was given by name, and the words that are left to be taken by position. */
export interface SplitArguments {
  readonly named: readonly (readonly [name: string, value: string])[];
  readonly positional: readonly Token[];
}

/** The tokens behind a command, and the line they come from. */
export interface CommandTail {
  readonly line: string;
  readonly tokens: readonly Token[];
}

interface Name {
  readonly entry: ArgumentEntry;
  /** What follows `=` or `:` in the same word; null when nothing does. */
  readonly inline: string | null;
  readonly isQuoted: boolean;
}

// Phones turn two hyphens into a dash, so that a dash before a word is a flag as well.
const FLAG = /^(--|[—–―‒−-])([a-z][a-z0-9_-]*)(=.*)?$/is;
const NAME = /^([a-z][a-z0-9_-]*):(.*)$/is;

/** Takes `--flag value`, `--flag=value` and `name:value` out of a line. */
export function splitArguments(
  command: CommandEntry,
  { line, tokens }: CommandTail,
): Outcome<SplitArguments, GrammarProblem> {
  const named: (readonly [string, string])[] = [];
  const positional: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (!token || (token.text === '--' && token.quotedFrom === null)) {
      return done({ named, positional: [...positional, ...tokens.slice(at + 1)] });
    }
    const name = nameIn(command, token);
    if (!name.ok) return name;
    if (name.value === null) {
      positional.push(token);
      at += 1;
    } else {
      const following = wordsUntilName(command, tokens.slice(at + 1));
      const taken = takenBy(name.value, following);
      const value = valueOf(name.value, textOf(line, taken));
      if (!value.ok) return value;
      named.push([name.value.entry.name, value.value]);
      at += 1 + taken.length;
    }
  }
  return done({ named, positional });
}

function nameIn(
  command: CommandEntry,
  { text, quotedFrom }: Token,
): Outcome<Name | null, GrammarProblem> {
  if (quotedFrom === 0) return done(null);
  const flag = FLAG.exec(text);
  const [, word, inline] = flag ? [null, flag[2], flag[3]?.slice(1)] : (NAME.exec(text) ?? []);
  if (word === undefined) return done(null);
  const entries = namedArguments(command);
  const entry = entries.find(({ name }) => name === word.toLowerCase());
  if (entry) return done({ entry, inline: inline ?? null, isQuoted: quotedFrom !== null });
  const nearest = nearestWord(
    word,
    entries.map(({ name }) => name),
  );
  const isFlag = flag?.[1] === '--' || (flag?.[1] === '—' && nearest !== null);
  return isFlag ? unknownFlag(word, nearest) : done(null);
}

function unknownFlag(word: string, nearest: string | null) {
  const problem = say('grammar:parser.unknownFlag', { flag: quoted(`--${word}`) });
  if (nearest === null) return grammarProblem('unknown-flag', problem);
  const proposal = say('grammar:parser.didYouMean', { command: `--${nearest}` });
  return grammarProblem('unknown-flag', `${problem} ${proposal}`);
}

function wordsUntilName(command: CommandEntry, tokens: readonly Token[]): readonly Token[] {
  const next = tokens.findIndex((token) => {
    const name = nameIn(command, token);
    return !name.ok || name.value !== null || (token.text === '--' && token.quotedFrom === null);
  });
  return next === -1 ? tokens : tokens.slice(0, next);
}

/** The words behind a name that belong to its value. */
function takenBy({ entry, inline, isQuoted }: Name, following: readonly Token[]): readonly Token[] {
  const [first] = following;
  const isComplete = isQuoted || (Boolean(inline) && !mayHaveSpaces(entry));
  if (isComplete || !first) return [];
  if (entry.type === 'yes-no') return fitsArgument(entry, first.text) ? [first] : [];
  const isOneWord = !mayHaveSpaces(entry) || (first.quotedFrom === 0 && !inline);
  return isOneWord ? [first] : following;
}

function valueOf(
  { entry, inline, isQuoted }: Name,
  following: string,
): Outcome<string, GrammarProblem> {
  const value = [inline ?? '', following].filter((part) => part !== '').join(' ');
  if (value !== '' || isQuoted) return done(value);
  if (entry.type === 'yes-no') return done('yes');
  const facts = { flag: `--${entry.name}`, example: `--${entry.name} ${entry.example}` };
  return grammarProblem('flag-without-value', say('grammar:parser.noValue', facts));
}
