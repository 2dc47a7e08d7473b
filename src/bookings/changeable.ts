import type { CalendarSettings } from '../calendars/settings/calendar-settings.js';
import { MINUTE } from '../slots/interval.js';
import type { Booking } from './booking.entity.js';
import type { BookingProblem } from './booking.errors.js';
import type { Actor } from './history/booking-history.js';
import { CHANGEABLE_STATUSES } from './booking-status.js';

/** What somebody wants to do with a booking that stands. */
export type Change = 'cancel' | 'move';

/** The wish to change a booking, and what the calendar says about such wishes. */
export interface ChangeWish {
  readonly booking: Booking;
  readonly settings: Pick<CalendarSettings, 'cutoffs'>;
  readonly change: Change;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** A booking can be moved and cancelled until it starts; null when it still can. */
export function closedProblem(booking: Booking, now: number): BookingProblem | null {
  const isChangeable = CHANGEABLE_STATUSES.some((status) => status === booking.status);
  const hasBegun = booking.startsAt.getTime() <= now;
  return isChangeable && !hasBegun ? null : { kind: 'booking-closed', status: booking.status };
}

/** The same for what was decided about one start: a booking that has moved since is another matter. */
export const closedOrMoved =
  (start: number) =>
  (booking: Booking, now: number): BookingProblem | null =>
    closedProblem(booking, now) ?? movedProblem(booking, start);

function movedProblem({ startsAt }: Booking, start: number): BookingProblem | null {
  const isThere = startsAt.getTime() === start;
  return isThere ? null : { kind: 'booking-changed', start: startsAt.getTime() };
}

/** Whoever decides about a booking decides about what they saw; null when it is still that, or unknown. */
export function changedProblem(
  { sequence, startsAt }: Booking,
  seenSequence: number | undefined,
): BookingProblem | null {
  const isSame = seenSequence === undefined || seenSequence === sequence;
  return isSame ? null : { kind: 'booking-changed', start: startsAt.getTime() };
}

/**
 * Attendees have to keep the calendar's cut-off as well, unless they were asked to move; a host may
 * act until the start.
 */
export function tooLateProblem({
  booking,
  settings,
  change,
  actor,
  now,
}: ChangeWish): BookingProblem | null {
  if (actor !== 'attendee' || (change === 'move' && booking.hostAskedMove)) return null;
  const { cancelMinutes, moveMinutes } = settings.cutoffs;
  const minutes = change === 'cancel' ? cancelMinutes : moveMinutes;
  const isInTime = minutes !== null && now < booking.startsAt.getTime() - minutes * MINUTE;
  return isInTime || minutes === 0 ? null : { kind: 'too-late', change, minutes };
}

/** Null when the attendee said why, or need not. */
export function reasonProblem(
  { settings, actor }: Pick<ChangeWish, 'settings' | 'actor'>,
  reason: string | null,
): BookingProblem | null {
  const isMissing = actor === 'attendee' && settings.cutoffs.reason === 'required' && !reason;
  return isMissing ? { kind: 'reason-missing' } : null;
}
