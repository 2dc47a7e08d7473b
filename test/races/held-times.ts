import { expect } from '@jest/globals';
import { type Attempt, isDone, resultOf } from './attempt.js';
import { type Held, toBook, toBookHeld, toHold, toRelease } from './attendee-wishes.js';
import type { Round } from './round.js';
import { visitorHolds } from './standing.js';

const VISITORS = 12;

/**
 * Visitors hold times that are the same or overlap, then book with what they hold, twice or another
 * time than that, with what somebody else holds, or give it back; some of it runs out meanwhile.
 */
export async function heldTimes(round: Round): Promise<void> {
  const { dice } = round;
  const host = await round.host('--duration 30 --step 15 --buffer-after 10');
  const [path] = host.paths;
  const starts = await round.startsInARow(path, 12);
  const toHoldSome = () => toHold(path, dice.pick(starts), round.key());
  const holding = await round.rush(Array.from({ length: VISITORS }, toHoldSome));
  const holds: readonly Held[] = holding.filter(isDone).map((tried) => resultOf(tried).json);

  const toBookOwn = (held: Held, start: string) =>
    toBookHeld(toBook(path, start, round.key()), held);
  // Whoever shows what is not theirs is told that nothing is held, or books like anybody else.
  const toBookForeign = ({ uid }: Held, start: string) => ({
    ...toBookOwn({ uid, secret: dice.pick(holds.filter((one) => one.uid !== uid)).secret }, start),
    mayMeet: ['404 not-found'],
  });
  const withHeld = holding.filter(isDone).flatMap((tried) => {
    const held: Held = resultOf(tried).json;
    const own = tried.start ?? '';
    const choices = [
      () => toBookOwn(held, own),
      () => toBookOwn(held, own),
      () => toBookOwn(held, dice.pick(starts)),
      ...(holds.length > 1 ? [() => toBookForeign(held, own)] : []),
      () => toRelease(held, round.key()),
    ];
    return dice.draw(choices, dice.between(1, 4)).map((choose) => choose());
  });
  const others = Array.from({ length: 6 }, () => toBook(path, dice.pick(starts), round.key()));
  const late = Array.from({ length: 4 }, toHoldSome);
  const [attempts, ranOut] = await Promise.all([
    round.watched(dice.draw([...withHeld, ...others, ...late], Infinity)),
    round.mayRunOut(host, 50),
  ]);
  await round.settle(path);
  await round.judge();

  const all = [...holding, ...attempts];
  const left = all
    .filter((tried) => tried.kind === 'hold' && isDone(tried))
    .filter((tried) => {
      const uid: string = resultOf(tried).json.uid;
      return !isGone(all, uid) && !ranOut.includes(uid);
    });
  const uids = left.map((tried) => resultOf(tried).json.uid);
  const stored = await visitorHolds(round.case.database, round.case.handles);
  expect(stored.sort()).toEqual(uids.sort());
}

/** One hold becomes one booking at most, of whoever holds it; or it is given back. */
function isGone(attempts: readonly Attempt[], uid: string): boolean {
  const done = attempts.filter(isDone);
  const booked = done.filter((tried) => tried.kind === 'book' && resultOf(tried).json.uid === uid);
  const released = done.filter((tried) => tried.kind === 'release' && tried.uid === uid);
  const foreign = booked.filter(({ mayMeet }) => mayMeet?.includes('404 not-found'));
  const ends = booked.length + released.length;
  expect({ uid, foreign: foreign.length, isOnce: ends <= 1 }).toEqual({
    ...{ uid, foreign: 0, isOnce: true },
  });
  return ends === 1;
}
