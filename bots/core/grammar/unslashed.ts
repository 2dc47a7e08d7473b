import type { Grammar } from './grammar.js';
import { parseTextCommand } from './text-command.parser.js';

/**
 * The line with its slash, where plain words are a whole command that lacks nothing else: `book list`.
 * Null for talk, such as `book cancel my meeting`: a code that is meant has a figure in it.
 */
export function unslashed(text: string, grammar: Grammar): string | null {
  const line = `/${text.trim()}`;
  const [, top = '', second] = /^\/(\S+)\s+(\S+)/.exec(line) ?? [];
  const isNamed = Object.values(grammar.names).includes(top.toLowerCase());
  if (!isNamed || second === undefined) return null;
  const parsed = parseTextCommand(line, grammar);
  if (!parsed.ok) return null;
  const { command, values } = parsed.value;
  // A name without its mark may be any word: `book club`.
  if (command.path === 'with' && !/^(?:with$|<?@)/i.test(second)) return null;
  const codes = command.arguments.filter(({ type }) => type === 'booking');
  return codes.every(({ name }) => /\d/.test(values.get(name) ?? '0')) ? line : null;
}
