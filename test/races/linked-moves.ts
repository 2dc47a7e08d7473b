import { expect } from '@jest/globals';
import { type Booked, toBook, toCancel, toChoose, toMove, toWithdraw } from './attendee-wishes.js';
import { toConfirm, toDecline } from './host-wishes.js';
import type { Round } from './round.js';

/**
 * Attendees choose and ask for other times for what stands, their own and each other's, while the host
 * says yes and no, some cancel, others want the old and the new times, and what is held runs out.
 */
export async function linkedMoves(round: Round): Promise<void> {
  const { dice } = round;
  const host = await round.host('--duration 30 --step 15 --buffer-after 10');
  const acting = await round.keyOf(host);
  const [path] = host.paths;
  const starts = await round.startsInARow(path, 16);
  // 40 minutes are blocked and starts are 15 apart: every third start leaves room.
  const own = starts.filter((_, index) => index % 6 === 0);
  const booked: Booked[] = [];
  for (const start of own) booked.push(await round.booked(path, start));
  await round.set(host, 'approval on');

  const key = () => round.key();
  const toMoveSome = (one: Booked) => toMove(one, { start: dice.pick(starts), key: key() });
  const toChooseSome = (one: Booked) => toChoose(one, dice.pick(starts), key());
  await round.watched(booked.flatMap((one) => [toChooseSome(one), toMoveSome(one)]));
  const wishes = booked.flatMap((one) => [
    ...[toMoveSome(one), toChooseSome(one), toChooseSome(one)],
    toConfirm(acting, one, key()),
    ...(dice.chance(40) ? [toConfirm(acting, one, key())] : []),
    ...(dice.chance(40) ? [toDecline(acting, one, key())] : []),
    ...(dice.chance(25) ? [toWithdraw(one, key())] : []),
    ...(dice.chance(25) ? [toCancel(one, key())] : []),
  ]);
  const rivals = Array.from({ length: 5 }, () => toBook(path, dice.pick(starts), key()));
  await Promise.all([
    round.watched(dice.draw([...wishes, ...rivals], Infinity)),
    round.mayRunOut(host, 50),
  ]);

  await round.queue(booked.map((one) => toDecline(acting, one, key())));
  await round.settle(path);
  for (const { uid, held } of await round.judge()) expect({ uid, held }).toEqual({ uid, held: [] });
}
