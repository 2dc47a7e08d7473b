import type { CommandEntry } from '../grammar/command-entry.js';
import type { Grammar } from '../grammar/grammar.js';
import { parseTextCommand } from '../grammar/text-command.parser.js';
import { cancelSubject } from './cancel-subject.js';
import type { FormWish } from './form.js';
import {
  BOOKING_FORM,
  CANCEL_FORM,
  COMMAND_FORM,
  commandSubject,
  OTHER_TIME_FORM,
} from './command-subject.js';
import { BOOK_ANYBODY } from './shortcut-wishes.js';

/** Forms that are for several commands. */
const SEVERAL: ReadonlySet<string> = new Set([BOOKING_FORM, COMMAND_FORM, OTHER_TIME_FORM]);

/**
 * The form that a command line asks for: one whose command was given without what it needs. Decided by
 * the words alone, since a window has to open before anything can be looked up.
 */
export function formAskedFor(line: string, grammar: Grammar): FormWish | null {
  if (isBareBook(line, grammar)) return BOOK_ANYBODY;
  const parsed = parseTextCommand(line, grammar);
  const asked = parsed.ok ? parsed.value : parsed.problem.unfinished;
  if (!asked) return null;
  const { command, values } = asked;
  const isShort = command.form !== null && command.opensForm(values);
  if (parsed.ok && !isShort) return null;
  if (command.form === CANCEL_FORM) return cancelWish(command, values);
  const kind = command.form ?? COMMAND_FORM;
  const subject = SEVERAL.has(kind) ? commandSubject(command) : '';
  return { kind, subject, values: Object.fromEntries(values) };
}

/** Which booking is asked first; what they said goes along. */
function cancelWish(command: CommandEntry, values: ReadonlyMap<string, string>): FormWish {
  const said = Object.fromEntries(values);
  const { booking } = said;
  if (booking === undefined) {
    return { kind: COMMAND_FORM, subject: commandSubject(command), values: said };
  }
  const verb = command.top === 'book' ? 'cancel-mine' : 'cancel';
  return {
    kind: CANCEL_FORM,
    subject: cancelSubject({ verb, booking, start: null }),
    values: said,
  };
}

/** Whoever wants to book need not say more; in words alone it is a call for help. */
const isBareBook = (line: string, { names }: Grammar): boolean =>
  line.trim().toLowerCase() === `/${names.book}`;
