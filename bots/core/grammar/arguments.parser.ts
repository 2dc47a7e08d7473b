import { quoted } from '../../../src/calendars/words/plain-words.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome, refused } from '../../../src/shared/outcome.js';
import { fitsArgument } from './argument-fit.js';
import { placeWords } from './argument-places.js';
import { splitArguments, type CommandTail } from './argument-split.js';
import { namedArguments, type ArgumentEntry, type CommandEntry } from './command-entry.js';
import { grammarProblem, type GrammarProblem } from './grammar-problem.js';

/** Values by the name of their argument or flag, as they were written. */
export type CommandValues = ReadonlyMap<string, string>;

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
export function checkValues(
  command: CommandEntry,
  values: CommandValues,
): Outcome<CommandValues, GrammarProblem> {
  const missing = command.arguments.find(({ name, isRequired }) => isRequired && !values.has(name));
  if (missing) {
    const facts = { name: quoted(missing.name), example: missing.example };
    const { problem } = grammarProblem('missing-argument', say('grammar:parser.missing', facts));
    return refused({ ...problem, unfinished: { command, values } });
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
  const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });
  const facts = { value: quoted(value), choices: anyOf.format(choices), example };
  return grammarProblem(
    'wrong-value',
    choices.length > 0
      ? say('grammar:parser.choice', facts)
      : say('grammar:parser.integer', { ...facts, name }),
  );
}
