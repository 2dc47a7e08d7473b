import type { FoundChannel } from '../../../src/calendars/alerts/channel-finder.js';
import type { ChannelAddress } from '../../../src/calendars/create-calendar.service.js';
import type { Workspace } from '../../../src/hosts/hosting-rules.service.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { say } from '../../../src/language/say.js';
import { type Outcome, refused } from '../../../src/shared/outcome.js';
import {
  ChatPlatform,
  type ChatProfile,
  type Delivery,
  type MessageReference,
  type Undeliverable,
} from '../chat-platform.js';
import type { Message } from '../message.js';
import type { LostWorkspaces } from './lost-workspaces.js';

/**
 * A platform as whoever sends by themselves has it: nothing leaves for a workspace that took the
 * assistant out, nobody waits for a turn there, and what was to be sent is given up at once.
 */
export class PresentPlatform extends ChatPlatform {
  readonly name: string;

  constructor(
    private readonly inner: ChatPlatform,
    private readonly lost: LostWorkspaces,
  ) {
    super();
    this.name = inner.name;
  }

  override complaint(): string | null {
    return this.inner.complaint();
  }

  override async ready(channel: ChannelAddress): Promise<void> {
    if (!(await this.lost.isLost(channel))) await this.inner.ready(channel);
  }

  override post(channel: ChannelAddress, message: Message): Promise<Delivery> {
    return this.unlessLost(channel, () => this.inner.post(channel, message));
  }

  override edit(
    channel: ChannelAddress,
    reference: MessageReference,
    message: Message,
  ): Promise<Delivery> {
    return this.unlessLost(channel, () => this.inner.edit(channel, reference, message));
  }

  override reply(
    channel: ChannelAddress,
    reference: MessageReference,
    message: Message,
  ): Promise<Delivery> {
    return this.unlessLost(channel, () => this.inner.reply(channel, reference, message));
  }

  override tell(person: ChatPerson, message: Message): Promise<Delivery> {
    return this.unlessLost(this.placeOf(person), () => this.inner.tell(person, message));
  }

  override directChannel(person: ChatPerson): Promise<Outcome<ChannelAddress, Undeliverable>> {
    return this.unlessLost(this.placeOf(person), () => this.inner.directChannel(person));
  }

  override async showHome(person: ChatPerson, sections: readonly Message[]): Promise<boolean> {
    if (await this.lost.isLost(this.placeOf(person))) return false;
    return this.inner.showHome(person, sections);
  }

  override profileOf(person: ChatPerson): Promise<ChatProfile> {
    return this.inner.profileOf(person);
  }

  override findChannel(
    asker: ChatPerson,
    name: string,
  ): Promise<Outcome<FoundChannel, Undeliverable>> {
    return this.inner.findChannel(asker, name);
  }

  override findPerson(
    asker: ChatPerson,
    name: string,
  ): Promise<Outcome<ChatPerson, Undeliverable>> {
    return this.inner.findPerson(asker, name);
  }

  private placeOf({ workspace }: ChatPerson): Workspace {
    return { platform: this.name, workspace };
  }

  private async unlessLost<T>(
    place: Workspace,
    send: () => Promise<Outcome<T, Undeliverable>>,
  ): Promise<Outcome<T, Undeliverable>> {
    if (!(await this.lost.isLost(place))) return send();
    return refused({ sentence: say('lost:undeliverable') });
  }
}
