import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Postponed } from '../../src/jobs/postponed.js';
import { Fault } from '../../src/shared/fault.js';

/** Slack takes about one message a second in a channel; milliseconds. */
const BETWEEN_MESSAGES = 1_000;

/** Whoever would wait for longer, in milliseconds, comes again later instead. */
const LONGEST_WAIT = 10_000;

/** So long nothing more is sent to a workspace in which Slack did not answer, in milliseconds. */
const LEFT_ALONE = 5_000;

interface Place {
  readonly workspace: string;
  readonly channel: string;
}

/**
 * Keeps to the pace at which Slack takes messages, and to the pauses that it asks for. Where it does not
 * answer at all, nobody but the first waits for it in vain: the others come again later.
 */
@Injectable()
export class SlackPace {
  /** When the next message may go, by its channel. */
  private readonly next = new Map<string, number>();
  /** Until when Slack wants to hear nothing more, by what it is about. */
  private readonly pauses = new Map<string, number>();
  /** When the next of those may come who were sent away, by what it is about. */
  private readonly comings = new Map<string, number>();
  /** Until when those workspaces are left alone in which it does not answer. */
  private readonly silences = new Map<string, number>();

  /** The turn of one more message in this channel. @throws Fault `slack-busy` when it is far off. */
  async turn(place: Place): Promise<void> {
    this.demandAnswers(place.workspace);
    const about = messagesIn(place);
    const now = performance.now();
    const at = Math.max(now, this.next.get(about) ?? 0, this.pauses.get(about) ?? 0);
    if (at - now > LONGEST_WAIT) throw this.later(about, at);
    this.forgetPast(now);
    this.next.set(about, at + BETWEEN_MESSAGES);
    if (at > now) await setTimeout(at - now);
  }

  /** A call leaves now, perhaps some time after its turn: the next one keeps its distance from it. */
  leaves(about: string): void {
    const next = performance.now() + BETWEEN_MESSAGES;
    this.next.set(about, Math.max(next, this.next.get(about) ?? 0));
  }

  /** Slack asked not to be called about it for so long; what whoever called is to throw. */
  pause(about: string, seconds: number): Postponed {
    const until = performance.now() + seconds * 1_000;
    this.pauses.set(about, Math.max(until, this.pauses.get(about) ?? 0));
    return this.later(about, until);
  }

  /** @throws Postponed while Slack wants not to be called about it. */
  demand(about: string): void {
    const until = this.pauses.get(about) ?? 0;
    if (until > performance.now()) throw this.later(about, until);
  }

  /** @throws Fault `slack-busy` while Slack is left alone, because it did not answer there. */
  demandAnswers(workspace: string): void {
    if ((this.silences.get(workspace) ?? 0) > performance.now())
      throw new Fault('slack-busy', `Slack did not answer in ${workspace} a moment ago.`);
  }

  heard(workspace: string, isSilent: boolean): void {
    if (isSilent) this.silences.set(workspace, performance.now() + LEFT_ALONE);
    else this.silences.delete(workspace);
  }

  /** Each comes at a time of their own, so that hundreds do not stand before all others then. */
  private later(about: string, from: number): Postponed {
    const at = Math.max(from, this.comings.get(about) ?? 0);
    this.comings.set(about, at + BETWEEN_MESSAGES);
    const message = `Slack takes nothing more for ${about} just now.`;
    return new Postponed('slack-busy', message, (at - performance.now()) / 1_000);
  }

  private forgetPast(now: number): void {
    for (const times of [this.next, this.pauses, this.comings])
      for (const [about, at] of times) if (at <= now) times.delete(about);
  }
}

/** Messages are counted by channel. */
export const messagesIn = ({ workspace, channel }: Place): string => `${workspace} ${channel}`;
