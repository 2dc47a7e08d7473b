import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import { Database } from '../../../src/database/database.js';
import { say } from '../../../src/language/say.js';
import { LostWorkspaces } from '../../core/workspaces/lost-workspaces.js';
import { SLACK } from '../slack-address.js';
import { isTokenRefused, SlackClient } from '../slack.client.js';
import { Installations } from './installations.js';

const whoSchema = z.object({ team_id: z.string(), enterprise_id: z.string().nullish() });

/** What follows when a workspace removes the app, and when it turns out to have it again. */
@Injectable()
export class Uninstall {
  private readonly logger = new Logger(Uninstall.name);

  constructor(
    private readonly database: Database,
    private readonly installations: Installations,
    private readonly lost: LostWorkspaces,
    private readonly slack: SlackClient,
  ) {}

  /** Slack tells of it several times, and perhaps only when the app is installed anew. */
  async run(workspace: string): Promise<void> {
    if (await this.isIn(workspace)) {
      this.logger.log(`The app was removed from ${workspace}, and is there again.`);
      return;
    }
    await this.database.asOne(async () => {
      const name = await this.installations.remove(workspace);
      await this.lose(workspace, name);
    });
  }

  /** Nobody said so, but Slack refuses the token there, which is kept: it may take it again one day. */
  async foundOut(workspace: string): Promise<void> {
    const name = await this.installations.nameOf(workspace);
    // Not installed there, or not any more.
    if (name === null) return;
    this.logger.warn(`Slack refuses the token of ${workspace}: the app counts as removed there.`);
    await this.lose(workspace, name);
  }

  /** Whether nothing is to be heeded there. The operator may have been given a new token since. */
  async isGone(workspace: string): Promise<boolean> {
    if (!(await this.lost.isLost({ platform: SLACK, workspace }))) return false;
    if (!(await this.isIn(workspace))) return true;
    await this.lost.regain({ platform: SLACK, workspace });
    return false;
  }

  /** Where the app was removed while this process did not run, it may be back. */
  async lookAgain(): Promise<void> {
    for (const { workspace } of await this.lost.of(SLACK)) await this.isGone(workspace);
  }

  /** Whether the token that we have speaks there, as far as Slack says so now. */
  async standingOf(workspace: string): Promise<'in' | 'out' | 'unsaid'> {
    try {
      const who = await this.slack.call({ workspace, method: 'auth.test', with: {} }, whoSchema);
      if (!who.ok) return isTokenRefused(who.problem) ? 'out' : 'unsaid';
      return [who.value.team_id, who.value.enterprise_id].includes(workspace) ? 'in' : 'out';
    } catch (error) {
      this.logger.warn({ err: error }, 'Slack does not say whether the app is installed.');
      return 'unsaid';
    }
  }

  /** What Slack does not say now is taken as told. */
  private async isIn(workspace: string): Promise<boolean> {
    return (await this.standingOf(workspace)) === 'in';
  }

  private async lose(workspace: string, name: string | null): Promise<void> {
    const place = name ? say('slack:place.named', { name }) : say('slack:place.yours');
    await this.lost.lose({ platform: SLACK, workspace, place });
  }
}
