import { isDone } from './attempt.js';
import { toBook, toCancel, toMove } from './attendee-wishes.js';
import type { Round } from './round.js';

/** S7: a booking is cancelled and moved at the same time, while others wait for its time. */
export async function cancelledAndMoved(round: Round): Promise<void> {
  const { dice } = round;
  const { paths } = await round.host('--duration 30 --step 15 --buffer-after 10');
  const [path] = paths;
  const [first = '', ...targets] = dice.draw(await round.starts(path), 4);
  const booked = await round.booked(path, first);

  const wishes = [
    ...targets.map((start) => toMove(booked, { start, key: round.key() })),
    ...Array.from({ length: dice.between(1, 2) }, () => toCancel(booked, round.key())),
    ...Array.from({ length: dice.between(1, 4) }, () => toBook(path, first, round.key())),
  ];
  const rush = await round.rush(dice.draw(wishes, Infinity));

  const standing = await round.judge();
  const cancelled = rush.filter((tried) => tried.kind === 'cancel' && isDone(tried));
  const end = standing.find(({ uid }) => uid === booked.uid)?.status;
  // More than one may be told that it is cancelled, but only one did it.
  if (cancelled.length !== (end === 'cancelled' ? 1 : 0)) {
    throw new Error(`${cancelled.length} cancelled a booking that is ${String(end)}.`);
  }
}
