import { fitsArgument } from './argument-fit.js';
import type { CommandTail } from './argument-split.js';
import { type CommandValues, parseArguments } from './arguments.parser.js';
import type { CommandEntry, TopLevel } from './command-entry.js';
import { findCommand, type Grammar } from './grammar.js';

/** A booking, as far as it was said. */
interface SpokenBooking {
  readonly command: CommandEntry;
  readonly values: CommandValues;
}

/**
 * `/book tomorrow`, `/book friday 10:00 with ada`: when and how long comes first, as people say it, and
 * whom they want to meet may be left to be asked. Null for other words.
 */
export function spokenBooking(
  grammar: Grammar,
  top: TopLevel,
  { line, tokens }: CommandTail,
): SpokenBooking | null {
  const command = top === 'book' ? findCommand(grammar, top, 'with') : null;
  if (!command) return null;
  const at = tokens.findIndex(({ text }) => /^(?:with$|<?@)/i.test(text));
  const time = timeIn(command, { line, tokens: at === -1 ? tokens : tokens.slice(0, at) });
  if (time === null || at === -1) return time && { command, values: time };
  const behind = tokens[at]?.text.toLowerCase() === 'with' ? at + 1 : at;
  const named = parseArguments(command, { line, tokens: tokens.slice(behind) });
  if (!named.ok || [...time.keys()].some((name) => named.value.has(name))) return null;
  return { command, values: new Map([...named.value, ...time]) };
}

/** Null unless there are words, and each of them belongs to a time, a length or a zone. */
function timeIn(command: CommandEntry, tail: CommandTail): CommandValues | null {
  const own = command.arguments.filter(({ type }) => type !== 'person');
  const values = parseArguments({ ...command, arguments: own }, tail);
  if (!values.ok || values.value.size === 0) return null;
  const isRead = own.every((entry) => {
    const value = values.value.get(entry.name);
    return value === undefined || fitsArgument(entry, value);
  });
  // A zone alone, or a bare number, is no wish.
  const isWish = /\p{L}|[:.-]/u.test(
    values.value.get('date') ?? values.value.get('duration') ?? '',
  );
  return isRead && isWish ? values.value : null;
}
