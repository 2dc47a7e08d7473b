import { Injectable, Logger } from '@nestjs/common';
import { z } from 'zod';
import type { FoundChannel } from '../../src/calendars/alerts/channel-finder.js';
import type { ChannelAddress } from '../../src/calendars/create-calendar.service.js';
import { canonicalTimeZone } from '../../src/calendars/words/time-zone-names.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { Fault } from '../../src/shared/fault.js';
import { done, type Outcome, refused } from '../../src/shared/outcome.js';
import {
  ChatPlatform,
  type ChatProfile,
  type Delivery,
  type MessageReference,
  type Undeliverable,
} from '../core/chat-platform.js';
import type { Message } from '../core/message.js';
import { seenIn } from '../core/seen-people.js';
import { type SlackMessage, slackMessage } from './message.renderer.js';
import { SLACK, slackChannel, slackPerson, userIn } from './slack-address.js';
import { SlackChannels } from './slack-channels.js';
import { isTokenRefused, NOT_INSTALLED, SlackClient, type SlackRefusal } from './slack.client.js';
import { SlackPace } from './slack-pace.js';
import { isFullMember, nameOfUser, SlackPeople } from './slack-people.js';
import { undeliverable } from './slack-refusal-words.js';
import { SlackStanding } from './slack-standing.js';
import { SlackWindows } from './slack-windows.js';
import { homeView } from './view.renderer.js';

const posted = z.object({ ts: z.string() });

/** The message that was to be edited is not there any more. */
const GONE = /^(?:message_not_found|cant_update_message|edit_window_closed|invalid_arguments)$/;

/** The assistant in Slack. A message's reference is its timestamp, which names it in its channel. */
@Injectable()
export class SlackPlatform extends ChatPlatform {
  readonly name = SLACK;
  private readonly logger = new Logger(SlackPlatform.name);

  constructor(
    private readonly slack: SlackClient,
    private readonly pace: SlackPace,
    private readonly people: SlackPeople,
    private readonly channels: SlackChannels,
    private readonly windows: SlackWindows,
    private readonly standing: SlackStanding,
  ) {
    super();
  }

  override complaint(): string | null {
    return this.standing.complaint;
  }

  override async ready(channel: ChannelAddress): Promise<void> {
    await this.pace.turn(channel);
  }

  post(channel: ChannelAddress, message: Message): Promise<Delivery> {
    return this.send('chat.postMessage', channel, { ...shown(channel, message), ...QUIET });
  }

  async edit(
    channel: ChannelAddress,
    reference: MessageReference,
    message: Message,
  ): Promise<Delivery> {
    const { workspace, channel: id } = channel;
    const answer = await this.slack.call(
      {
        ...{ workspace, method: 'chat.update' },
        with: { channel: id, ts: reference, ...shown(channel, message) },
      },
      posted,
    );
    if (answer.ok) return done(answer.value.ts);
    const problem = undelivered(answer.problem, channel.channelName);
    return refused(GONE.test(answer.problem.code) ? { ...problem, isGone: true } : problem);
  }

  reply(channel: ChannelAddress, reference: MessageReference, message: Message): Promise<Delivery> {
    const threaded = { ...shown(channel, message), ...QUIET, thread_ts: reference };
    return this.send('chat.postMessage', channel, threaded);
  }

  async tell(person: ChatPerson, message: Message): Promise<Delivery> {
    const direct = await this.directChannel(person);
    if (!direct.ok) return direct;
    await this.ready(direct.value);
    return this.post(direct.value, message);
  }

  async directChannel({
    workspace,
    userKey,
    name,
  }: ChatPerson): Promise<Outcome<ChannelAddress, Undeliverable>> {
    this.pace.demandAnswers(workspace);
    const answer = await this.slack.call(
      { workspace, method: 'conversations.open', with: { users: userKey } },
      z.object({ channel: z.object({ id: z.string() }) }),
    );
    if (!answer.ok) return this.refused(answer.problem, `@${name}`);
    return done(slackChannel(workspace, answer.value.channel.id, `@${name}`));
  }

  override async showHome(
    { workspace, userKey }: ChatPerson,
    sections: readonly Message[],
  ): Promise<boolean> {
    const home = homeView(sections);
    const shown = await this.windows.publishHome(workspace, userKey, home);
    if (!shown.ok) this.logger.warn(`A home was not shown: ${shown.problem.code}`);
    return shown.ok;
  }

  async profileOf({ workspace, userKey }: ChatPerson): Promise<ChatProfile> {
    const found = await this.people.find(workspace, userKey);
    const admins = say('slack:admins');
    if (!found.ok) return { ...UNKNOWN, admins };
    const { value: user } = found;
    return {
      // A zone that is not known here could not be counted in.
      timeZone: canonicalTimeZone(user.tz ?? ''),
      email: user.profile?.email ?? null,
      isReachable: !user.deleted,
      isAdmin: isFullMember(user, workspace) && Boolean(user.is_admin || user.is_owner),
      mayHost: isFullMember(user, workspace),
      admins,
    };
  }

  findChannel(asker: ChatPerson, name: string): Promise<Outcome<FoundChannel, Undeliverable>> {
    return this.channels.find(asker, name);
  }

  /** By the id that Slack puts into a mention: anybody can bear a name. */
  async findPerson(
    { workspace }: ChatPerson,
    name: string,
  ): Promise<Outcome<ChatPerson, Undeliverable>> {
    const userKey = userIn(name);
    const found = userKey === null ? null : await this.people.find(workspace, userKey);
    if (!found?.ok) return refused({ sentence: say('slack:noSuchPerson', { name }) });
    if (found.value.is_bot) {
      return refused({ sentence: say('slack:program', { name: nameOfUser(found.value) }) });
    }
    return done(slackPerson({ workspace, userKey: found.value.id, name: nameOfUser(found.value) }));
  }

  private async send(
    method: string,
    { workspace, channel, channelName }: ChannelAddress,
    message: Readonly<Record<string, unknown>>,
  ): Promise<Delivery> {
    const answer = await this.slack.call(
      { workspace, method, with: { channel, ...message } },
      posted,
    );
    return answer.ok ? done(answer.value.ts) : this.refused(answer.problem, channelName);
  }

  /** The log knows why, and not where: that may be somebody's name. */
  private refused(problem: SlackRefusal, where: string): Outcome<never, Undeliverable> {
    this.logger.warn(`Slack took no message: ${problem.code}`);
    return refused(undelivered(problem, where));
  }
}

/** A token that Slack refuses may be taken again, or replaced by its operator: jobs come again. */
function undelivered(problem: SlackRefusal, where: string): Undeliverable {
  if (problem.code === NOT_INSTALLED || !isTokenRefused(problem))
    return undeliverable(problem, where);
  throw new Fault('slack-token-refused', `Slack refuses the token: ${problem.code}.`);
}

/** People are mentions, wherever that is read: nobody can fake one. A card that is edited calls nobody again. */
const shown = (place: ChannelAddress, message: Message): SlackMessage =>
  slackMessage(seenIn(message, place));

/** Our own links would only repeat what the message says. */
const QUIET = { unfurl_links: false, unfurl_media: false };

/** Of somebody whom Slack does not know any more, or not to us. */
const UNKNOWN = {
  ...{ timeZone: null, email: null, isReachable: false },
  ...{ isAdmin: false, mayHost: false },
} satisfies Omit<ChatProfile, 'admins'>;
