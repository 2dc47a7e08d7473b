import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { FoundChannel } from '../../src/calendars/alerts/channel-finder.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { done, type Outcome, refused } from '../../src/shared/outcome.js';
import type { Undeliverable } from '../core/chat-platform.js';
import { channelIn, slackChannel } from './slack-address.js';
import { SlackClient } from './slack.client.js';
import { SlackPeople } from './slack-people.js';

const listedSchema = z.object({ id: z.string(), name: z.string() });

const channelSchema = listedSchema.extend({
  is_private: z.boolean().default(false),
  is_member: z.boolean().default(false),
  is_archived: z.boolean().default(false),
  is_ext_shared: z.boolean().default(false),
  is_org_shared: z.boolean().default(false),
  context_team_id: z.string().optional(),
});

type Listed = z.output<typeof listedSchema>;
type Channel = z.output<typeof channelSchema>;

const pageSchema = z.object({
  channels: z.array(listedSchema),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Whose channels, and in which workspace of an organisation. */
interface Whose {
  readonly user?: string | undefined;
  readonly team_id?: string | undefined;
}

/**
 * Finds the channels in which bookings may be announced: the assistant and the asker are both there.
 * It looks through the channels of those two, which are few however large the workspace is.
 */
@Injectable()
export class SlackChannels {
  constructor(
    private readonly slack: SlackClient,
    private readonly people: SlackPeople,
  ) {}

  async find(asker: ChatPerson, name: string): Promise<Outcome<FoundChannel, Undeliverable>> {
    if (/^<?@/.test(name.trim())) return refused({ sentence: say('slack:channel.person') });
    const id = channelIn(name);
    const withId = id === null ? null : await this.withId(asker, id);
    const { channel, isTheirs } = withId?.channel ? withId : await this.named(asker, name);
    if (!channel) {
      return refused({ sentence: say('slack:channel.unknown', { channel: calledIn(name) }) });
    }
    const shown = `#${channel.name}`;
    if (channel.is_archived) return refused({ sentence: say('slack:channel.archived', { shown }) });
    if (!channel.is_member) return refused({ sentence: say('slack:channel.invite', { shown }) });
    if (!isTheirs) return refused({ sentence: say('slack:channel.notYours', { shown }) });
    const address = slackChannel(asker.workspace, channel.id, shown);
    return done({ ...address, isPublic: isOpen(channel) });
  }

  private async withId(asker: ChatPerson, id: string): Promise<Found> {
    const channel = await this.info(asker, id);
    if (!channel?.is_member) return { channel, isTheirs: false };
    const team = channel.context_team_id;
    const theirs = await this.whose(asker, team);
    const found = await this.search(asker, { whose: theirs, is: (one) => one.id === id });
    return { channel, isTheirs: found !== null };
  }

  /** Typed by hand, where Slack put no id into the text. */
  private async named(asker: ChatPerson, text: string): Promise<Found> {
    const name = text.trim().replace(/^#/, '').toLowerCase();
    const is = (one: Listed): boolean => one.name === name;
    const { user, ...whose } = await this.whose(asker);
    const theirs = await this.search(asker, { whose: { user, ...whose }, is });
    const found = theirs ?? (await this.search(asker, { whose, is }));
    const channel = found && (await this.info(asker, found.id));
    return { channel, isTheirs: theirs !== null };
  }

  private async info({ workspace }: ChatPerson, channel: string): Promise<Channel | null> {
    const answer = await this.slack.call(
      { workspace, method: 'conversations.info', with: { channel } },
      z.object({ channel: channelSchema }),
    );
    return answer.ok ? answer.value.channel : null;
  }

  /** An organisation has to be told in which of its workspaces. */
  private async whose({ workspace, userKey }: ChatPerson, team?: string): Promise<Whose> {
    if (!workspace.startsWith('E')) return { user: userKey };
    const person = team === undefined ? await this.people.find(workspace, userKey) : null;
    const team_id = person?.ok ? person.value.team_id : team;
    return { user: userKey, team_id };
  }

  /** Null when none of the channels is it, or there are too many. */
  private async search(
    { workspace }: ChatPerson,
    { whose, is }: { readonly whose: Whose; readonly is: (channel: Listed) => boolean },
  ): Promise<Listed | null> {
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await this.slack.call(
        { workspace, method: 'users.conversations', with: { ...LISTED, ...whose, cursor } },
        pageSchema,
      );
      if (!answer.ok) return null;
      const found = answer.value.channels.find(is);
      if (found) return found;
      cursor = answer.value.response_metadata?.next_cursor ?? '';
      if (cursor === '') return null;
    }
    return null;
  }
}

/** As people name it: where Slack gives an id alone, they know which one they chose. */
function calledIn(text: string): string {
  const [, label] = /^<#[^|>]*\|([^>]+)>$/.exec(text.trim()) ?? [];
  if (label !== undefined) return `#${label}`;
  return text.startsWith('#') || channelIn(text) === null ? text : say('slack:channel.chosen');
}

interface Found {
  readonly channel: Channel | null;
  readonly isTheirs: boolean;
}

/** Whoever is not of the host's own circle reads it, too. */
const isOpen = ({ is_private, is_ext_shared, is_org_shared }: Channel): boolean =>
  !is_private || is_ext_shared || is_org_shared;

/** Slack recommends no more than 200 at a time; it takes 50 such calls a minute. */
const PAGE = 200;
const MOST_PAGES = 10;

const LISTED = { types: 'public_channel,private_channel', exclude_archived: true, limit: PAGE };
