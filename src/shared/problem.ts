import type { Outcome } from './outcome.js';

/** Every problem the API can answer with, and its status. The name ends the problem's `type`. */
export const PROBLEM_STATUS = {
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'slot-taken': 409,
  'already-booked': 409,
  'link-used': 409,
  'calendar-paused': 409,
  'booking-closed': 409,
  'booking-changed': 409,
  'booking-not-begun': 409,
  'has-bookings': 409,
  'calendar-off': 410,
  'precondition-failed': 412,
  'too-large': 413,
  validation: 422,
  'slot-not-offered': 422,
  'idempotency-conflict': 422,
  'rate-limited': 429,
  fault: 500,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ProblemName = keyof typeof PROBLEM_STATUS;

export const isProblemName = (name: string): name is ProblemName =>
  Object.hasOwn(PROBLEM_STATUS, name);

export const PROBLEM_NAMES: readonly ProblemName[] =
  Object.keys(PROBLEM_STATUS).filter(isProblemName);

/** The end of a problem's `type`, and the page that explains it. */
export const problemPath = (name: ProblemName): string => `/problems/${name}`;

/** A refusal as a person or a program should read it. */
export interface Problem {
  readonly name: ProblemName;
  /** A sentence of the catalogue: what is wrong and what to do. */
  readonly detail: string;
  /** Where it differs from the usual one of its kind. */
  readonly status?: number;
  /** Becomes the `Retry-After` header. */
  readonly retryAfterSeconds?: number;
  /** Further members of the problem, such as `errors` or `alternatives`. */
  readonly members?: ProblemMembers;
}

/** Any names but those that RFC 9457 gives a meaning of their own. */
export interface ProblemMembers extends Readonly<Record<string, unknown>> {
  readonly type?: never;
  readonly title?: never;
  readonly status?: never;
  readonly detail?: never;
}

/** Which value is wrong, as a JSON pointer into the body (`#/attendee/email`), and why. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

export function statusOf(problem: Problem): number {
  return problem.status ?? PROBLEM_STATUS[problem.name];
}

/** Carries a refusal to the edge, where the filter of the API or of the page turns it into an answer. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.name);
    this.name = 'ProblemError';
  }
}

/** The value; a refusal goes to the edge. */
export function orThrow<T>(outcome: Outcome<T, Problem>): T {
  if (outcome.ok) return outcome.value;
  throw new ProblemError(outcome.problem);
}
