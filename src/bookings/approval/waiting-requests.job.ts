import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ClockRound } from '../../jobs/clock-round.js';
import { Clock } from '../../shared/clock.js';
import { WaitingRequests } from './waiting-requests.service.js';

/** How often somebody looks for what is due, in milliseconds. */
const EVERY = 5_000;

/** Looks at the clock for `WaitingRequests`. */
@Injectable()
export class WaitingRequestsJob extends ClockRound {
  constructor(
    private readonly waiting: WaitingRequests,
    private readonly clock: Clock,
  ) {
    super();
  }

  @Interval(EVERY)
  tick(): Promise<void> {
    return this.round();
  }

  protected override attend(): Promise<void> {
    return this.waiting.attend(this.clock.now());
  }
}
