import type { BookingProblem } from '../../src/bookings/booking.errors.js';
import { say } from '../../src/language/say.js';
import { alternativeLines, BookingProblemWords } from './booking-problem-words.js';
import { type Message, sentences } from './message.js';

/** Says to whoever booked why it did not work: what a host can mend is no advice to them. */
export function attendeeProblem(problem: BookingProblem, host: string, timeZone: string): Message {
  switch (problem.kind) {
    case 'calendar-off':
    case 'calendar-paused':
    case 'not-found':
      return sentences(say('book:notTaking', { host }));
    case 'already-booked':
      return sentences(say('book:alreadyBooked', { host }));
    case 'idempotency-conflict':
      return sentences(say('book:answeredTwice'));
    case 'reason-missing':
      return sentences(say('book:reasonMissing', { host }));
    case 'slot-not-offered': {
      const why = say(`problems:notOffered.${problem.step}`);
      return { lines: [[why], ...alternativeLines(problem.alternatives, timeZone)] };
    }
    case 'unavailable':
      if (problem.isUncertain === true) return sentences(say('book:uncertain'));
      break;
    default:
  }
  return new BookingProblemWords().of(problem, timeZone);
}
