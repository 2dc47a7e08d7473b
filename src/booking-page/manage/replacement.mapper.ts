import type { BookingProblem } from '../../bookings/booking.errors.js';
import type { Replacement } from '../views/manage/other-times.view.js';

/** What a page offers in place of a time that cannot be had; null when time is not the problem. */
export function replacementOf(problem: BookingProblem): Replacement | null {
  if (problem.kind === 'slot-taken') return { reason: 'taken', alternatives: problem.alternatives };
  if (problem.kind !== 'slot-not-offered') return null;
  return { reason: 'not-offered', alternatives: problem.alternatives };
}

/** The status of an answer to a form that asked for such a time. */
export const replacementStatus = ({ reason }: Replacement): 409 | 422 =>
  reason === 'taken' ? 409 : 422;
