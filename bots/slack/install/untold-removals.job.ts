import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Env } from '../../../src/config/env.js';
import { ClockRound } from '../../../src/jobs/clock-round.js';
import { Clock } from '../../../src/shared/clock.js';
import { SlackClient } from '../slack.client.js';
import { Installations } from './installations.js';
import { Uninstall } from './uninstall.js';

/** How often somebody looks at the workspaces that are in doubt, in milliseconds. */
const EVERY = 20_000;

/** For so long Slack has to refuse a token until it is believed, in milliseconds. */
const SURE_AFTER = 60_000;

/**
 * Workspaces that removed the app while nobody could hear of it: Slack refuses their tokens. A refusal may
 * be a mistake that passes, and whoever loses a workspace pauses calendars. So Slack is asked what it
 * thinks of the token, and once more a minute later, and the token stays: it is asked about again with
 * each start, and whenever something is heard from there.
 */
@Injectable()
export class UntoldRemovalsJob extends ClockRound implements OnModuleInit {
  /** When Slack said so first, epoch milliseconds; null before it was asked. */
  private readonly doubts = new Map<string, number | null>();

  constructor(
    private readonly env: Env,
    private readonly slack: SlackClient,
    private readonly installations: Installations,
    private readonly uninstall: Uninstall,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** The one token of a single workspace is the operator's, who is told so. */
  onModuleInit(): void {
    if (this.env.slack?.tenancy.kind !== 'many') return;
    this.slack.follow(({ workspace, refusal }) => {
      if (refusal === null) this.doubts.delete(workspace);
      else if (!this.doubts.has(workspace)) this.doubts.set(workspace, null);
    });
  }

  /** Whoever removed the app while this process did not run. */
  async lookAtAll(): Promise<void> {
    if (this.env.slack?.tenancy.kind !== 'many') return;
    for (const workspace of await this.installations.workspaces()) this.doubts.set(workspace, null);
    await this.round();
  }

  @Interval(EVERY)
  tick(): Promise<void> {
    return this.round();
  }

  protected override async attend(): Promise<void> {
    const now = this.clock.now();
    for (const [workspace, since] of this.doubts) {
      if (since !== null && now - since < SURE_AFTER) continue;
      const standing = await this.uninstall.standingOf(workspace);
      if (standing === 'unsaid') continue;
      if (standing === 'in') this.doubts.delete(workspace);
      else if (since === null) this.doubts.set(workspace, now);
      else await this.removed(workspace);
    }
  }

  private async removed(workspace: string): Promise<void> {
    await this.uninstall.foundOut(workspace);
    this.doubts.delete(workspace);
  }
}
