import { isDone } from './attempt.js';
import { toBook, toMove } from './attendee-wishes.js';
import type { Round } from './round.js';

const MOVES = 5;

/** S6: one booking is moved five times at once, then five times in turn; rivals want its times. */
export async function oneBookingMoved(round: Round): Promise<void> {
  const { dice } = round;
  const { paths } = await round.host('--duration 30 --step 15 --buffer-after 10');
  const [path] = paths;
  const [first = '', ...targets] = dice.draw(await round.starts(path), 1 + 2 * MOVES);
  const booked = await round.booked(path, first);

  // Some movers say what they saw, so that at most one of those can have been right.
  const saw = dice.chance(50) ? { seen: 0 } : {};
  const atOnce = targets
    .slice(0, MOVES)
    .map((start) => toMove(booked, { start, key: round.key(), ...saw }));
  const rivals = dice
    .draw([first, ...targets], dice.between(0, 6))
    .map((start) => toBook(path, start, round.key()));
  const rush = await round.rush(dice.draw([...atOnce, ...rivals], Infinity));

  const inTurn = targets.slice(MOVES).map((start) => toMove(booked, { start, key: round.key() }));
  await round.queue(inTurn);

  await round.judge();
  const moved = rush.filter((tried) => tried.kind === 'move' && isDone(tried));
  if ('seen' in saw && moved.length > 1) throw new Error('Two movers saw the same sequence.');
}
