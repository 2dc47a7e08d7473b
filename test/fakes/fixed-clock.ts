import { Clock } from '../../src/shared/clock.js';

/** Stands still until it is set. The database's time plays no part. */
export class FixedClock extends Clock {
  private present: number;

  /** An instant like `2027-03-01T08:00:00Z`. */
  constructor(now: string) {
    super();
    this.present = Date.parse(now);
  }

  override now(): number {
    return this.present;
  }

  override inTransaction(): number {
    return this.present;
  }

  set(now: string): void {
    this.present = Date.parse(now);
  }
}
