import { expect } from '@jest/globals';
import { expectAllowedAnswers } from './allowed-answers.js';
import type { Attempt } from './attempt.js';
import { expectWholeCourse } from './booking-course.js';
import { expectEveryWord } from './every-word.js';
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
  expect(await strayJobs(database, handles)).toBe(0);
  expectEveryWord(attempts, await judgeMoment(database, handles));
}

/** What holds at every moment: nothing overlaps, and each booking is what its history says. */
export async function judgeMoment(
  database: Asker,
  handles: readonly string[],
): Promise<StandingBooking[]> {
  expect(await overlaps(database, handles)).toEqual([]);
  const standing = await standingBookings(database, handles);
  for (const booking of standing) expectWholeCourse(booking);
  return standing;
}

/** Whatever followed the bookings has happened. Waits for the jobs. */
export async function judgeAlerts({ database, handles }: Case): Promise<StandingBooking[]> {
  await jobsAreDone(database, 'cards');
  const standing = await standingBookings(database, handles);
  for (const booking of standing) expectAlerted(booking);
  return standing;
}

/** The channel shows one card for the booking, in its last state, and the host can look it up. */
function expectAlerted({ uid, sequence, cards, receipts }: StandingBooking): void {
  const shown = cards.map(({ reference, painted }) => [reference !== null, painted]);
  expect({ uid, shown, receipts }).toEqual({
    ...{ uid, shown: [[true, sequence]], receipts: ['handed_over'] },
  });
}

export async function jobsAreDone(database: Asker, queue: 'cards' | 'mail'): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while ((await openJobs(database, queue)) > 0) {
    if (performance.now() > deadline) throw new Error(`Jobs were left after ${PATIENCE / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
