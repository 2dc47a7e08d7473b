import { expect } from '@jest/globals';
import { isDone } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

/** S5: the host confirms bookings, and many ask for the same and for overlapping times at once. */
export async function requestsAtOnce(round: Round): Promise<void> {
  const { dice } = round;
  const host = await round.host('--duration 30 --step 15 --buffer-after 10');
  await round.set(host, 'approval on');
  const [path] = host.paths;
  const starts = await round.startsInARow(path, dice.between(1, 6));
  const attempts = await round.rush(
    Array.from({ length: dice.between(8, 30) }, () => toBook(path, dice.pick(starts), round.key())),
  );
  const standing = await round.judge();
  const pending = standing.filter(({ status }) => status === 'pending');
  expect(pending).toHaveLength(attempts.filter(isDone).length);
}
