import { resultOf, toBook } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';

/** S8: one meeting a day is allowed, and eight guests want different times of one day. */
export async function oneADay({ arena, dice }: Round): Promise<void> {
  const host = await arena.host('--duration 30 --buffer-after 0');
  await arena.command('/schedule set limit 1 a day', 'Limit: none → 1 a day');
  const [path] = host.paths;
  const starts = await arena.starts(path, dice);
  const crowd = Array.from({ length: 8 }, (_, index) => ({
    ...toBook(path, starts[index * 4] ?? '', arena.key()),
    isLimited: true,
  }));
  const attempts = await arena.rush(crowd);
  const { database } = arena;
  const standing = await judge({ database, attempts, handles: [host.handle] });
  const isQuiet = attempts.every((tried) => resultOf(tried).status !== 503);
  if (isQuiet && standing.length !== 1) throw new Error(`${standing.length} stand, not one.`);
}
