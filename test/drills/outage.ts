import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../e2e/ask.js';

/** What the health routes said while the database was away. */
export interface Outage {
  /** Every answer of `/health/live`. */
  readonly live: ReadonlySet<number>;
  /** Every answer of `/health/ready` before that. */
  readonly ready: ReadonlySet<number>;
}

const LONGEST = 40_000;

/** Watches from a kill on until the product is ready, having been seen otherwise or for a second. @throws when it never is. */
export async function watchOutage(url: string): Promise<Outage> {
  const begun = performance.now();
  const live = new Set<number>();
  const ready = new Set<number>();
  for (;;) {
    const lasted = performance.now() - begun;
    live.add((await ask(url, { path: '/health/live' })).status);
    const { status } = await ask(url, { path: '/health/ready' });
    if (status === 200 && (ready.has(503) || lasted > 1_000)) return { live, ready };
    if (lasted > LONGEST) throw new Error(`Not ready ${LONGEST / 1000} s after the kill.`);
    ready.add(status);
    await wait(20);
  }
}
