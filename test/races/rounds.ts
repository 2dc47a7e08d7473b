import { Dice } from './dice.js';
import type { RaceArena } from './race-arena.js';
import { Round } from './round.js';

/** How often each race is run: RACE_ROUNDS. */
const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 2);

/** For a race whose every round is long. */
export const FEW_ROUNDS = Math.ceil(ROUNDS / 10);

/** RACE_SEED repeats the round that failed; it is the first one then. */
const FIRST_SEED = Number(process.env['RACE_SEED'] ?? Math.floor(Math.random() * 1_000_000_000));

/** A round takes less than a second; a busy machine may take its time. */
export const TIME_LIMIT = 60_000 + ROUNDS * 15_000;

/** Runs the race again and again, each time with other throws of the dice. */
export async function runRounds(
  arena: RaceArena,
  race: (round: Round) => Promise<void>,
  rounds = ROUNDS,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const dice = new Dice(FIRST_SEED + round);
    try {
      await race(new Round(arena, dice));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      const again = `RACE_SEED=${dice.seed}`;
      throw new Error(`Round ${round + 1} (${again} begins with it) failed.\n${why}`, { cause });
    }
  }
}
