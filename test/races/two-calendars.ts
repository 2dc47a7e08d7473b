import { resultOf, toBook } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';

/** S9: two calendars of one host offer the same time; the host has it only once. */
export async function twoCalendars({ arena, dice }: Round): Promise<void> {
  const host = await arena.host(
    '--duration 30 --buffer-after 10',
    '--duration 60 --buffer-after 0',
  );
  const start = dice.pick(await arena.starts(host.paths[0], dice));
  const crowd = Array.from({ length: dice.between(4, 30) }, (_, index) =>
    toBook(index % 4 < 2 ? host.paths[0] : (host.paths[1] ?? ''), start, arena.key()),
  );
  const attempts = await arena.rush(crowd);
  const { database } = arena;
  const standing = await judge({ database, attempts, handles: [host.handle] });
  const isQuiet = attempts.every((tried) => resultOf(tried).status !== 503);
  if (isQuiet && standing.length !== 1) throw new Error(`${standing.length} stand, not one.`);
}
