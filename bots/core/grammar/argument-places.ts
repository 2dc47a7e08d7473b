import { textOf } from '../../../src/calendars/words/line-words.js';
import { quoted } from '../../../src/calendars/words/plain-words.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { fitsArgument, mayHaveSpaces, resemblesArgument } from './argument-fit.js';
import type { CommandTail } from './argument-split.js';
import type { ArgumentEntry } from './command-entry.js';
import { grammarProblem, type GrammarProblem } from './grammar-problem.js';

/** Values by the name of their argument, in the order of the arguments. */
type Placed = readonly (readonly [name: string, value: string])[];

/** No date, time or zone has more words; looking at more of them would only take time. */
const MOST_WORDS_OF_A_VALUE = 10;
/** Nor has a name that somebody types without quotation marks. */
const MOST_WORDS_OF_A_NAME = 4;
const NAME = /^\p{L}[\p{L}\p{M}.'’-]*$/u;

/** Gives the words to the arguments in their order, each as many as belong to it. */
export function placeWords(
  open: readonly ArgumentEntry[],
  tail: CommandTail,
): Outcome<Placed, GrammarProblem> {
  const [entry, ...later] = open;
  if (tail.tokens.length === 0) return done([]);
  if (!entry) {
    const rest = quoted(textOf(tail.line, tail.tokens));
    return grammarProblem('too-much', say('grammar:parser.tooMuch', { rest }));
  }
  const length = wordsOf(entry, later, tail);
  const placed = placeWords(later, behind(tail, length));
  if (!placed.ok || length === 0) return placed;
  return done([[entry.name, beginningOf(tail, length)], ...placed.value]);
}

/** How many of the words belong to the argument; none when it is optional and they do not fit. */
function wordsOf(entry: ArgumentEntry, later: readonly ArgumentEntry[], tail: CommandTail): number {
  const { tokens } = tail;
  const isLast = later.length === 0;
  if (!mayHaveSpaces(entry)) return entry.isRequired || isLast || fits(entry, tail, 1) ? 1 : 0;
  if (isLast) return tokens.length;
  if (tokens[0]?.quotedFrom === 0) return 1;
  if (entry.type === 'person') {
    return entry.isRequired || fits(entry, tail, 1) ? wordsOfName(later, tail) : 0;
  }
  const fitting = lengthsOf(entry, tail);
  const isComplete = (length: number): boolean => isPlaceable(later, behind(tail, length));
  // A mere number may begin anything: `31 feb` is no length.
  const isSure = (length: number): boolean => !/^\d+$/.test(beginningOf(tail, length));
  // What fits nothing goes to the argument that must be there, whose parser says what would work.
  return fitting.find(isComplete) ?? fitting.find(isSure) ?? (entry.isRequired ? tokens.length : 0);
}

/** `@Ada Lovelace tomorrow`: a name goes on until everything behind it has a place. */
function wordsOfName(later: readonly ArgumentEntry[], tail: CommandTail): number {
  const isMention = tail.tokens[0]?.text.startsWith('<') === true;
  const other = tail.tokens.slice(1, MOST_WORDS_OF_A_NAME);
  const end = other.findIndex(({ text }) => !NAME.test(text));
  const most = isMention ? 1 : 1 + (end === -1 ? other.length : end);
  const lengths = Array.from({ length: most }, (_, index) => index + 1);
  return lengths.find((length) => isPlaceable(later, behind(tail, length))) ?? 1;
}

/** Whether the arguments take all the words, each what fits it, and none that must be there lacks. */
function isPlaceable(open: readonly ArgumentEntry[], tail: CommandTail): boolean {
  const [entry, ...later] = open;
  if (!entry) return tail.tokens.length === 0;
  return (
    (!entry.isRequired && isPlaceable(later, tail)) ||
    lengthsOf(entry, tail).some((length) => isPlaceable(later, behind(tail, length)))
  );
}

/** How many of the first words could be the argument's value, the most first. */
function lengthsOf(entry: ArgumentEntry, tail: CommandTail): readonly number[] {
  const most = mayHaveSpaces(entry) ? MOST_WORDS_OF_A_VALUE : 1;
  const count = Math.min(tail.tokens.length, most);
  const lengths = Array.from({ length: count }, (_, index) => count - index);
  const fitting = lengths.filter((length) => fits(entry, tail, length));
  if (fitting.length > 0) return fitting;
  return lengths.filter((length) => resemblesArgument(entry, beginningOf(tail, length)));
}

const fits = (entry: ArgumentEntry, tail: CommandTail, length: number): boolean =>
  fitsArgument(entry, beginningOf(tail, length));

const beginningOf = ({ line, tokens }: CommandTail, length: number): string =>
  textOf(line, tokens.slice(0, length));

const behind = ({ line, tokens }: CommandTail, length: number): CommandTail => ({
  line,
  tokens: tokens.slice(length),
});
