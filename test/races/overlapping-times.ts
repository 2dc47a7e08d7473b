import { expect } from '@jest/globals';
import { resultOf } from './attempt.js';
import { toBook } from './attendee-wishes.js';
import type { Round } from './round.js';
import { stillFree } from './standing.js';

/** S2: meetings of several lengths and buffers, shifted against each other, in the same hours. */
export async function overlappingTimes(round: Round): Promise<void> {
  const { dice } = round;
  const { handle, paths } = await round.host(
    '--duration 30 --step 15 --buffer-after 10',
    '--duration 60 --step 20 --buffer-before 15 --buffer-after 15',
    '--duration 45 --step 5 --buffer-after 0',
  );
  const [first = ''] = await round.starts(paths[0]);
  const from = dice.between(0, 19);
  const places = await Promise.all(
    paths.map(async (path) => {
      const starts = await round.startsOn(path, first.slice(0, 10));
      return { path, starts: starts.filter((start) => isWithin(start, from)) };
    }),
  );
  const attempts = await round.rush(
    Array.from({ length: dice.between(10, 60) }, () => {
      const { path, starts } = dice.pick(places);
      const start = dice.pick(starts);
      return { path, ...toBook(path, start, round.key()), start };
    }),
  );
  await round.judge();
  const beaten = attempts.filter((tried) => resultOf(tried).status === 409);
  expect(await stillFree(round.case.database, handle, beaten)).toEqual([]);
}

const HOURS = 4;

function isWithin(start: string, from: number): boolean {
  const hour = new Date(start).getUTCHours();
  return from <= hour && hour < from + HOURS;
}
