import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ClockRound } from '../../jobs/clock-round.js';
import { Clock } from '../../shared/clock.js';
import { AttendanceLists } from './attendance-lists.service.js';

/** How often somebody looks for what is due, in milliseconds. */
const EVERY = 60_000;

/** Looks at the clock for `AttendanceLists`. */
@Injectable()
export class AttendanceListsJob extends ClockRound {
  constructor(
    private readonly lists: AttendanceLists,
    private readonly clock: Clock,
  ) {
    super();
  }

  @Interval(EVERY)
  tick(): Promise<void> {
    return this.round();
  }

  protected override attend(): Promise<void> {
    return this.lists.attend(this.clock.now());
  }
}
