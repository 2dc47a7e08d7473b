import { toBook, toCancel } from './attendee-wishes.js';
import { toCallOff, toConfirm, toDecline } from './host-wishes.js';
import type { Round } from './round.js';

/**
 * S11: the host confirms, declines and cancels a request, its attendee withdraws it, and its time
 * runs out, all at once: it ends in one state, and what mail says of it is judged after all rounds.
 */
export async function oneAnswer(round: Round): Promise<void> {
  const { dice } = round;
  const host = await round.host('--duration 30 --step 15 --buffer-after 10');
  await round.set(host, 'approval on');
  await round.tellByMail(host);
  const acting = await round.keyOf(host);
  const [path] = host.paths;
  const start = dice.pick(await round.starts(path));
  const booked = await round.booked(path, start);

  const answers = [toConfirm, toDecline, toCallOff].flatMap((toAnswer) =>
    Array.from({ length: dice.between(0, 2) }, () => toAnswer(acting, booked, round.key())),
  );
  const withdrawals = Array.from({ length: dice.between(1, 2) }, () =>
    toCancel(booked, round.key()),
  );
  const rival = toBook(path, start, round.key());
  const wishes = dice.draw([...answers, ...withdrawals, rival], Infinity);
  await Promise.all([round.watched(wishes), round.mayRunOut(host, 70)]);
  await round.settle(path);

  const standing = await round.judge();
  const end = standing.find(({ uid }) => uid === booked.uid)?.status;
  if (end === 'pending') throw new Error('A request that many answered is still open.');
}
