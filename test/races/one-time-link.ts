import { expect } from '@jest/globals';
import { isDone, resultOf } from './attempt.js';
import { toBook, toBookOnce } from './attendee-wishes.js';
import type { Round } from './round.js';

/** Ten people have one link that books once, and want the same or other times: one of them books. */
export async function oneTimeLink(round: Round): Promise<void> {
  const host = await round.host('--duration 30 --buffer-after 10');
  const once = await round.linkOnce(host);
  const [path] = host.paths;
  const starts = round.dice.draw(await round.starts(path), 3);
  const attempts = await round.insist(
    Array.from({ length: 10 }, () => ({
      ...toBookOnce(toBook(path, round.dice.pick(starts), round.key()), once),
      mayMeet: [USED],
    })),
  );
  expect(attempts.filter(isDone)).toHaveLength(1);
  const refused = attempts.filter((tried) => !isDone(tried));
  expect(refused.map((tried) => resultOf(tried).status)).not.toContain(503);
  expect(await round.judge()).toHaveLength(1);
}

const USED = '409 link-used';
