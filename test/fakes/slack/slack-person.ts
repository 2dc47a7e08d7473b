import { randomUUID } from 'node:crypto';
import type { SlackChannel } from './slack-channel.js';
import { type SlackClient, type Where } from './slack-client.js';
import type { JsonObject } from './slack-blocks.js';
import { buttonNamed, chosen, fieldNamed, type Wish } from './slack-hands.js';
import { installApp, type Installed, type InstallOptions } from './slack-install.js';
import { seen, type SeenMessage } from './slack-message.js';
import { commandPayload } from './slack-payloads.js';
import { shortcutPayload, windowEventPayload } from './slack-press-payloads.js';
import { SlackRefusal } from './slack-refusal.js';
import type { SlackReply } from './slack-reply.js';
import { respond } from './slack-responses.js';
import { seenWindow, type SeenWindow } from './slack-seen-window.js';
import { type Submitted, submitWindow } from './slack-submission.js';
import { placeOf } from './slack-windows.js';

/** Somebody who uses Slack. They see what is before them and can do what it offers, nothing else. */
export class SlackPerson {
  constructor(private readonly client: SlackClient) {}

  get id(): string {
    return this.client.actor.person.id;
  }

  get name(): string {
    return this.client.actor.person.name;
  }

  /** Types a command; in the direct messages with the app unless a channel is named. */
  async command(line: string, { channel }: { channel?: SlackChannel } = {}): Promise<SlackReply> {
    const at = channel ?? (await this.client.directMessage());
    const payload = commandPayload(this.client.actor, line, {
      ...{ id: at.id, name: channel ? channel.name : 'directmessage' },
    });
    const thing = { team: this.client.actor.team.id, channel: at.id, user: this.id };
    return this.client.doing({ kind: 'command', payload }, async (receipt) => {
      const { body } = receipt;
      const said = typeof body === 'string' ? { text: body } : (body as JsonObject);
      if (said['text'] || said['blocks']) {
        await respond(this.client.actor.cloud, { ...thing, ts: null, isEphemeral: true }, said);
      }
      return { kinds: ['window', 'ephemeral', 'posted'], channel: at.id };
    });
  }

  /** Writes to the app; the answer is its next message there. */
  async dm(text: string): Promise<SlackReply> {
    const { team } = this.client.actor;
    const { id } = await this.client.directMessage();
    const message = await this.client.say(id, text);
    const event = { type: 'message', channel: id, channel_type: 'im', user: this.id };
    const { ts } = message;
    const parcel = this.client.event({
      ...event,
      text: message.text,
      ts,
      event_ts: ts,
      team: team.id,
    });
    return this.client.doing(parcel, () => ({
      ...{ kinds: ['posted', 'ephemeral', 'window'] as const, channel: id },
    }));
  }

  /** Opens the home tab of the app. */
  async openHome(): Promise<SeenWindow> {
    const { id } = await this.client.directMessage();
    const parcel = this.client.event({
      type: 'app_home_opened',
      user: this.id,
      channel: id,
      tab: 'home',
    });
    const { window } = await this.client.doing(parcel, () => ({ kinds: ['home'] }));
    if (!window) throw new SlackRefusal('The home tab stays empty.');
    return window;
  }

  /** Takes their computer along: Slack has them in another zone, and says so. */
  async moves(tz: string): Promise<void> {
    const { person, team } = this.client.actor;
    person.facts = { ...person.facts, tz };
    const user = team.people.profile(person, team, true);
    await this.client.deliver(this.client.event({ type: 'user_change', user }));
  }

  /**
   * Shares addresses in a channel, or is about to; what stands there once the app gave it a preview.
   */
  async shares(
    text: string,
    channel: SlackChannel,
    source: 'composer' | 'conversations_history' = 'conversations_history',
  ): Promise<SeenMessage> {
    const { team, cloud } = this.client.actor;
    const { ts } = await this.client.say(channel.id, text);
    const unfurl_id = `unfurl.${ts}`;
    team.unfurlable.set(unfurl_id, { channel: channel.id, ts });
    const { count } = cloud.changes;
    const isWriting = source === 'composer';
    const place = isWriting
      ? { channel: 'COMPOSER', message_ts: randomUUID() }
      : { channel: channel.id, message_ts: ts };
    const shared = { ...place, user: this.id, unfurl_id };
    const urls = text.split(' ');
    const links = urls.map((url) => ({ domain: new URL(url).hostname, url }));
    const parcel = this.client.event({ type: 'link_shared', ...shared, links, source });
    await this.client.deliver(parcel);
    return cloud.changes.until(`a preview of ${text}`, () => {
      const isDone = cloud.changes
        .since(count)
        .some((fact) => fact.kind === 'unfurled' && fact.ts === ts);
      const message = isDone && team.messages.find(channel.id, ts);
      return message && seen(message, this.client.reader);
    });
  }

  /** A shortcut of the composer, or one of a message. */
  shortcut(callbackId: string, message?: SeenMessage): Promise<SlackReply> {
    const payload = shortcutPayload(this.client.actor, callbackId, message?.message);
    return this.client.doing({ kind: 'interaction', payload }, () => ({
      kinds: ['window', 'ephemeral'],
    }));
  }

  /** Presses a button, or chooses from a menu behind “…”, by its words. */
  async press(words: string, where: Where = {}): Promise<SlackReply> {
    const blocks = this.client.blocksAt(where);
    return this.client.act(buttonNamed(blocks, words), where);
  }

  /** Chooses in a field, or writes into it, by its label; the app hears of it where it listens. */
  async choose(label: string, wish: Wish, where: Where = {}): Promise<SlackReply | null> {
    const control = fieldNamed(this.client.blocksAt(where), label);
    const value = chosen(control, wish, this.client.actor.team);
    const window = typeof where.in === 'object' ? null : this.client.windowAt(where);
    if (window) {
      this.client.actor.team.windows.fill(
        window,
        placeOf(control.blockId, control.actionId),
        value,
      );
    }
    return control.isLive ? this.client.act({ control }, where, value) : null;
  }

  /** Fills in fields of the open window by their labels, one after the other. */
  async fill(wishes: Readonly<Record<string, Wish>>): Promise<void> {
    for (const [label, wish] of Object.entries(wishes)) await this.choose(label, wish);
  }

  /** Hands the open window in. */
  submit(): Promise<Submitted> {
    return submitWindow(this.client);
  }

  /** Closes the open window, or with `all` those below it, too. The app hears of it if it wants to. */
  async close({ all = false } = {}): Promise<void> {
    for (const window of this.client.actor.team.windows.close(this.id, all)) {
      if (window.view.notify_on_close !== true) continue;
      const closed = windowEventPayload(this.client.actor, 'view_closed', window);
      const payload = { ...closed, is_cleared: all };
      await this.client.deliver({ kind: 'interaction', payload });
    }
  }

  /** The window on top, as it is now. */
  modal(): SeenWindow {
    return seenWindow(this.client.windowAt({}), this.client.reader);
  }

  get hasModal(): boolean {
    return this.client.actor.team.windows.top(this.id) !== undefined;
  }

  /** The home tab as it is now. */
  home(): SeenWindow {
    return seenWindow(this.client.windowAt({ in: 'home' }), this.client.reader);
  }

  /** What stands in the direct messages with the app, the oldest first. */
  async directMessages(): Promise<readonly SeenMessage[]> {
    const { id } = await this.client.directMessage();
    return this.client.actor.team.messages
      .in(id)
      .map((message) => seen(message, this.client.reader));
  }

  /** What only this person was shown and still sees. */
  ephemerals(): readonly SeenMessage[] {
    const shown = this.client.actor.team.messages.shownTo(this.id);
    return shown.map((message) => seen(message, this.client.reader, true));
  }

  /** The first message from the app in the direct messages that says this, now or when it comes. */
  told(words: string | RegExp): Promise<SeenMessage> {
    return this.client.actor.cloud.changes.until(`${words} told to ${this.name}`, async () =>
      (await this.directMessages()).find(
        ({ text, message }) => message.user !== this.id && text.match(words),
      ),
    );
  }

  /** A message as it is now, by this person's clock. */
  again(message: SeenMessage): SeenMessage {
    return this.client.still(message);
  }

  /** Takes the app into the workspace, in a browser: its install page, Slack's page, and back. */
  installs(appUrl: string, options: InstallOptions = {}): Promise<Installed> {
    return installApp(this.client.actor, appUrl, options);
  }
}
