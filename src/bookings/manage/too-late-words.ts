import { describeMinutes } from '../../calendars/words/duration.parser.js';
import { say } from '../../language/say.js';
import type { Change } from '../changeable.js';

/** Why an attendee cannot change a booking by themselves any more, and who can. */
export function tooLateWords(change: Change, minutes: number | null): string {
  if (minutes === null) return say(`problems:tooLate.${change}Never`);
  return say(`problems:tooLate.${change}`, { length: describeMinutes(minutes) });
}
