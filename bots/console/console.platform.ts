import { Injectable } from '@nestjs/common';
import { Env } from '../../src/config/env.js';
import { say } from '../../src/language/say.js';
import type { FoundChannel } from '../../src/calendars/alerts/channel-finder.js';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { done, type Outcome, refused } from '../../src/shared/outcome.js';
import {
  ChatPlatform,
  type ChatProfile,
  type Delivery,
  type Undeliverable,
} from '../core/chat-platform.js';
import type { Message } from '../core/message.js';
import { newUid } from '../../src/shared/random.js';
import { CONSOLE, CONSOLE_WORKSPACE, consolePerson, terminalUser } from './console-person.js';
import { ConsoleScreen } from './console-screen.js';

const CHANNEL = /^#?([\p{L}\p{N}][\p{L}\p{N}_-]{0,79})$/u;
const PERSON = /^@?([a-z0-9][a-z0-9._-]{0,39})$/i;

/** The assistant in a terminal: every channel and every person is on this one screen. */
@Injectable()
export class ConsolePlatform extends ChatPlatform {
  readonly name = CONSOLE;

  constructor(
    private readonly screen: ConsoleScreen,
    private readonly env: Env,
  ) {
    super();
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  post(channel: ChannelAddress, message: Message): Promise<Delivery> {
    return this.show(say('console:channel', { channel: channel.channelName }), message);
  }

  edit(channel: ChannelAddress, reference: string, message: Message): Promise<Delivery> {
    const where = say('console:edited', { channel: channel.channelName });
    return this.show(where, message, reference);
  }

  reply(channel: ChannelAddress, _reference: string, message: Message): Promise<Delivery> {
    return this.show(say('console:reply', { channel: channel.channelName }), message);
  }

  tell(person: ChatPerson, message: Message): Promise<Delivery> {
    return this.show(say('console:direct', { person: person.userKey }), message);
  }

  directChannel({ userKey }: ChatPerson): Promise<Outcome<ChannelAddress, Undeliverable>> {
    const name = `@${userKey}`;
    return Promise.resolve(done(addressOf(name)));
  }

  /** Everybody on this screen sits in one place; whoever started the product is its admin. */
  showHome(): Promise<boolean> {
    return Promise.resolve(false);
  }

  profileOf({ userKey }: ChatPerson): Promise<ChatProfile> {
    const owner = terminalUser();
    return Promise.resolve({
      ...{ timeZone: this.env.knownTimeZone, email: null, isReachable: true, mayHost: true },
      isAdmin: userKey === owner,
      admins: say('console:admins', { person: owner }),
    });
  }

  findChannel(_asker: ChatPerson, name: string): Promise<Outcome<FoundChannel, Undeliverable>> {
    const channel = CHANNEL.exec(name.trim())?.[1]?.toLowerCase();
    const found: Outcome<FoundChannel, Undeliverable> = channel
      ? done({ ...addressOf(`#${channel}`, channel), isPublic: false })
      : refused({ sentence: say('console:noSuchChannel', { name }) });
    return Promise.resolve(found);
  }

  findPerson(_asker: ChatPerson, name: string): Promise<Outcome<ChatPerson, Undeliverable>> {
    const key = PERSON.exec(name.trim())?.[1];
    const found: Outcome<ChatPerson, Undeliverable> = key
      ? done(consolePerson(key))
      : refused({ sentence: say('console:noSuchPerson', { name }) });
    return Promise.resolve(found);
  }

  private show(where: string, message: Message, reference = newUid()): Promise<Delivery> {
    // Without a console, standard output is a service's log, where nothing about people belongs.
    if (this.env.console !== 'off') this.screen.show(where, message);
    return Promise.resolve(done(reference));
  }
}

const addressOf = (channelName: string, channel = channelName): ChannelAddress => ({
  platform: CONSOLE,
  workspace: CONSOLE_WORKSPACE,
  channel,
  channelName,
});
