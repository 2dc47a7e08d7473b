import { Injectable } from '@nestjs/common';
import { Lines } from '../shared/lines.js';

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
  private readonly lines = new Lines({ atOnce: 1, longestWait: LONGEST_WAIT });

  /** The answer of `work`, or `busy` when the line is too long or the wait too great. */
  async run<T>(hostId: string, work: () => Promise<T>): Promise<T | HostBusy> {
    const answer = await this.lines.run(hostId, work);
    return answer.ok ? answer.value : { kind: 'busy', retryAfterSeconds: 2 };
  }
}
