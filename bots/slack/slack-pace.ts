import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Fault } from '../../src/shared/fault.js';

/** Slack takes about one message a second in a channel; milliseconds. */
const BETWEEN_MESSAGES = 1_000;

/** Whoever would wait for longer, in milliseconds, comes again later instead. */
const LONGEST_WAIT = 10_000;

/** Keeps to the pace at which Slack takes messages, and to the pauses that it asks for. */
@Injectable()
export class SlackPace {
  /** When the next one may go, by what is paced: a channel, or a method in a workspace. */
  private readonly next = new Map<string, number>();

  /** The turn of one more message in this channel. @throws Fault `slack-busy` when it is far off. */
  async turn(channel: string): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.next.get(channel) ?? 0);
    if (at - now > LONGEST_WAIT) throw busy(channel);
    this.forgetPast(now);
    this.next.set(channel, at + BETWEEN_MESSAGES);
    if (at > now) await setTimeout(at - now);
  }

  /** Slack asked not to be called like this for so long. */
  pause(what: string, seconds: number): void {
    const until = performance.now() + seconds * 1_000;
    this.next.set(what, Math.max(until, this.next.get(what) ?? 0));
  }

  /** @throws Fault `slack-busy` while Slack wants to be left alone about it. */
  demand(what: string): void {
    if ((this.next.get(what) ?? 0) > performance.now()) throw busy(what);
  }

  private forgetPast(now: number): void {
    for (const [what, at] of this.next) if (at <= now) this.next.delete(what);
  }
}

const busy = (what: string): Fault =>
  new Fault('slack-busy', `Slack takes nothing more for ${what} just now.`);
