import { expect } from '@jest/globals';
import { resultOf } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

const GUESTS = 200;
const OTHERS = 6;
/** Far more than any queue lets somebody wait, and far less than locks that pile up take. */
const LONGEST_WAIT = 20_000;

/**
 * A crowd at one host: everybody is answered soon, if only that they shall come again, and whoever
 * wants another host meanwhile gets what they want.
 */
export async function crowdedHost(round: Round): Promise<void> {
  const { dice } = round;
  const busy = await round.host('--duration 30 --buffer-after 0');
  const calm = await round.host('--duration 30 --buffer-after 0');
  const wanted = await round.starts(busy.paths[0]);
  const free = (await round.starts(calm.paths[0])).filter((start) => start.includes(':00:00'));
  const crowd = Array.from({ length: GUESTS }, () =>
    toBook(busy.paths[0], dice.pick(wanted), round.key()),
  );
  const others = dice.draw(free, OTHERS).map((start) => toBook(calm.paths[0], start, round.key()));

  const begun = performance.now();
  const [, quiet] = await Promise.all([round.rush(crowd), round.queue(others)]);
  expect(performance.now() - begun).toBeLessThan(LONGEST_WAIT);
  expect(quiet.map((tried) => resultOf(tried).status)).toEqual(others.map(() => 201));
  await round.judge();
}
