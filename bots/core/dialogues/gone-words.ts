import type { StartProblem } from '../../../src/bookings/booking.errors.js';
import { say } from '../../../src/language/say.js';

/** Why another time has to be found. */
export const goneWords = ({ kind }: StartProblem): string =>
  say(kind === 'slot-taken' ? 'book:taken' : 'book:notOffered');
