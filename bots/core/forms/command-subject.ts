import type { CommandEntry } from '../grammar/command-entry.js';
import type { Grammar } from '../grammar/grammar.js';

/** The kind of the form that every command has that needs something. */
export const COMMAND_FORM = 'command';
/** The kind of the form that finds other times for a booking. */
export const OTHER_TIME_FORM = 'other-time';
/** The kind of the form that ends a booking, and asks why. */
export const CANCEL_FORM = 'cancel';
/** The kind of the form that books, or moves a booking of one's own. */
export const BOOKING_FORM = 'booking';

/** The kind of the form that shares a booking link. */
export const SHARE_FORM = 'share';

/** A command, and the calendar that it was about when its form was opened. */
export interface CommandSubject {
  readonly command: CommandEntry;
  readonly calendarId?: string;
}

/** `schedule off add|<id of a calendar>`. */
export const commandSubject = (
  { top, path }: Pick<CommandEntry, 'top' | 'path'>,
  calendarId?: string,
): string => `${top} ${path}${calendarId === undefined ? '' : `|${calendarId}`}`;

/** The same back again; null for what is no command here. */
export function readCommandSubject(subject: string, grammar: Grammar): CommandSubject | null {
  const [name = '', calendarId] = subject.split('|');
  const command = grammar.commands.find((entry) => commandSubject(entry) === name);
  if (!command) return null;
  return calendarId === undefined ? { command } : { command, calendarId };
}

/** What the form that books is about where a line asked for it. */
export const BOOK_WITH = commandSubject({ top: 'book', path: 'with' });
export const BOOK_MOVE = commandSubject({ top: 'book', path: 'move' });
