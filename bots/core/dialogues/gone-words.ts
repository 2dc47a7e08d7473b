import type { BookingProblem } from '../../../src/bookings/booking.errors.js';
import { say } from '../../../src/language/say.js';

/** Why another time has to be found; null where that is not what stood in the way. */
export function goneWords({ kind }: BookingProblem): string | null {
  if (kind === 'slot-taken') return say('book:taken');
  return kind === 'slot-not-offered' ? say('book:notOffered') : null;
}
