import { settingEntries } from '../../../src/calendars/settings/setting-change.js';
import { parseDayHours } from '../../../src/calendars/words/day-hours.parser.js';
import { parseDates } from '../../../src/calendars/words/dates.parser.js';
import { parseTimeZone } from '../../../src/calendars/words/time-zone.parser.js';
import { parseUntil } from '../../../src/calendars/words/until.parser.js';
import { parseWhen } from '../../../src/calendars/words/when.parser.js';
import { say } from '../../../src/language/say.js';
import type { Outcome } from '../../../src/shared/outcome.js';
import type { SentenceProblem } from '../../../src/shared/sentence-problem.js';
import { type ArgumentEntry, type CommandEntry, namedArguments } from '../grammar/command-entry.js';
import { emailId, settingOf } from './command-fields.js';
import type { FieldSentences } from './form-script.js';
import type { FormValues } from './form.js';

/** When and where words are read. */
interface Reading {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

/** What can be told wrong with the words of a command by looking at nothing else. */
export function wrongArguments(
  command: CommandEntry,
  values: FormValues,
  reading: Reading,
): FieldSentences {
  const wrong = namedArguments(command).flatMap((argument) => {
    const sentence = problemOf(command, argument, { values, reading });
    return sentence === null ? [] : [[argument.name, sentence] as const];
  });
  return Object.fromEntries(wrong);
}

function problemOf(
  command: CommandEntry,
  argument: ArgumentEntry,
  { values, reading }: { readonly values: FormValues; readonly reading: Reading },
): string | null {
  const text = values[argument.name]?.trim() ?? '';
  if (text === '') {
    const isNamed = argument.mayBeEmail === true && Boolean(values[emailId(argument.name)]?.trim());
    return argument.isRequired && !isNamed ? say('forms:needed') : null;
  }
  const setting = settingOf(command, argument);
  const read = setting
    ? settingEntries[setting].read(text, reading)
    : readArgument(argument, text, reading);
  return read.ok ? null : read.problem.sentence;
}

function readArgument(
  { type }: ArgumentEntry,
  text: string,
  reading: Reading,
): Outcome<unknown, SentenceProblem> {
  switch (type) {
    case 'dates':
      return parseDates(text, reading);
    case 'day-hours':
      return parseDayHours(text);
    case 'time-zone':
      return parseTimeZone(text);
    case 'until':
      return parseUntil(text, reading);
    case 'when':
      // Of several, the command says which one it cannot read.
      return /[,;]/.test(text) ? { ok: true, value: text } : parseWhen(text, reading);
    default:
      return { ok: true, value: text };
  }
}
