import { type Attempt, type Booked, isDone, resultOf, toBook, toMove } from './attempt.js';
import { judge } from './race-judge.js';
import type { Round } from './rounds.js';

const MOVES = 5;

/** S6: one booking is moved five times at once, then five times in turn; rivals want its times. */
export async function oneBookingMoved({ arena, dice }: Round): Promise<void> {
  const host = await arena.host('--duration 30 --step 15 --buffer-after 10');
  const [path] = host.paths;
  const starts = await arena.starts(path, dice);
  const [first = '', ...targets] = dice.draw(starts, 1 + 2 * MOVES);
  const booking = await arena.rush([toBook(path, first, arena.key())]);
  const booked = bookedBy(booking);

  // Some movers say what they saw, so that at most one of those can have been right.
  const saw = dice.chance(50) ? { seen: 0 } : {};
  const atOnce = targets
    .slice(0, MOVES)
    .map((start) => toMove(booked, { start, key: arena.key(), ...saw }));
  const rivals = dice
    .draw([first, ...targets], dice.between(0, 6))
    .map((start) => toBook(path, start, arena.key()));
  const rush = await arena.rush(dice.draw([...atOnce, ...rivals], Infinity));

  const inTurn = targets.slice(MOVES).map((start) => toMove(booked, { start, key: arena.key() }));
  const turns = await arena.queue(inTurn);

  const attempts = [...booking, ...rush, ...turns];
  await judge({ database: arena.database, attempts, handles: [host.handle] });
  const moved = rush.filter((tried) => tried.kind === 'move' && isDone(tried));
  if ('seen' in saw && moved.length > 1) throw new Error('Two movers saw the same sequence.');
}

function bookedBy([tried]: readonly Attempt[]): Booked {
  if (!tried || !isDone(tried)) throw new Error('A free time could not be booked.');
  const booked: Booked = resultOf(tried).json;
  return booked;
}
