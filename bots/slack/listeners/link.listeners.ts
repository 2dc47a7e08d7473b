import { Injectable, Logger } from '@nestjs/common';
import type { App } from '@slack/bolt';
import { z } from 'zod';
import { Assistant } from '../../core/assistant.js';
import { ChatLimits } from '../../core/chat-limits.js';
import { unfurl } from '../message.renderer.js';
import { SLACK } from '../slack-address.js';
import { SlackClient } from '../slack.client.js';
import { SlackPeople } from '../slack-people.js';
import { eventTurn, workspaceOf } from '../slack-turn.js';
import { SlackWork, unseen } from '../slack-work.js';

const sharedSchema = z.object({
  user: z.string(),
  /** Names the message, also one that is still being written. */
  unfurl_id: z.string(),
  source: z.enum(['composer', 'conversations_history']),
  links: z.array(z.object({ url: z.string() })),
});

type Shared = z.output<typeof sharedSchema>;

/** A message with more of them is shown no more: each one is looked up. */
const MOST_LINKS = 3;

/** Hears of booking links that people post, and shows below them what can be booked. */
@Injectable()
export class LinkListeners {
  private readonly logger = new Logger(LinkListeners.name);

  constructor(
    private readonly assistant: Assistant,
    private readonly slack: SlackClient,
    private readonly people: SlackPeople,
    private readonly limits: ChatLimits,
    private readonly work: SlackWork,
  ) {}

  listen(app: App): void {
    app.event('link_shared', async ({ event, body, context }) => {
      const shared = sharedSchema.safeParse(event);
      if (!shared.success) return;
      const workspace = workspaceOf(context);
      await this.work.once(
        eventTurn(workspace, body),
        unseen(() => this.show(workspace, shared.data)),
      );
    });
  }

  private async show(workspace: string, { user, links, ...message }: Shared): Promise<void> {
    const person = { platform: SLACK, workspace, userKey: user };
    if (!(await this.limits.hears(person))) return;
    const sharer = await this.people.find(workspace, user);
    // What programs post, ourselves among them, says already what is to be said.
    if (sharer.ok && sharer.value.is_bot) return;
    const urls = [...new Set(links.map(({ url }) => url))].slice(0, MOST_LINKS);
    const previews = await Promise.all(
      urls.map(async (url) => [url, await this.assistant.preview(url)] as const),
    );
    const unfurls = previews.flatMap(([url, preview]) =>
      preview ? [[url, unfurl(preview)] as const] : [],
    );
    if (unfurls.length === 0) return;
    const shown = { ...message, unfurls: Object.fromEntries(unfurls) };
    const answer = await this.slack.call(
      { workspace, method: 'chat.unfurl', with: shown },
      z.unknown(),
    );
    if (!answer.ok) this.logger.debug(`A link was not shown: ${answer.problem.code}`);
  }
}
