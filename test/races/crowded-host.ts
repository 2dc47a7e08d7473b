import { expect } from '@jest/globals';
import { resultOf } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

const GUESTS = 200;
const OTHERS = 6;

/**
 * A crowd at one host: everybody is answered, if only that they shall come again, and whoever wants
 * another host meanwhile gets it while the crowd still waits, in both processes.
 */
export async function crowdedHost(round: Round): Promise<void> {
  const { dice } = round;
  const busy = await round.host('--duration 30 --buffer-after 0');
  const calm = await round.host('--duration 30 --buffer-after 0');
  const wanted = await round.starts(busy.paths[0]);
  const free = (await round.starts(calm.paths[0])).filter((start) => start.includes(':00:00'));
  const others = dice.draw(free, OTHERS).map((start) => toBook(calm.paths[0], start, round.key()));

  let waiting = GUESTS;
  const crowd = Array.from({ length: GUESTS }, async () => {
    await round.rush([toBook(busy.paths[0], dice.pick(wanted), round.key())]);
    waiting -= 1;
  });
  const first = await round.rush(others.slice(0, 2));
  expect(waiting).toBeGreaterThan(0);
  const quiet = [...first, ...(await round.queue(others.slice(2)))];
  expect(quiet.map((tried) => resultOf(tried).status)).toEqual(others.map(() => 201));
  await Promise.all(crowd);
  await round.judge();
}
