import { done, type Outcome, refused } from './outcome.js';

export interface LineLimits {
  /** How many may be at work at once. */
  readonly atOnce: number;
  /** How long one may wait, in milliseconds. */
  readonly longestWait: number;
}

/** How many may wait in one line before the next is turned away. */
const MOST_WAITING = 250;

/** Lines in which work waits until there is room for it, each by a name; nobody waits for ever. */
export class Lines {
  private readonly lines = new Map<string, Line>();

  constructor(private readonly limits: LineLimits) {}

  /** What came of `work`; or it was turned away, because the line is too long or the wait too great. */
  async run<T>(name: string, work: () => Promise<T>): Promise<Outcome<T, 'turned-away'>> {
    const line = this.lines.get(name) ?? new Line(this.limits);
    this.lines.set(name, line);
    const entered = await line.enter();
    if (!entered) return refused('turned-away');
    try {
      return done(await work());
    } finally {
      line.leave();
      if (line.isIdle) this.lines.delete(name);
    }
  }
}

class Line {
  private atWork = 0;
  private readonly waiting = new Set<(entered: boolean) => void>();

  constructor(private readonly limits: LineLimits) {}

  get isIdle(): boolean {
    return this.atWork === 0 && this.waiting.size === 0;
  }

  enter(): Promise<boolean> {
    if (this.atWork < this.limits.atOnce) {
      this.atWork += 1;
      return Promise.resolve(true);
    }
    if (this.waiting.size >= MOST_WAITING) return Promise.resolve(false);
    return new Promise((resolve) => {
      const settle = (entered: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(settle);
        resolve(entered);
      };
      const timer = setTimeout(() => settle(false), this.limits.longestWait);
      this.waiting.add(settle);
    });
  }

  /** The next takes the place of whoever leaves. */
  leave(): void {
    const [next] = this.waiting;
    if (next) next(true);
    else this.atWork -= 1;
  }
}
