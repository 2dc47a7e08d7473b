import { Injectable } from '@nestjs/common';

/** How many may wait for one host before the next is turned away. */
const MOST_WAITING = 250;
/** How long one may wait, in milliseconds. */
const LONGEST_WAIT = 2_000;

export type HostBusy = { readonly kind: 'busy'; readonly retryAfterSeconds: number };

/** Whether somebody was turned away instead of answered. */
export const isTurnedAway = (answer: object): answer is HostBusy =>
  'kind' in answer && answer.kind === 'busy';

/**
 * One write per host at a time within this process. Without it a popular host's visitors would
 * hold every database connection while they wait for the same row lock.
 */
@Injectable()
export class HostQueue {
  private readonly lines = new Map<string, Line>();

  /** The answer of `work`, or `busy` when the line is too long or the wait too great. */
  async run<T>(hostId: string, work: () => Promise<T>): Promise<T | HostBusy> {
    const line = this.lines.get(hostId) ?? new Line();
    this.lines.set(hostId, line);
    const entered = await line.enter();
    if (!entered) return { kind: 'busy', retryAfterSeconds: 2 };
    try {
      return await work();
    } finally {
      line.leave();
      if (line.isIdle) this.lines.delete(hostId);
    }
  }
}

class Line {
  private occupied = false;
  private readonly waiting = new Set<(entered: boolean) => void>();

  get isIdle(): boolean {
    return !this.occupied && this.waiting.size === 0;
  }

  enter(): Promise<boolean> {
    if (!this.occupied) {
      this.occupied = true;
      return Promise.resolve(true);
    }
    if (this.waiting.size >= MOST_WAITING) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (entered: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(settle);
        resolve(entered);
      };
      const timer = setTimeout(() => settle(false), LONGEST_WAIT);
      this.waiting.add(settle);
    });
  }

  leave(): void {
    const [next] = this.waiting;
    if (next) next(true);
    else this.occupied = false;
  }
}
