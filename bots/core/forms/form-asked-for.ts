import { parseTextCommand } from '../grammar/text-command.parser.js';
import type { Grammar } from '../grammar/grammar.js';
import type { FormWish } from './form.js';

/**
 * The form that a command line asks for: one whose command was given without what it needs. Decided by
 * the words alone, since a window has to open before anything can be looked up.
 */
export function formAskedFor(line: string, grammar: Grammar): FormWish | null {
  const parsed = parseTextCommand(line, grammar);
  if (!parsed.ok || parsed.value.command.form === null) return null;
  const { command, values } = parsed.value;
  return { kind: command.form ?? '', subject: '', values: Object.fromEntries(values) };
}
