import { resultOf, toBook } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';
import { isTaken } from './standing.js';

/** S2: meetings of several lengths and buffers, shifted against each other, in the same hours. */
export async function overlappingTimes({ arena, dice }: Round): Promise<void> {
  const host = await arena.host(
    '--duration 30 --step 15 --buffer-after 10',
    '--duration 60 --step 20 --buffer-before 15 --buffer-after 15',
    '--duration 45 --step 5 --buffer-after 0',
  );
  const day = await arena.starts(host.paths[0], dice);
  const date = day[0]?.slice(0, 10) ?? '';
  const from = dice.between(0, 19);
  const places = await Promise.all(
    host.paths.map(async (path) => {
      const starts = await arena.startsOn(path, date);
      return { path, starts: starts.filter((start) => isWithin(start, from)) };
    }),
  );
  const crowd = Array.from({ length: dice.between(10, 60) }, () => {
    const { path, starts } = dice.pick(places);
    return toBook(path, dice.pick(starts), arena.key());
  });
  const attempts = await arena.rush(crowd);
  const { database } = arena;
  await judge({ database, attempts, handles: [host.handle] });
  for (const tried of attempts.filter((one) => resultOf(one).status === 409)) {
    const path = tried.asked.path.replace(/\/bookings$/, '');
    const wanted = { handle: host.handle, path, start: tried.start };
    if (!(await isTaken(database, wanted))) throw new Error(`${tried.start} was free after all.`);
  }
}

const HOURS = 4;

function isWithin(start: string, from: number): boolean {
  const hour = new Date(start).getUTCHours();
  return from <= hour && hour < from + HOURS;
}
