import { withIds } from './slack-blocks.js';
import type { SlackChanges } from './slack-changes.js';
import { slackId } from './slack-emulator.js';
import type { SlackMessage } from './slack-message.js';

/** A message that only one person sees. */
export interface EphemeralMessage {
  readonly user: string;
  readonly message: SlackMessage;
}

/** What stands in the channels, as people see it, and what single people were shown there. */
export class SlackMessages {
  private readonly standing = new Map<string, SlackMessage>();
  private readonly shown = new Map<string, EphemeralMessage>();
  private ephemerals = 0;

  constructor(private readonly changes: SlackChanges) {}

  /** In a channel, the oldest first; replies are not among them. */
  in(channel: string): readonly SlackMessage[] {
    return this.all(channel).filter(({ thread_ts, ts }) => !thread_ts || thread_ts === ts);
  }

  /** Below a message. */
  under(channel: string, ts: string): readonly SlackMessage[] {
    return this.all(channel).filter((one) => one.thread_ts === ts && one.ts !== ts);
  }

  find(channel: string, ts: string): SlackMessage | undefined {
    return this.standing.get(`${channel} ${ts}`);
  }

  put(message: SlackMessage, kind: 'posted' | 'edited' | 'unfurled'): void {
    const { channel, ts } = message;
    this.standing.set(`${channel} ${ts}`, named(message));
    this.changes.add({ kind, channel, ts });
  }

  remove(channel: string, ts: string): void {
    this.standing.delete(`${channel} ${ts}`);
    this.changes.add({ kind: 'deleted', channel, ts });
  }

  /** Those that one person was shown and still sees. */
  shownTo(user: string, channel?: string): readonly SlackMessage[] {
    return [...this.shown.values()]
      .filter((one) => one.user === user && (!channel || one.message.channel === channel))
      .map(({ message }) => message);
  }

  /** In place of the one with the same `ts`, if there is one. */
  show(user: string, message: Omit<SlackMessage, 'ts'> & { readonly ts?: string }): SlackMessage {
    const ts = message.ts ?? `${++this.ephemerals}.ephemeral`;
    const shown = named({ ...message, ts });
    this.shown.set(ts, { user, message: shown });
    this.changes.add({ kind: 'ephemeral', channel: message.channel, ts, user });
    return shown;
  }

  ephemeral(ts: string): EphemeralMessage | undefined {
    return this.shown.get(ts);
  }

  hide(ts: string): void {
    const { message } = this.shown.get(ts) ?? {};
    this.shown.delete(ts);
    if (message) this.changes.add({ kind: 'deleted', channel: message.channel, ts });
  }

  private all(channel: string): SlackMessage[] {
    return [...this.standing.values()].filter((one) => one.channel === channel);
  }
}

const named = (message: SlackMessage): SlackMessage => ({
  ...message,
  ...(message.blocks && { blocks: withIds(message.blocks, () => slackId('b')) }),
});
