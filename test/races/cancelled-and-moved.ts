import { type Booked, isDone, resultOf, toBook, toCancel, toMove } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';

/** S7: a booking is cancelled and moved at the same time, while others wait for its time. */
export async function cancelledAndMoved({ arena, dice }: Round): Promise<void> {
  const host = await arena.host('--duration 30 --step 15 --buffer-after 10');
  const [path] = host.paths;
  const [first = '', ...targets] = dice.draw(await arena.starts(path, dice), 4);
  const booking = await arena.rush([toBook(path, first, arena.key())]);
  const booked: Booked = resultOf(booking[0]!).json;

  const wishes = [
    ...targets.map((start) => toMove(booked, { start, key: arena.key() })),
    ...Array.from({ length: dice.between(1, 2) }, () => toCancel(booked, arena.key())),
    ...Array.from({ length: dice.between(1, 4) }, () => toBook(path, first, arena.key())),
  ];
  const rush = await arena.rush(dice.draw(wishes, Infinity));

  const attempts = [...booking, ...rush];
  const standing = await judge({ database: arena.database, attempts, handles: [host.handle] });
  const cancelled = rush.filter((tried) => tried.kind === 'cancel' && isDone(tried));
  const end = standing.find(({ uid }) => uid === booked.uid)?.status;
  // More than one may be told that it is cancelled, but only one did it.
  if (cancelled.length !== (end === 'cancelled' ? 1 : 0)) {
    throw new Error(`${cancelled.length} cancelled a booking that is ${String(end)}.`);
  }
}
