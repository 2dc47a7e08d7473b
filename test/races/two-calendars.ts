import { isTurnedAway } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';

/** S9: two calendars of one host offer the same time; the host has it only once. */
export async function twoCalendars(round: Round): Promise<void> {
  const { dice } = round;
  const { paths } = await round.host(
    '--duration 30 --buffer-after 10',
    '--duration 60 --buffer-after 0',
  );
  const start = dice.pick(await round.starts(paths[0]));
  const attempts = await round.rush(
    Array.from({ length: dice.between(4, 30) }, (_, index) =>
      toBook(index % 4 < 2 ? paths[0] : (paths[1] ?? ''), start, round.key()),
    ),
  );
  const standing = await round.judge();
  if (!attempts.some(isTurnedAway) && standing.length !== 1) {
    throw new Error(`${standing.length} stand, not one.`);
  }
}
