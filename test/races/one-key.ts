import { expect } from '@jest/globals';
import { resultOf, toBook } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';

/** S13: one Idempotency-Key twenty times on both processes: one booking, twenty equal answers. */
export async function oneKey({ arena, dice }: Round): Promise<void> {
  const host = await arena.host('--duration 30 --buffer-after 10');
  const [path] = host.paths;
  const start = dice.pick(await arena.starts(path, dice));
  const wish = toBook(path, start, arena.key());
  const attempts = await arena.rush(Array.from({ length: 20 }, () => wish));
  const answers = attempts.map((tried) => resultOf(tried));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  const replays = answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true');
  expect(replays).toHaveLength(19);
  const { database } = arena;
  expect(await judge({ database, attempts, handles: [host.handle] })).toHaveLength(1);
}
