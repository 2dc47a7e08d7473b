import { resultOf, toBook } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';

/** S1: ten to a hundred guests want the same start; one gets it. */
export async function sameTime({ arena, dice }: Round): Promise<void> {
  const host = await arena.host('--duration 30 --buffer-after 10');
  const [path] = host.paths;
  const start = dice.pick(await arena.starts(path, dice));
  const crowd = Array.from({ length: dice.between(10, 100) }, () =>
    toBook(path, start, arena.key()),
  );
  const attempts = await arena.rush(crowd);
  const { database } = arena;
  const standing = await judge({ database, attempts, handles: [host.handle] });
  // Whoever was turned away at the door need not have been beaten.
  const isQuiet = attempts.every((tried) => resultOf(tried).status !== 503);
  if (isQuiet && standing.length === 0) throw new Error('Nobody got a time that was free.');
}
