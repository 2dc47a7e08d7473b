import { expect } from '@jest/globals';
import { type Attempt, emailOf, isDone, resultOf } from './attempt.js';
import {
  type Asker,
  openJobs,
  overlaps,
  type StandingBooking,
  standingBookings,
  strayJobs,
} from './standing.js';

/** After a crash a job may have to wait for somebody to notice that its worker is dead. */
const PATIENCE = 60_000;

export interface Case {
  readonly database: Asker;
  /** Everything that was tried on the bookings of `handles`. */
  readonly attempts: readonly Attempt[];
  readonly handles: readonly string[];
  /** The database went away while they were answered: other times could not always be looked up. */
  readonly isCutOff?: boolean;
}

/** Judges by what is stored, never by counting answers. Returns what is stored. */
export async function judge(the: Case): Promise<StandingBooking[]> {
  await judgeBookings(the);
  return judgeAlerts(the);
}

/** What was said is true, and no two live bookings overlap. */
export async function judgeBookings(the: Case): Promise<void> {
  const { database, attempts, handles, isCutOff = false } = the;
  for (const tried of attempts) expectAllowedAnswers(tried, isCutOff);
  expect(await overlaps(database)).toEqual([]);
  expect(await strayJobs(database)).toBe(0);
  const standing = await standingBookings(database, handles);
  for (const booking of standing) expectWholeHistory(booking);
  expectEveryWord(attempts, standing);
}

/** Whatever followed the bookings has happened. Waits for the jobs. */
export async function judgeAlerts({ database, handles }: Case): Promise<StandingBooking[]> {
  await jobsAreDone(database);
  const standing = await standingBookings(database, handles);
  for (const booking of standing) expectAlerted(booking);
  return standing;
}

/** A 2xx, a reason to choose something else, or a 503 that says when to try again. */
function expectAllowedAnswers(tried: Attempt, isCutOff: boolean): void {
  for (const answer of tried.answers) {
    if (!answer || answer.status < 300) continue;
    const { status, json, headers } = answer;
    if (status === 503) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      continue;
    }
    const name = String(json?.type).split('/').at(-1);
    const asked = { wish: tried.kind, start: tried.start };
    expect([...reasons(tried), WAITING]).toContain(`${status} ${name}`);
    if (name !== 'slot-taken') continue;
    const others: { readonly start: string }[] = json.alternatives;
    if (isCutOff && others.length === 0) continue;
    expect({ ...asked, others: others.length }).toEqual({ ...asked, others: 3 });
    expect(others.map(({ start }) => start)).not.toContain(tried.start);
  }
}

function reasons({ kind, seen, isLimited }: Attempt): string[] {
  const isTaken = kind === 'cancel' ? [] : ['409 slot-taken'];
  const isOver = kind === 'book' ? [] : ['409 booking-closed'];
  // Only who says what they saw can have seen something else.
  const isOther = seen === undefined ? [] : ['409 booking-changed'];
  const isFull = isLimited === true ? ['422 slot-not-offered'] : [];
  return [...isTaken, ...isOver, ...isOther, ...isFull];
}

/** Another request with the same key is being answered. */
const WAITING = '409 idempotency-conflict';

/** One final state: the changes lead to it without a gap, each was published once. */
function expectWholeHistory({ uid, changes, jobs, ...booking }: StandingBooking): void {
  const sequences = Array.from({ length: booking.sequence + 1 }, (_, index) => index);
  expect({ uid, sequences: changes.map(({ sequence }) => sequence), jobs }).toEqual({
    ...{ uid, sequences, jobs: sequences },
  });
  const [first, ...later] = changes.map(({ kind }) => kind);
  const last = later.at(-1);
  expect({ uid, first, cancelledEarly: later.slice(0, -1).includes('cancelled') }).toEqual({
    ...{ uid, first: 'booked', cancelledEarly: false },
  });
  expect({ uid, status: booking.status, start: changes.at(-1)?.start }).toEqual({
    ...{ uid, status: last === 'cancelled' ? 'cancelled' : 'confirmed', start: booking.start },
  });
}

/** What was acknowledged is there, what was refused is not, and nothing else happened. */
function expectEveryWord(attempts: readonly Attempt[], standing: readonly StandingBooking[]): void {
  const told = attempts.filter(isDone).map(({ kind, ...tried }) => {
    const { uid, sequence, start } = resultOf({ kind, ...tried }).json;
    return { uid, sequence, start };
  });
  const stored = standing.flatMap(({ uid, changes }) =>
    changes.map(({ sequence, start }) => ({ uid, sequence, start })),
  );
  expect(stored.map(line).sort()).toEqual([...new Set(told.map(line))].sort());

  const refused = attempts.filter((tried) => tried.kind === 'book' && !isDone(tried));
  const emails = standing.map(({ email }) => email);
  for (const { key } of refused) expect(emails).not.toContain(emailOf(key));
  expect(new Set(emails).size).toBe(emails.length);
}

interface Change {
  readonly uid: string;
  readonly sequence: number;
  readonly start: string;
}

const line = ({ uid, sequence, start }: Change): string => `${uid} ${sequence} ${start}`;

/** The channel shows one card for the booking, in its last state, and the host can look it up. */
function expectAlerted({ uid, sequence, cards, receipts }: StandingBooking): void {
  const shown = cards.map(({ reference, painted }) => [reference !== null, painted]);
  expect({ uid, shown, receipts }).toEqual({
    ...{ uid, shown: [[true, sequence]], receipts: ['handed_over'] },
  });
}

async function jobsAreDone(database: Asker): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while ((await openJobs(database)) > 0) {
    if (performance.now() > deadline) throw new Error(`Jobs were left after ${PATIENCE / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
