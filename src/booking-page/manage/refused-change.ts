import type { BookingProblem } from '../../bookings/booking.errors.js';
import { tooLateWords } from '../../bookings/manage/too-late-words.js';
import type { Message } from '../views/message-words.js';
import { type BookingPlace, manageLink } from '../views/page-links.js';

/** The page for a change that can no longer be made; null when something else stood in its way. */
export function refusedChange(problem: BookingProblem, place: BookingPlace): Message | null {
  if (problem.kind === 'booking-closed') return closedMessage(place);
  if (problem.kind !== 'too-late') return null;
  const text = tooLateWords(problem.change, problem.minutes);
  return { kind: 'too-late', text, back: manageLink(place) };
}

export const closedMessage = (place: BookingPlace): Message => ({
  kind: 'closed',
  back: manageLink(place),
});
