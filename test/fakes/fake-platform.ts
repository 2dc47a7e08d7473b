import { CONSOLE_WORKSPACE } from '../../bots/console/console-person.js';
import {
  ChatPlatform,
  type ChatProfile,
  type Delivery,
  type Undeliverable,
} from '../../bots/core/chat-platform.js';
import type { Message } from '../../bots/core/message.js';
import type { FoundChannel } from '../../src/calendars/alerts/channel-finder.js';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { done, type Outcome, refused } from '../../src/shared/outcome.js';

/** How a reply is named: after its message, counted from 1. */
const REPLY = /^(.+)-reply-(\d+)$/;

/** Of a message that somebody deleted. */
const GONE = 'It is not there any more.';

/** A message that stands in a channel, and what was said under it. */
export interface PostedMessage {
  readonly channel: string;
  message: Message;
  edits: number;
  readonly replies: Message[];
}

/** A chat platform in memory. It can lose its connection, lose an answer, or know no channel. */
export class FakePlatform extends ChatPlatform {
  readonly messages = new Map<string, PostedMessage>();
  readonly told: { readonly person: string; readonly message: Message }[] = [];
  /** What people see who opened their home, by user key, and how often it was shown. */
  readonly homes = new Map<string, { readonly sections: readonly Message[]; shown: number }>();
  /** The channels in which somebody waited for their turn to send a message. */
  readonly turns: string[] = [];
  /** What is known about people beside the defaults, by user key. */
  readonly profiles = new Map<string, Partial<ChatProfile>>();
  /** What the next delivery runs into. */
  trouble: 'none' | 'down' | 'channel-gone' | 'answer-lost' = 'none';

  constructor(readonly name = 'fake') {
    super();
  }

  ready({ channel }: ChannelAddress): Promise<void> {
    this.turns.push(channel);
    return Promise.resolve();
  }

  post({ channel }: ChannelAddress, message: Message): Promise<Delivery> {
    return this.deliver(() => {
      const reference = `${channel}-${this.messages.size + 1}`;
      this.messages.set(reference, { channel, message, edits: 0, replies: [] });
      return reference;
    });
  }

  edit(_channel: ChannelAddress, reference: string, message: Message): Promise<Delivery> {
    const reply = REPLY.exec(reference);
    if (reply) return this.editReply(reply[1] ?? '', Number(reply[2]), message);
    const standing = this.messages.get(reference);
    if (!standing) return this.deliver(() => GONE);
    return this.deliver(() => {
      standing.message = message;
      standing.edits += 1;
      return reference;
    });
  }

  reply(_channel: ChannelAddress, reference: string, message: Message): Promise<Delivery> {
    return this.deliver(() => {
      const count = this.messages.get(reference)?.replies.push(message);
      return `${reference}-reply-${count}`;
    });
  }

  tell(person: ChatPerson, message: Message): Promise<Delivery> {
    return this.deliver(() => {
      this.told.push({ person: person.userKey, message });
      return `told-${this.told.length}`;
    });
  }

  directChannel({
    workspace,
    userKey,
  }: ChatPerson): Promise<Outcome<ChannelAddress, Undeliverable>> {
    const channel = `@${userKey}`;
    return Promise.resolve(done({ platform: this.name, workspace, channel, channelName: channel }));
  }

  override showHome({ userKey }: ChatPerson, sections: readonly Message[]): Promise<boolean> {
    const shown = (this.homes.get(userKey)?.shown ?? 0) + 1;
    return this.deliver(() => {
      this.homes.set(userKey, { sections, shown });
      return userKey;
    }).then(({ ok }) => ok);
  }

  profileOf({ userKey }: ChatPerson): Promise<ChatProfile> {
    return Promise.resolve({
      ...{ timeZone: 'Europe/Berlin', email: null, isReachable: true },
      ...{ isAdmin: false, mayHost: true, admins: 'an admin' },
      ...this.profiles.get(userKey),
    });
  }

  findChannel(_asker: ChatPerson, name: string): Promise<Outcome<FoundChannel, Undeliverable>> {
    const channel = name.replace(/^#/, '');
    const isName = /^[a-z]+$/.test(channel);
    const address = { platform: this.name, workspace: CONSOLE_WORKSPACE, channel };
    return Promise.resolve(
      isName
        ? done({ ...address, channelName: `#${channel}`, isPublic: channel === 'everybody' })
        : refused({ sentence: 'No such channel.' }),
    );
  }

  findPerson(_asker: ChatPerson, name: string): Promise<Outcome<ChatPerson, Undeliverable>> {
    const userKey = name.replace(/^@/, '');
    const isName = /^[a-z]+$/.test(userKey);
    const person = { platform: this.name, workspace: CONSOLE_WORKSPACE, userKey, name: userKey };
    return Promise.resolve(isName ? done(person) : refused({ sentence: 'No such person.' }));
  }

  private editReply(reference: string, number: number, message: Message): Promise<Delivery> {
    return this.deliver(() => {
      this.messages.get(reference)?.replies.splice(number - 1, 1, message);
      return `${reference}-reply-${number}`;
    });
  }

  private deliver(work: () => string): Promise<Delivery> {
    const trouble = this.trouble;
    if (trouble === 'channel-gone') return Promise.resolve(refused({ sentence: 'It is gone.' }));
    if (trouble === 'down') return Promise.reject(new Error('The platform is down.'));
    const reference = work();
    if (reference === GONE) return Promise.resolve(refused({ sentence: GONE, isGone: true }));
    if (trouble === 'answer-lost') return Promise.reject(new Error('The answer was lost.'));
    return Promise.resolve(done(reference));
  }
}
