import { Injectable } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { Assistant } from '../../core/assistant.js';
import { ChatLimits } from '../../core/chat-limits.js';
import { SLACK } from '../slack-address.js';
import { SlackPersons } from '../slack-persons.js';
import { SlackPlatform } from '../slack.platform.js';
import { eventTurn, workspaceOf } from '../slack-turn.js';
import { SlackWork, unseen } from '../slack-work.js';

/** Its other tabs show themselves. */
const openedSchema = z.object({ user: z.string(), tab: z.literal('home') });

/** Hears of people who open the app's home. */
@Injectable()
export class HomeListeners {
  constructor(
    private readonly assistant: Assistant,
    private readonly platform: SlackPlatform,
    private readonly persons: SlackPersons,
    private readonly limits: ChatLimits,
    private readonly work: SlackWork,
  ) {}

  listen(app: App): void {
    app.event('app_home_opened', async ({ event, body, context }) => {
      const opened = openedSchema.safeParse(event);
      if (!opened.success) return;
      const workspace = workspaceOf(context);
      const { user } = opened.data;
      await this.work.once(
        eventTurn(workspace, body),
        unseen(() => this.show(workspace, user)),
      );
    });
  }

  /** Whoever opens it too often sees what they saw before. */
  private async show(workspace: string, userKey: string): Promise<void> {
    const { platform } = this;
    if (!(await this.limits.hears({ platform: SLACK, workspace, userKey }))) return;
    const person = await this.persons.of({ workspace, userKey, name: '' });
    await this.assistant.openHome({ person, platform });
  }
}
