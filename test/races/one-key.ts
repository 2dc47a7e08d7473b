import { expect } from '@jest/globals';
import { resultOf } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

/** S13: one Idempotency-Key twenty times on both processes: one booking, twenty equal answers. */
export async function oneKey(round: Round): Promise<void> {
  const { paths } = await round.host('--duration 30 --buffer-after 10');
  const start = round.dice.pick(await round.starts(paths[0]));
  const wish = toBook(paths[0], start, round.key());
  const attempts = await round.insist(Array.from({ length: 20 }, () => wish));
  const answers = attempts.map((tried) => resultOf(tried));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  const replays = answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true');
  expect(replays).toHaveLength(19);
  expect(await round.judge()).toHaveLength(1);
}
