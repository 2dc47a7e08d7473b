import { setTimeout } from 'node:timers/promises';

/** How long somebody waits for what must come, in milliseconds. */
const PATIENCE = 15_000;

/** The first thing that `look` finds. @throws when there is nothing in 15 seconds; `what` says of what. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined | null | false>,
): Promise<Found> {
  const patience = AbortSignal.timeout(PATIENCE);
  while (!patience.aborted) {
    const found = await look();
    if (found) return found;
    await setTimeout(20);
  }
  throw new Error(`Not within ${PATIENCE / 1000} s: ${what}.`);
}
