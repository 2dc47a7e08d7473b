import { isTurnedAway } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

/** S8: one meeting a day is allowed, and eight guests want different times of one day. */
export async function oneADay(round: Round): Promise<void> {
  const host = await round.host('--duration 30 --buffer-after 0');
  await round.set(host, 'limit 1 a day');
  const [path] = host.paths;
  const starts = await round.starts(path);
  const attempts = await round.rush(
    Array.from({ length: 8 }, (_, index) => ({
      ...toBook(path, starts[index * 4] ?? '', round.key()),
      mayMeet: ['422 slot-not-offered'],
    })),
  );
  const standing = await round.judge();
  if (!attempts.some(isTurnedAway) && standing.length !== 1) {
    throw new Error(`${standing.length} stand, not one.`);
  }
}
