import { expect } from '@jest/globals';
import { toBook, toCancel, toMove, toPick } from './attendee-wishes.js';
import { toCallOff, toDecline, toPropose } from './host-wishes.js';
import type { Round } from './round.js';

/**
 * The host proposes other times for a booking or a request, and again, while its attendee takes one
 * of them twice, another one and none, both cancel, and others want the proposed times and its own.
 */
export async function proposedTimes(round: Round): Promise<void> {
  const { dice } = round;
  const host = await round.host('--duration 30 --step 15 --buffer-after 10');
  if (dice.chance(50)) await round.set(host, 'approval on');
  const acting = await round.keyOf(host);
  const [path] = host.paths;
  const starts = await round.startsInARow(path, 14);
  const [own = '', ...others] = dice.draw(starts, 8);
  const booked = await round.booked(path, own);
  const key = () => round.key();
  const toProposeSome = (some: readonly string[]) =>
    toPropose(acting, booked, { key: key(), starts: dice.draw(some, dice.between(1, 3)) });
  const offered = others.slice(0, 3);
  await round.queue([toPropose(acting, booked, { key: key(), starts: offered })]);

  const twice = dice.pick(offered);
  const wishes = [
    ...[toPick(booked, twice, key()), toPick(booked, twice, key())],
    toPick(booked, dice.pick(offered), key()),
    ...(dice.chance(30) ? [toPick(booked, null, key())] : []),
    ...(dice.chance(60) ? [toProposeSome(others), toProposeSome(others)] : []),
    ...(dice.chance(30) ? [toCallOff(acting, booked, key())] : []),
    ...(dice.chance(20) ? [toCancel(booked, key())] : []),
    ...(dice.chance(30) ? [toMove(booked, { start: dice.pick(starts), key: key() })] : []),
    ...dice.draw([own, ...others], 5).map((start) => toBook(path, start, key())),
  ];
  await Promise.all([round.watched(dice.draw(wishes, Infinity)), round.mayRunOut(host, 30)]);

  // Whatever is still open then: what was proposed, what its attendee asked for, or itself.
  await round.queue([toPick(booked, null, key()), toDecline(acting, booked, key())]);
  await round.settle(path);
  for (const { uid, held } of await round.judge()) expect({ uid, held }).toEqual({ uid, held: [] });
}
