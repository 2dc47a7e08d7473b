import { calendarOff, calendarPaused, linkUsed } from '../calendars/calendar-problem.mapper.js';
import { durationNotOffered } from '../availability/asked-duration.js';
import { say } from '../language/say.js';
import {
  idempotencyConflict,
  idempotencyWaiting,
} from '../shared/idempotency/idempotency-problem.js';
import { invalid } from '../shared/field-problems.js';
import type { Interval } from '../slots/interval.js';
import type { BookingProblem } from './booking.errors.js';
import { tooLateWords } from './manage/too-late-words.js';
import type { FieldError, Problem } from '../shared/problem.js';
import type { IntakeProblem } from './intake/intake.js';
import type { BookingStatus } from './booking-status.js';

/** A booking problem as the API tells it: never another booking's time, nor whose it is. */
export function bookingProblem(problem: BookingProblem): Problem {
  switch (problem.kind) {
    case 'not-found':
      return noBooking();
    case 'calendar-off':
      return calendarOff();
    case 'calendar-paused':
      return calendarPaused(problem.until);
    case 'duration-not-offered':
      return invalid([durationNotOffered(problem.offered)]);
    case 'already-booked':
      return { name: 'already-booked', detail: say('problems:alreadyBooked') };
    case 'link-used':
      return linkUsed();
    case 'slot-taken':
      return slotTaken(problem.alternatives);
    case 'slot-not-offered':
      return slotNotOffered(problem);
    case 'intake-refused':
      return invalid(problem.problems.map(fieldError));
    case 'booking-closed':
      return bookingClosed(problem.status);
    case 'not-begun':
      return { name: 'booking-not-begun', detail: say('problems:notBegun') };
    case 'too-late':
      return tooLate(problem);
    case 'reason-missing':
      return invalid([{ pointer: '#/reason', detail: say('problems:field.reasonMissing') }]);
    case 'nothing-asked':
      return nothingAsked(problem.status);
    case 'booking-changed':
      return bookingChanged(problem.start);
    case 'no-reservation':
      return noReservation();
    case 'too-many-holds':
      return tooManyHolds(problem.retryAfterSeconds);
    case 'idempotency-conflict':
      return idempotencyConflict();
    case 'idempotency-waiting':
      return idempotencyWaiting();
    case 'unavailable':
      return unavailable(problem);
  }
}

/** The same for a wrong, an expired and a foreign token: nobody learns which bookings exist. */
export function noBooking(): Problem {
  return { name: 'not-found', detail: say('problems:noBooking') };
}

/** The same for a hold that never was, one that is over, and somebody else's. */
export function noReservation(): Problem {
  return { name: 'not-found', detail: say('problems:noReservation') };
}

function tooManyHolds(retryAfterSeconds: number): Problem {
  return { name: 'rate-limited', detail: say('problems:tooManyHolds'), retryAfterSeconds };
}

function slotTaken(intervals: readonly Interval[]): Problem {
  const alternatives = intervals.map(inUtc);
  const detail = say(alternatives.length > 0 ? 'problems:slotTaken' : 'problems:slotTakenNoOther');
  return { name: 'slot-taken', detail, members: { alternatives } };
}

const fieldError = ({ at, sentence }: IntakeProblem): FieldError => ({
  pointer: ['#', ...at.map((part) => encodeURIComponent(part.toWellFormed()))].join('/'),
  detail: sentence,
});

type NotOffered = Extract<BookingProblem, { readonly kind: 'slot-not-offered' }>;

function slotNotOffered({ step, alternatives }: NotOffered): Problem {
  const detail = say(`problems:notOffered.${step}`);
  const members = { reason: step, alternatives: alternatives.map(inUtc) };
  return { name: 'slot-not-offered', detail, members };
}

function bookingClosed(status: BookingStatus): Problem {
  const isUndone = status === 'cancelled' || status === 'declined' || status === 'expired';
  const detail = say(`problems:closed.${isUndone ? status : 'over'}`);
  return { name: 'booking-closed', detail, members: { bookingStatus: status } };
}

type TooLate = Extract<BookingProblem, { readonly kind: 'too-late' }>;

function tooLate({ change, minutes }: TooLate): Problem {
  return { name: 'booking-closed', detail: tooLateWords(change, minutes), members: { change } };
}

function nothingAsked(status: BookingStatus): Problem {
  const detail = say('problems:closed.answered');
  return { name: 'booking-closed', detail, members: { bookingStatus: status } };
}

function bookingChanged(start: number): Problem {
  const members = { start: new Date(start).toISOString() };
  return { name: 'booking-changed', detail: say('problems:bookingChanged'), members };
}

type Unavailable = Extract<BookingProblem, { readonly kind: 'unavailable' }>;

function unavailable({ retryAfterSeconds, isUncertain = false }: Unavailable): Problem {
  const detail = say(isUncertain ? 'problems:uncertain' : 'problems:unavailable');
  const members = isUncertain ? { members: { outcome: 'unknown' } } : {};
  return { name: 'unavailable', detail, retryAfterSeconds, ...members };
}

const inUtc = ({ start, end }: Interval): { readonly start: string; readonly end: string } => ({
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});
