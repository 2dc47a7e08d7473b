import type { JsonObject, SlackBlock } from './slack-blocks.js';
import type { SlackParcel, SlackReceipt } from './slack-delivery.js';
import type { Pressed } from './slack-hands.js';
import { seen, type SeenMessage, type SlackMessage } from './slack-message.js';
import { type ChannelName, eventPayload, type SlackActor, typed } from './slack-payloads.js';
import { actionPayload } from './slack-press-payloads.js';
import { SlackRefusal } from './slack-refusal.js';
import { type Awaited, replySince, type SlackReply } from './slack-reply.js';
import type { SlackReader } from './slack-text.js';
import type { SlackWindow } from './slack-windows.js';

/** Where somebody presses: a message before their eyes, or their home tab; else the open window. */
export interface Where {
  readonly in?: SeenMessage | 'home';
}

/** Slack on somebody's screen: sends what they do, and shows what comes of it. */
export class SlackClient {
  private direct: ChannelName | null = null;

  constructor(readonly actor: SlackActor) {}

  get reader(): SlackReader {
    return this.actor.team.reader(this.actor.person.facts.tz ?? 'Europe/Berlin');
  }

  /** The direct messages with the app. */
  async directMessage(): Promise<ChannelName> {
    const { team, person } = this.actor;
    if (this.direct) return this.direct;
    const body = { users: team.app.botUserId };
    const answer = await team.emulator.asPerson(person.seat, 'conversations.open', body);
    const { id } = answer['channel'] as { id: string };
    this.direct = { id, name: 'directmessage' };
    return this.direct;
  }

  /** Posts as this person. */
  async say(channel: string, text: string): Promise<SlackMessage> {
    const { team, person } = this.actor;
    const body = { channel, text: typed(text, team) };
    const answer = await team.emulator.asPerson(person.seat, 'chat.postMessage', body);
    const message = { ...(answer['message'] as SlackMessage), channel };
    team.messages.put(message, 'posted');
    return message;
  }

  event(event: JsonObject): SlackParcel {
    return { kind: 'event', payload: eventPayload(this.actor, event) };
  }

  blocksAt(where: Where): readonly SlackBlock[] {
    return typeof where.in === 'object'
      ? this.still(where.in).blocks
      : this.windowAt(where).view.blocks;
  }

  /** A message as it is now: it can be pressed no other way. */
  still({ isEphemeral, message: { channel, ts } }: SeenMessage): SeenMessage {
    const { person, team } = this.actor;
    const { messages } = team;
    const shown = isEphemeral ? messages.ephemeral(ts) : null;
    const message = shown?.user === person.id ? shown.message : messages.find(channel, ts);
    if (!message) throw new SlackRefusal('They do not see this message.');
    return seen(message, this.reader, isEphemeral);
  }

  windowAt(where: Where): SlackWindow {
    const { windows } = this.actor.team;
    const { id, name } = this.actor.person;
    const window = where.in === 'home' ? windows.home(id) : windows.top(id);
    if (!window) throw new SlackRefusal(`${name} has no window open.`);
    return window;
  }

  act(pressed: Pressed, where: Where, value?: JsonObject): Promise<SlackReply> {
    const message = typeof where.in === 'object' ? this.still(where.in) : null;
    const place = message ?? this.windowAt(where);
    const payload = actionPayload(this.actor, { ...pressed, ...(value && { value }) }, place);
    return this.doing({ kind: 'interaction', payload }, () => ({
      // The home tab is republished at any time: it answers what was pressed in it.
      kinds: [
        ...(where.in === 'home' ? (['home'] as const) : []),
        ...(['window', 'closed', 'ephemeral', 'posted', 'edited', 'deleted'] as const),
      ],
      ...(message && { channel: message.message.channel, ts: message.message.ts }),
    }));
  }

  /** Sends it, and waits for what comes of it. */
  async doing(
    parcel: SlackParcel,
    awaited: (receipt: SlackReceipt) => Awaited | Promise<Awaited>,
  ): Promise<SlackReply> {
    const { count } = this.actor.cloud.changes;
    const receipt = await this.deliver(parcel);
    return this.reply(count, receipt, await awaited(receipt));
  }

  async reply(since: number, receipt: SlackReceipt, awaited: Awaited): Promise<SlackReply> {
    const { cloud, person } = this.actor;
    const reply = await cloud.changes.until(`an answer to ${person.name}`, () =>
      replySince(this.actor, since, awaited),
    );
    return { ...reply, receipt };
  }

  async deliver(parcel: SlackParcel): Promise<SlackReceipt> {
    const receipt = await this.actor.cloud.deliver(parcel);
    if (receipt.status !== 200) {
      throw new SlackRefusal(`The app answered ${receipt.status}: ${String(receipt.body)}`);
    }
    return receipt;
  }
}
