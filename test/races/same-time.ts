import { isTurnedAway } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

/** S1: ten to a hundred guests want the same start; one gets it. */
export async function sameTime(round: Round): Promise<void> {
  const { dice } = round;
  const { paths } = await round.host('--duration 30 --buffer-after 10');
  const start = dice.pick(await round.starts(paths[0]));
  const attempts = await round.rush(
    Array.from({ length: dice.between(10, 100) }, () => toBook(paths[0], start, round.key())),
  );
  const standing = await round.judge();
  if (!attempts.some(isTurnedAway) && standing.length === 0) {
    throw new Error('Nobody got a time that was free.');
  }
}
