import { quoted } from '../../../src/calendars/words/plain-words.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { fitsArgument, mayHaveSpaces } from './argument-fit.js';
import { splitArguments, type CommandTail } from './argument-split.js';
import { namedArguments, type ArgumentEntry, type CommandEntry } from './command-entry.js';
import { grammarProblem, type GrammarProblem } from './grammar-problem.js';
import { textOf, type Token } from '../../../src/calendars/words/line-words.js';

/** Values by the name of their argument or flag, as they were written. */
export type CommandValues = ReadonlyMap<string, string>;

type Placed = readonly (readonly [name: string, value: string])[];

/** No date, time or zone has more words; looking at more of them would only take time. */
const MOST_WORDS_OF_A_VALUE = 10;

/** Reads what stands behind a command: by name, then by position. Choices and numbers are checked. */
export function parseArguments(
  command: CommandEntry,
  tail: CommandTail,
): Outcome<CommandValues, GrammarProblem> {
  const split = splitArguments(command, tail);
  if (!split.ok) return split;
  const { named, positional } = split.value;
  const names = named.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    return grammarProblem('given-twice', say('grammar:parser.twice', { name: `--${twice}` }));
  }
  const open = command.arguments.filter(({ name }) => !names.includes(name));
  const placed = placeWords(open, { line: tail.line, tokens: positional });
  return placed.ok ? checkValues(command, new Map([...named, ...placed.value])) : placed;
}

/** Refuses values without the required ones, and choices and numbers that are none. */
function checkValues(
  command: CommandEntry,
  values: CommandValues,
): Outcome<CommandValues, GrammarProblem> {
  const missing = command.arguments.find(({ name, isRequired }) => isRequired && !values.has(name));
  if (missing) {
    const facts = { name: quoted(missing.name), example: missing.example };
    return grammarProblem('missing-argument', say('grammar:parser.missing', facts));
  }
  const entries = namedArguments(command);
  const wrong = entries.find((entry) => !isPossible(entry, values.get(entry.name)));
  if (wrong) return wrongValue(wrong, values.get(wrong.name) ?? '');
  const inLowerCase = new Set(
    entries.filter(({ type }) => type === 'choice').map(({ name }) => name),
  );
  return done(
    new Map(
      [...values].map(([name, value]) => [
        name,
        inLowerCase.has(name) ? value.toLowerCase() : value,
      ]),
    ),
  );
}

function isPossible(entry: ArgumentEntry, value: string | undefined): boolean {
  const isChecked = ['choice', 'integer', 'yes-no'].includes(entry.type);
  return value === undefined || !isChecked || fitsArgument(entry, value);
}

function wrongValue({ name, choices, example }: ArgumentEntry, value: string) {
  const facts = { value: quoted(value), choices: choices.join(', '), example };
  return grammarProblem(
    'wrong-value',
    choices.length > 0
      ? say('grammar:parser.choice', { ...facts, name: quoted(name) })
      : say('grammar:parser.integer', { ...facts, name }),
  );
}

function placeWords(
  open: readonly ArgumentEntry[],
  { line, tokens }: CommandTail,
): Outcome<Placed, GrammarProblem> {
  const [entry, ...later] = open;
  if (tokens.length === 0) return done([]);
  if (!entry) {
    const rest = quoted(textOf(line, tokens));
    return grammarProblem('too-much', say('grammar:parser.tooMuch', { rest }));
  }
  const length = wordsOf(entry, { line, tokens }, later.length === 0);
  const placed = placeWords(later, { line, tokens: tokens.slice(length) });
  if (!placed.ok || length === 0) return placed;
  return done([[entry.name, textOf(line, tokens.slice(0, length))], ...placed.value]);
}

/** How many of the words belong to the argument; none when it is optional and they do not fit. */
function wordsOf(entry: ArgumentEntry, { line, tokens }: CommandTail, isLast: boolean): number {
  const hasSpaces = mayHaveSpaces(entry) && (isLast || entry.type !== 'person');
  if (!hasSpaces)
    return entry.isRequired || isLast || fits(entry, line, tokens.slice(0, 1)) ? 1 : 0;
  if (isLast) return tokens.length;
  if (tokens[0]?.quotedFrom === 0) return 1;
  const most = Math.min(tokens.length, MOST_WORDS_OF_A_VALUE);
  const lengths = Array.from({ length: most }, (_, index) => most - index);
  const fitting = lengths.find((length) => fits(entry, line, tokens.slice(0, length)));
  // What fits nothing goes to the argument that must be there, whose parser says what would work.
  return fitting ?? (entry.isRequired ? tokens.length : 0);
}

const fits = (entry: ArgumentEntry, line: string, tokens: readonly Token[]): boolean =>
  fitsArgument(entry, textOf(line, tokens));
