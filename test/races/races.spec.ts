import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedClocks } from './changed-clocks.js';
import { heldTimes } from './held-times.js';
import { linkedMoves } from './linked-moves.js';
import { oneAnswer } from './one-answer.js';
import { proposedTimes } from './proposed-times.js';
import { requestsAtOnce } from './requests-at-once.js';
import { cancelledAndMoved } from './cancelled-and-moved.js';
import { crowdedHost } from './crowded-host.js';
import { mixedHistory } from './mixed-history.js';
import { oneADay } from './one-a-day.js';
import { oneBookingMoved } from './one-booking-moved.js';
import { oneKey } from './one-key.js';
import { oneTimeLink } from './one-time-link.js';
import { overlappingTimes } from './overlapping-times.js';
import { RaceArena } from './race-arena.js';
import { FEW_ROUNDS, runRounds, TIME_LIMIT } from './rounds.js';
import { expectToldOnce } from './told-once.js';
import { sameTime } from './same-time.js';
import { twoCalendars } from './two-calendars.js';

describe('two processes on one database book nobody twice', () => {
  let arena: RaceArena;
  beforeAll(async () => {
    arena = await RaceArena.open();
  }, 90_000);
  afterAll(() => arena.close(), 60_000);

  it.each([
    ['S1 the same time', sameTime],
    ['S2 overlapping times of several lengths', overlappingTimes],
    ['S5 requests for the same and overlapping times', requestsAtOnce],
    ['S6 one booking, moved by several at once and in turn', oneBookingMoved],
    ['S7 cancelled and moved at once', cancelledAndMoved],
    ['S8 one meeting a day, eight wanted at once', oneADay],
    ['S9 two calendars of one host', twoCalendars],
    ['S11 a request that is confirmed, declined, withdrawn and expires at once', oneAnswer],
    ['S13 one Idempotency-Key on both processes', oneKey],
    ['S14 local times that clocks skip and repeat', changedClocks],
    ['a link that books once', oneTimeLink],
    ['times held for visitors', heldTimes],
    ['moves that wait for the host', linkedMoves],
    ['times that the host proposes', proposedTimes],
  ])('%s', (_name, race) => runRounds(arena, race), TIME_LIMIT);

  it(
    'everything at once, for some seconds',
    () => runRounds(arena, mixedHistory, FEW_ROUNDS),
    TIME_LIMIT,
  );

  it(
    'a crowd at one host is answered and keeps nobody from another',
    () => runRounds(arena, crowdedHost, FEW_ROUNDS),
    TIME_LIMIT,
  );

  it(
    'everybody was told by mail how it ended, each thing once',
    () => expectToldOnce(arena),
    90_000,
  );

  it('and none of them has anything to complain of', () => {
    expect(arena.complaints()).toEqual([]);
  });
});
