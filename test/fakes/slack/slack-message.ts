import type { SlackBlock } from './slack-blocks.js';
import { blocksText, shownMrkdwn, type SlackReader } from './slack-text.js';

/** A message as Slack keeps it. */
export interface SlackMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks?: readonly SlackBlock[];
  readonly attachments?: readonly { readonly blocks?: readonly SlackBlock[] }[];
  readonly edited?: { readonly ts: string };
}

/** What somebody has before their eyes: a message, or one that only they see. */
export interface SeenMessage {
  readonly message: SlackMessage;
  /** All that can be read: the blocks, or the text where there are none. */
  readonly text: string;
  /** What a notification says. */
  readonly notice: string;
  readonly blocks: readonly SlackBlock[];
  readonly isEphemeral: boolean;
}

export function seen(message: SlackMessage, reader: SlackReader, isEphemeral = false): SeenMessage {
  const attached = (message.attachments ?? []).flatMap(({ blocks }) => blocks ?? []);
  const blocks = [...(message.blocks ?? []), ...attached];
  const notice = shownMrkdwn(message.text, reader);
  const text = blocks.length === 0 ? notice : blocksText(blocks, reader);
  return { message, text, notice, blocks, isEphemeral };
}
