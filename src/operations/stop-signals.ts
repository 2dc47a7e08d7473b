import type { EventEmitter } from 'node:events';

/** A signal to the whole group of processes arrives twice: npm passes it on as well. Milliseconds. */
const SAME_WISH = 2_000;

export interface Ending {
  /** In order. */
  stop(): void;
  /** For an operator who does not wait. */
  endAtOnce(): void;
}

/** The first signal stops the product; one that comes well after it ends the process at once. */
export function stopOnSignals(
  source: Pick<EventEmitter, 'on'>,
  ending: Ending,
  now = (): number => performance.now(),
): void {
  let first: number | null = null;
  const heed = (): void => {
    if (first === null) {
      first = now();
      ending.stop();
    } else if (now() - first > SAME_WISH) {
      ending.endAtOnce();
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) source.on(signal, heed);
}
