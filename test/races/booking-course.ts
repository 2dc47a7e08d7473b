import { expect } from '@jest/globals';
import type { ChangeKind } from '../../src/bookings/history/booking-change.entity.js';
import type { BookingStatus } from '../../src/bookings/booking-status.js';
import type { StandingBooking, StandingChange } from './standing.js';

/** Where a booking is after some of its changes. */
interface Course {
  /** Null before the first. */
  readonly status: BookingStatus | null;
  readonly start: string | null;
  /** What is being asked of the host, or of the attendee. */
  readonly question: 'move' | 'proposal' | null;
  /** The starts that it is about, ascending. */
  readonly held: readonly string[];
}

/** What may happen when, as the product promises it; written down apart from how it does it. */
interface Step {
  readonly from: readonly (BookingStatus | null)[];
  /** Left out where the state stays. */
  readonly to?: BookingStatus;
  readonly by: readonly ('attendee' | 'host' | 'system')[];
  /** Other times are held from now on. */
  readonly asks?: 'move' | 'proposal';
  /** It answers this question, and nothing else can. */
  readonly answers?: 'move' | 'proposal';
  /** Whatever is asked and held goes on. */
  readonly leaves?: true;
}

const LIVE = ['pending', 'confirmed'] as const;
const ANYBODY = ['attendee', 'host'] as const;

const STEPS: Readonly<Record<ChangeKind, Step>> = {
  booked: { from: [null], to: 'confirmed', by: ANYBODY },
  requested: { from: [null, 'pending'], to: 'pending', by: ['attendee'] },
  confirmed: { from: ['pending'], to: 'confirmed', by: ANYBODY },
  declined: { from: ['pending'], to: 'declined', by: ['host'] },
  expired: { from: ['pending'], to: 'expired', by: ['system'] },
  moved: { from: LIVE, by: ANYBODY },
  cancelled: { from: LIVE, to: 'cancelled', by: ANYBODY },
  move_requested: { from: ['confirmed'], by: ['attendee'], asks: 'move' },
  move_declined: { from: ['confirmed'], by: ['host', 'system'], answers: 'move' },
  move_withdrawn: { from: ['confirmed'], by: ['attendee'], answers: 'move' },
  move_wanted: { from: LIVE, by: ['host'], leaves: true },
  move_kept: { from: LIVE, by: ['attendee'], leaves: true },
  proposed: { from: LIVE, by: ['host'], asks: 'proposal' },
  proposal_ended: { from: LIVE, by: ['attendee', 'system'], answers: 'proposal' },
  showed: { from: ['confirmed', 'no_show'], to: 'showed', by: ['host'] },
  handed_over: { from: LIVE, by: ['host'], leaves: true },
  no_show: { from: ['confirmed', 'showed'], to: 'no_show', by: ['host'] },
};

/** The changes follow one another as they may, without a gap, and lead to what is stored. */
export function expectWholeCourse(booking: StandingBooking): void {
  const { uid, changes, jobs, status, start, held, sequence } = booking;
  const sequences = Array.from({ length: sequence + 1 }, (_, index) => index);
  expect({ uid, sequences: changes.map((change) => change.sequence), jobs }).toEqual({
    ...{ uid, sequences, jobs: sequences },
  });
  const nothing: Course = { status: null, start: null, question: null, held: [] };
  const end = changes.reduce((course, change) => after(course, change, uid), nothing);
  expect({ uid, status, start, held }).toEqual({
    ...{ uid, status: end.status, start: end.start, held: end.held },
  });
}

function after(course: Course, change: StandingChange, uid: string): Course {
  const { kind, start } = change;
  const step = STEPS[kind];
  const asked = change.asked.toSorted();
  const broken = violations(course, change);
  if (Object.keys(broken).length > 0) {
    const found = JSON.stringify({ uid, change, broken, before: course });
    throw new Error(`That cannot follow: ${found}`);
  }
  return {
    status: step.to ?? statusMoved(course, change),
    start,
    ...(step.leaves
      ? { question: course.question, held: course.held }
      : { question: step.asks ?? null, held: step.asks ? asked : [] }),
  };
}

/** What of a change goes against the law, by the name of the law. */
function violations(course: Course, change: StandingChange): object {
  const { kind, actor, start } = change;
  const { from, by, answers } = STEPS[kind];
  const isStart = course.start === null || course.start === start;
  return {
    ...(from.includes(course.status) ? {} : { from: course.status }),
    ...(by.some((one) => one === actor) ? {} : { by: actor }),
    ...(answers === undefined || course.question === answers ? {} : { answers: course.question }),
    ...(isStart || mayMove(course, change) ? {} : { moved: start }),
  };
}

/** The host's own move stands. */
const statusMoved = ({ status }: Course, { kind, actor }: StandingChange): BookingStatus | null =>
  kind === 'moved' && actor === 'host' ? 'confirmed' : status;

/** Its attendee may ask anew for another time; it is confirmed at one only if the host proposed it. */
const mayMove = ({ question, held }: Course, { kind, start }: StandingChange): boolean =>
  ['moved', 'requested'].includes(kind) ||
  (kind === 'confirmed' && question === 'proposal' && held.includes(start));
