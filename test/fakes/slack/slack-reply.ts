import type { SlackFact } from './slack-changes.js';
import type { SlackReceipt } from './slack-delivery.js';
import { seen, type SeenMessage } from './slack-message.js';
import type { SlackActor } from './slack-payloads.js';
import { isWaiting, seenWindow, type SeenWindow } from './slack-seen-window.js';

/** What somebody gets for what they did: the first thing that changes before their eyes. */
export interface SlackReply {
  readonly how: 'window' | 'home' | 'closed' | 'ephemeral' | 'posted' | 'edited' | 'deleted';
  /** All that can be read in it. */
  readonly text: string;
  readonly window?: SeenWindow;
  readonly message?: SeenMessage;
  readonly receipt: SlackReceipt;
}

export interface Awaited {
  /** Which changes count. */
  readonly kinds: readonly SlackReply['how'][];
  /** Where messages count; any of theirs, for one that only they see. */
  readonly channel?: string;
  /** Only this message counts as edited. */
  readonly ts?: string;
}

/** What of it happened since, before the eyes of this person. */
export function replySince(
  { cloud, team, person }: SlackActor,
  since: number,
  awaited: Awaited,
): Omit<SlackReply, 'receipt'> | undefined {
  const reader = team.reader(person.facts.tz ?? 'Europe/Berlin');
  const isOurs = (fact: SlackFact): boolean => {
    if (fact.kind === 'unfurled' || fact.kind === 'called' || fact.kind === 'answered')
      return false;
    if (!awaited.kinds.includes(fact.kind)) return false;
    if ('user' in fact) return fact.user === person.id;
    if (fact.channel !== awaited.channel) return false;
    // What is posted in a channel is for all who are in it.
    if (fact.kind === 'posted') return !team.channels.has(fact.channel);
    return !awaited.ts || fact.ts === awaited.ts;
  };
  for (const fact of cloud.changes.since(since).filter(isOurs)) {
    if (fact.kind === 'window' || fact.kind === 'home') {
      const window =
        fact.kind === 'home' ? team.windows.home(person.id) : team.windows.top(person.id);
      if (!window) continue;
      const view = seenWindow(window, reader);
      if (!isWaiting(view))
        return { how: fact.kind, text: `${view.title}\n${view.text}`, window: view };
    } else if (fact.kind === 'closed' || fact.kind === 'deleted') {
      return { how: fact.kind, text: '' };
    } else if (fact.kind === 'ephemeral' || fact.kind === 'posted' || fact.kind === 'edited') {
      const isEphemeral = fact.kind === 'ephemeral';
      const message = isEphemeral
        ? team.messages.ephemeral(fact.ts)?.message
        : team.messages.find(fact.channel, fact.ts);
      if (!message || message.user === person.id) continue;
      // Below a message stands what became of it, not an answer.
      if (fact.kind === 'posted' && message.thread_ts) continue;
      const shown = seen(message, reader, isEphemeral);
      return { how: fact.kind, text: shown.text, message: shown };
    }
  }
  return undefined;
}
