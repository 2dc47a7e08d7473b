import { expect } from '@jest/globals';
import { MINUTE } from '../../src/slots/interval.js';
import { segmentsIn } from '../../src/slots/zone-offsets.js';
import { isDone, isTurnedAway, resultOf } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

const ZONES = ['America/New_York', 'America/Chicago', 'America/Los_Angeles'];
const DAY = 86_400_000;

/**
 * S14: where clocks go from 02:00 to 03:00 nobody gets 02:30, and where they go from 02:00 back to
 * 01:00 there are two times called 01:30, each of which somebody gets.
 */
export async function changedClocks(round: Round): Promise<void> {
  const { dice } = round;
  const zone = dice.pick(ZONES);
  const { paths } = await round.host(
    `--duration 30 --step 30 --buffer-after 0 --timezone ${zone} --hours "mon-sun 01:00-03:00" --window unlimited`,
  );
  const { skipped, repeated } = nextChanges(zone);
  const want = (start: string, times: number) =>
    Array.from({ length: times }, () => toBook(paths[0], start, round.key()));
  const missing = want(skipped, 3).map((wish) => ({ ...wish, mayMeet: ['422 slot-not-offered'] }));
  const twins = repeated.flatMap((start) => want(start, dice.between(2, 8)));
  const attempts = await round.rush(dice.draw([...missing, ...twins], Infinity));

  const standing = await round.judge();
  const nobody = attempts.filter(({ start }) => start === skipped);
  if (attempts.some(isTurnedAway)) return;
  expect(nobody.map((tried) => resultOf(tried).status)).toEqual([422, 422, 422]);
  expect(standing.map(({ start }) => start).sort()).toEqual(repeated);
  expect(attempts.filter(isDone)).toHaveLength(repeated.length);
}

/** The next 02:30 that its zone skips, as somebody means it who did not notice, and both 01:30. */
function nextChanges(zone: string) {
  // Whoever asks so soon may be refused because the notice has begun.
  const start = Date.now() + 3 * DAY;
  const segments = segmentsIn(zone, { start, end: start + 370 * DAY });
  const changes = segments.slice(1).map(({ start: at, offset }, index) => ({
    at,
    step: offset - (segments[index]?.offset ?? 0),
  }));
  const ahead = changes.find(({ step }) => step > 0)?.at ?? 0;
  const back = changes.find(({ step }) => step < 0)?.at ?? 0;
  const iso = (instant: number): string => new Date(instant).toISOString();
  return {
    skipped: iso(ahead + 30 * MINUTE),
    repeated: [iso(back - 30 * MINUTE), iso(back + 30 * MINUTE)],
  };
}
