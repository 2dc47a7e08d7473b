import { seen, type SeenMessage } from './slack-message.js';
import type { KnownPerson } from './slack-people.js';
import type { SlackTeam } from './slack-team.js';

export interface ChannelFacts {
  /** The first of them makes it. */
  readonly members: readonly { readonly id: string }[];
  readonly isPrivate?: boolean;
  /** Another company reads it, or the other workspaces of the organisation. */
  readonly sharedWith?: 'company' | 'organisation';
  /** Whether the app was invited; it was unless said. */
  readonly withApp?: boolean;
}

/** A channel, and what stands in it. */
export class SlackChannel {
  readonly members = new Set<string>();
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly sharedWith: ChannelFacts['sharedWith'];

  private constructor(
    private readonly team: SlackTeam,
    private readonly maker: KnownPerson,
    {
      id,
      name,
      isPrivate,
      sharedWith,
    }: Pick<SlackChannel, 'id' | 'name' | 'isPrivate' | 'sharedWith'>,
  ) {
    this.id = id;
    this.name = name;
    this.isPrivate = isPrivate;
    this.sharedWith = sharedWith;
    this.members.add(maker.id);
  }

  static async make(team: SlackTeam, name: string, facts: ChannelFacts): Promise<SlackChannel> {
    const [first, ...others] = facts.members;
    const maker = team.people.find(first?.id);
    if (!maker) throw new Error('A channel needs somebody who makes it.');
    const { isPrivate = false, sharedWith } = facts;
    const made = await team.emulator.asPerson(maker.seat, 'conversations.create', {
      ...{ name, is_private: isPrivate },
    });
    const { id } = made['channel'] as { id: string };
    const channel = new SlackChannel(team, maker, { id, name, isPrivate, sharedWith });
    team.channels.set(id, channel);
    for (const other of others) await channel.add(other.id);
    if (facts.withApp !== false) await channel.add(team.app.botUserId);
    return channel;
  }

  /** `/invite`: somebody, or the app by its user id. */
  async add(userId: string): Promise<void> {
    const body = { channel: this.id, users: userId };
    await this.team.emulator.asPerson(this.maker.seat, 'conversations.invite', body);
    this.members.add(userId);
  }

  async remove(userId: string): Promise<void> {
    const body = { channel: this.id, user: userId };
    await this.team.emulator.asPerson(this.maker.seat, 'conversations.kick', body);
    this.members.delete(userId);
  }

  async archive(): Promise<void> {
    await this.team.emulator.asPerson(this.maker.seat, 'conversations.archive', {
      channel: this.id,
    });
  }

  /** As somebody in this zone reads it, the oldest first, without replies. */
  messages(timeZone = 'Europe/Berlin'): readonly SeenMessage[] {
    const reader = this.team.reader(timeZone);
    return this.team.messages.in(this.id).map((message) => seen(message, reader));
  }

  thread({ message }: SeenMessage, timeZone = 'Europe/Berlin'): readonly SeenMessage[] {
    const reader = this.team.reader(timeZone);
    return this.team.messages.under(this.id, message.ts).map((one) => seen(one, reader));
  }

  /** The first reply to a message that says this, now or when it comes. */
  reply(card: SeenMessage, words: string | RegExp): Promise<SeenMessage> {
    return this.team.changes.until(`${words} below a message in #${this.name}`, () =>
      this.thread(card).find(({ text }) => text.match(words)),
    );
  }

  /** The first message that says this, now or when it comes. */
  message(words: string | RegExp): Promise<SeenMessage> {
    return this.team.changes.until(`${words} in #${this.name}`, () =>
      this.messages().find(({ text }) => text.match(words)),
    );
  }
}
