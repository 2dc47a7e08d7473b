import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Sweeps } from '../database/sweeps.js';
import { ClockRound } from '../jobs/clock-round.js';
import { MINUTE } from '../slots/interval.js';

/** Often enough that a process which does not run for long comes to it, too. */
const EVERY = 15 * MINUTE;

/** Looks at the clock for `Sweeps`. */
@Injectable()
export class SweepJob extends ClockRound {
  constructor(private readonly sweeps: Sweeps) {
    super();
  }

  @Interval(EVERY)
  tick(): Promise<void> {
    return this.round();
  }

  protected override attend(): Promise<void> {
    return this.sweeps.run();
  }
}
