import { namesHours } from '../../../src/calendars/words/hours-tokens.js';
import { namesDates } from '../../../src/calendars/words/dates.parser.js';
import { parseDayHours } from '../../../src/calendars/words/day-hours.parser.js';
import { parseMinutes } from '../../../src/calendars/words/duration.parser.js';
import { parseTimeZone } from '../../../src/calendars/words/time-zone.parser.js';
import { parseWeeklyHours } from '../../../src/calendars/words/weekly-hours.parser.js';
import { namesWhen } from '../../../src/calendars/words/when.parser.js';
import { namesWish, resemblesWish } from '../../../src/calendars/words/wish.parser.js';
import type { ArgumentEntry, ArgumentType } from './command-entry.js';

const ONE_WORD: ReadonlySet<ArgumentType> = new Set([
  'integer',
  'yes-no',
  'choice',
  'channel',
  'booking',
]);

/** Whether a value of this kind may have spaces without quotation marks. */
export const mayHaveSpaces = ({ type }: ArgumentEntry): boolean => !ONE_WORD.has(type);

/** Whether a text that does not fit was meant as such a value: then its parser says what is wrong. */
export function resemblesArgument({ type }: ArgumentEntry, text: string): boolean {
  if (type === 'hours') return namesHours(text);
  if (type === 'wish') return resemblesWish(text);
  return type === 'dates' && /\d/.test(text);
}

/**
 * Whether a text looks like a value of the argument: enough to tell where it ends and the next one
 * starts. Whether the value makes sense is for the command to say.
 */
export function fitsArgument({ type, choices }: ArgumentEntry, text: string): boolean {
  switch (type) {
    case 'choice':
      return choices.includes(text.toLowerCase());
    case 'integer':
      return /^-?\d+$/.test(text);
    case 'yes-no':
      return /^(?:yes|no|on|off|true|false)$/i.test(text);
    case 'person':
      return /^<?@/.test(text);
    case 'channel':
      return /^<?#/.test(text);
    case 'hours':
      return parseWeeklyHours(text).ok;
    case 'day-hours':
      return parseDayHours(text).ok;
    case 'dates':
      return namesDates(text);
    case 'when':
      return namesWhen(text) || namesDates(text);
    case 'wish':
      return namesWish(text);
    case 'duration':
      return parseMinutes(text).ok;
    case 'time-zone':
      return parseTimeZone(text).ok;
    case 'text':
    case 'booking':
    case 'calendar':
    case 'until':
      return true;
  }
}
