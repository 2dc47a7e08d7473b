import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attempt } from '../races/attempt.js';
import { Dice } from '../races/dice.js';
import { judgeAlerts, judgeBookings } from '../races/race-judge.js';
import { DrillGround, HOSTS } from './drill-ground.js';
import { Load, settle } from './load.js';
import { watchOutage } from './outage.js';
import { timesShown } from './shown-cards.js';

/** How often each kill comes: DRILL_ROUNDS. */
const ROUNDS = Number(process.env['DRILL_ROUNDS'] ?? 1);
const SEED = Number(process.env['DRILL_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));

const GUESTS = 5;
/** Wishes fulfilled before the kill comes, so that it comes in the middle of the work. */
const WARM = 25;
/** How many jobs one process works on at once: only these can be repeated after a kill. */
const JOBS_AT_ONCE = 4;
const TIME_LIMIT = 90_000;

/** Processes are listed and killed as POSIX has it. */
const isPosix = process.platform !== 'win32';
if (!isPosix)
  process.stderr.write('Skipped: the drills list and kill processes as POSIX has it.\n');
const describeOnPosix = isPosix ? describe : describe.skip;

/** Each kill meets what the ones before it left behind. */
describeOnPosix(`killed with -9 in the middle of its work (DRILL_SEED=${SEED})`, () => {
  const dice = new Dice(SEED);
  let ground: DrillGround;
  let attempts: readonly Attempt[] = [];
  let kills = 0;

  beforeAll(async () => {
    ground = await DrillGround.open();
  }, TIME_LIMIT);
  afterAll(() => ground.close(), TIME_LIMIT);

  /** Guests at work, `kill` in the middle; then all ask again until they know what became of it. */
  async function drill(kill: (load: Load) => Promise<void>): Promise<void> {
    kills += 1;
    const load = new Load(ground.product.url, await ground.choices(dice), new Dice(SEED + kills));
    const running = load.run(GUESTS);
    try {
      await load.achieve(WARM);
      await wait(dice.between(0, 300));
      await kill(load);
    } finally {
      load.stop();
      await running;
    }
    attempts = [...attempts, ...(await settle(ground.product.url, load.attempts))];
    await judgeBookings({ database: ground, attempts, handles: HOSTS, isCutOff: true });
  }

  /** The app lives on and says so; the database comes back by itself while guests ask. */
  async function outage(kill: () => void, load: Load): Promise<void> {
    kill();
    const { live, ready } = await watchOutage(ground.product.url);
    expect([...live]).toEqual([200]);
    expect([...ready].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    await load.achieve(WARM);
  }

  async function startAgain(load: Load): Promise<void> {
    await ground.product.stop('SIGKILL');
    load.stop();
    await ground.start();
  }

  const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1);
  describe.each(rounds)('every acknowledged booking is there, round %i', () => {
    it('after the app was killed and started again', () => drill(startAgain), TIME_LIMIT);

    it(
      'after one process of PostgreSQL was killed, which ends them all',
      async () => {
        const [, ...children] = ground.postgres();
        await drill((load) => outage(() => killAll([dice.pick(children)]), load));
      },
      TIME_LIMIT,
    );

    it(
      'after all processes of PostgreSQL were killed',
      async () => {
        await drill((load) => outage(() => killAll(ground.postgres()), load));
      },
      TIME_LIMIT,
    );

    it(
      'after all of both were killed and started again',
      async () => {
        await drill((load) => {
          killAll([...ground.postgres(), ground.product.pid]);
          return startAgain(load);
        });
      },
      TIME_LIMIT,
    );
  });

  it(
    'no alert is lost, and at most those in flight are repeated',
    async () => {
      const standing = await judgeAlerts({ database: ground, attempts, handles: HOSTS });
      expect(standing.length).toBeGreaterThan(WARM);
      const repeats = [...timesShown(ground.screens).values()].map((times) => times - 1);
      const all = repeats.reduce((sum, times) => sum + times, 0);
      expect(all).toBeLessThanOrEqual(kills * JOBS_AT_ONCE);
    },
    TIME_LIMIT,
  );

  it('and no request met an unforeseen fault', () => {
    expect(ground.log).not.toContain('A request failed.');
    expect(ground.log).not.toMatch(/unhandled|uncaught/i);
  });
});

function killAll(pids: readonly number[]): void {
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}
