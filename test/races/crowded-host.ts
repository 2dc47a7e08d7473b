import { expect } from '@jest/globals';
import { resultOf, toBook } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';

const GUESTS = 200;
const OTHERS = 6;
/** Far more than any queue lets somebody wait, and far less than locks that pile up take. */
const LONGEST_WAIT = 10_000;

/**
 * A crowd at one host: everybody is answered soon, if only that they shall come again, and whoever
 * wants another host meanwhile gets what they want.
 */
export async function crowdedHost({ arena, dice }: Round): Promise<void> {
  const busy = await arena.host('--duration 30 --buffer-after 0');
  const calm = await arena.host('--duration 30 --buffer-after 0');
  const wanted = await arena.starts(busy.paths[0], dice);
  const free = (await arena.starts(calm.paths[0], dice)).filter((start) =>
    start.includes(':00:00'),
  );
  const crowd = Array.from({ length: GUESTS }, () =>
    toBook(busy.paths[0], dice.pick(wanted), arena.key()),
  );
  const others = dice.draw(free, OTHERS).map((start) => toBook(calm.paths[0], start, arena.key()));

  const begun = performance.now();
  const [rush, quiet] = await Promise.all([arena.rush(crowd), arena.queue(others)]);
  expect(performance.now() - begun).toBeLessThan(LONGEST_WAIT);
  expect(quiet.map((tried) => resultOf(tried).status)).toEqual(others.map(() => 201));

  const handles = [busy.handle, calm.handle];
  await judge({ database: arena.database, attempts: [...rush, ...quiet], handles });
}
