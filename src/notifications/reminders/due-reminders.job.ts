import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ClockRound } from '../../jobs/clock-round.js';
import { Clock } from '../../shared/clock.js';
import { DueReminders } from './due-reminders.service.js';

/** How often somebody looks for what is due, in milliseconds. */
const EVERY = 20_000;

/** Looks at the clock for `DueReminders`. */
@Injectable()
export class DueRemindersJob extends ClockRound {
  constructor(
    private readonly reminders: DueReminders,
    private readonly clock: Clock,
  ) {
    super();
  }

  @Interval(EVERY)
  tick(): Promise<void> {
    return this.round();
  }

  protected override attend(): Promise<void> {
    return this.reminders.attend(this.clock.now());
  }
}
