import type { BookingProblem } from '../../src/bookings/booking.errors.js';
import { describeDate } from '../../src/calendars/words/local-date.js';
import { say } from '../../src/language/say.js';
import { type LocalDate, localDateOf } from '../../src/slots/wall-clock.js';
import { alternativeLines, BookingProblemWords } from './booking-problem-words.js';
import { type Message, sentences } from './message.js';

/** About a host none of whose calendars is open; `until` is the day on which one will be, where that is known. */
export const notTaking = (host: string, until: LocalDate | null): Message =>
  sentences(
    until === null
      ? say('book:notTaking', { host })
      : say('book:notTakingUntil', { host, day: describeDate(until) }),
  );

/** Says to whoever booked why it did not work: what a host can mend is no advice to them. */
export function attendeeProblem(problem: BookingProblem, host: string, timeZone: string): Message {
  switch (problem.kind) {
    case 'calendar-paused':
      return notTaking(host, problem.until && localDateOf(timeZone, problem.until.getTime()));
    case 'calendar-off':
    case 'not-found':
      return notTaking(host, null);
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
