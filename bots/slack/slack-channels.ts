import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FoundChannel } from '../../src/calendars/alerts/channel-finder.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { done, type Outcome, refused } from '../../src/shared/outcome.js';
import type { Undeliverable } from '../core/chat-platform.js';
import { channelIn, slackChannel } from './slack-address.js';
import { SlackClient } from './slack.client.js';

const channelSchema = z.object({
  id: z.string(),
  name: z.string(),
  is_private: z.boolean().default(false),
  is_member: z.boolean().default(false),
  is_archived: z.boolean().default(false),
});

type Channel = z.output<typeof channelSchema>;

const nextPage = z.object({ next_cursor: z.string().optional() }).optional();

/** Finds the channels in which bookings may be announced: the assistant and the asker are both there. */
@Injectable()
export class SlackChannels {
  constructor(private readonly slack: SlackClient) {}

  async find(asker: ChatPerson, name: string): Promise<Outcome<FoundChannel, Undeliverable>> {
    const id = channelIn(name);
    const channel =
      id === null
        ? await this.named(asker.workspace, name.trim().replace(/^#/, '').toLowerCase())
        : await this.withId(asker.workspace, id);
    if (!channel) return refused({ sentence: say('slack:channel.unknown', { channel: name }) });
    const shown = `#${channel.name}`;
    if (channel.is_archived) return refused({ sentence: say('slack:channel.archived', { shown }) });
    if (!channel.is_member) return refused({ sentence: say('slack:channel.invite', { shown }) });
    if (!(await this.isIn(asker, channel.id)))
      return refused({ sentence: say('slack:channel.notYours', { shown }) });
    const address = slackChannel(asker.workspace, channel.id, shown);
    return done({ ...address, isPublic: !channel.is_private });
  }

  private async withId(workspace: string, channel: string): Promise<Channel | null> {
    const answer = await this.slack.call(
      { workspace, method: 'conversations.info', with: { channel } },
      z.object({ channel: channelSchema }),
    );
    return answer.ok ? answer.value.channel : null;
  }

  /** Typed by hand, where Slack put no id into the text. */
  private async named(workspace: string, name: string): Promise<Channel | null> {
    let cursor = '';
    do {
      const page = await this.slack.call(
        { workspace, method: 'conversations.list', with: { ...LISTED, cursor } },
        z.object({ channels: z.array(channelSchema), response_metadata: nextPage }),
      );
      if (!page.ok) return null;
      const found = page.value.channels.find((channel) => channel.name === name);
      if (found) return found;
      cursor = page.value.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return null;
  }

  private async isIn({ workspace, userKey }: ChatPerson, channel: string): Promise<boolean> {
    let cursor = '';
    do {
      const page = await this.slack.call(
        { workspace, method: 'conversations.members', with: { channel, limit: PAGE, cursor } },
        z.object({ members: z.array(z.string()), response_metadata: nextPage }),
      );
      if (!page.ok) return false;
      if (page.value.members.includes(userKey)) return true;
      cursor = page.value.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return false;
  }
}

/** Slack recommends no more than 200 at a time. */
const PAGE = 200;

const LISTED = { types: 'public_channel,private_channel', exclude_archived: true, limit: PAGE };
