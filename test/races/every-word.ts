import { expect } from '@jest/globals';
import { type Attempt, isDone, resultOf } from './attempt.js';
import { emailOf } from './attendee-wishes.js';
import type { StandingBooking, StandingChange } from './standing.js';

/** What somebody was told has happened; null where they were not told so much. */
interface Told {
  readonly uid: string;
  readonly sequence: number | null;
  readonly start: string | null;
  readonly kind: string | null;
}

/** What was acknowledged is there, what was refused is not, and nothing else happened. */
export function expectEveryWord(
  attempts: readonly Attempt[],
  standing: readonly StandingBooking[],
): void {
  const told = attempts.filter(isDone).flatMap(toldBy);
  const stored = standing.flatMap(({ uid, changes }) =>
    changes.map((change) => ({ uid, ...change })),
  );
  const untrue = told.filter((one) => !stored.some((change) => speaksOf(one, change)));
  const untold = stored.filter(
    (change) => change.actor !== 'system' && !told.some((one) => speaksOf(one, change)),
  );
  expect({ untrue, untold }).toEqual({ untrue: [], untold: [] });
  expect(stored.filter(({ kind }) => kind === 'proposed')).toHaveLength(
    attempts.filter((tried) => tried.kind === 'propose' && isDone(tried)).length,
  );

  const booking = attempts.filter(({ kind }) => kind === 'book');
  const kept = new Set(booking.filter(isDone).map(({ key }) => key));
  // Whoever was too busy to answer may have been asked again with the same key, and have done it.
  const refused = booking.filter(({ key }) => !kept.has(key));
  const emails = standing.map(({ email }) => email);
  for (const { key } of refused) expect(emails).not.toContain(emailOf(key));
  expect(new Set(emails).size).toBe(emails.length);
}

function toldBy(tried: Attempt): Told[] {
  const { kind, uid = '' } = tried;
  switch (kind) {
    case 'hold':
    case 'choose':
    case 'release':
      return [];
    case 'propose':
      return [{ uid, sequence: null, start: null, kind: 'proposed' }];
    default: {
      const { json } = resultOf(tried);
      return [{ uid: json.uid, sequence: json.sequence, start: json.start, kind: null }];
    }
  }
}

interface Change extends StandingChange {
  readonly uid: string;
}

const speaksOf = ({ uid, sequence, start, kind }: Told, change: Change): boolean =>
  uid === change.uid &&
  (sequence === null || sequence === change.sequence) &&
  (start === null || start === change.start) &&
  (kind === null || kind === change.kind);
