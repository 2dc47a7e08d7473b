import type { JsonObject, SlackView } from './slack-blocks.js';
import type { SlackClient } from './slack-client.js';
import { controlsOf } from './slack-control.js';
import type { SlackReceipt } from './slack-delivery.js';
import { unfit } from './slack-hands.js';
import { windowEventPayload } from './slack-press-payloads.js';
import { SlackRefusal } from './slack-refusal.js';
import type { SlackReply } from './slack-reply.js';
import type { SeenWindow } from './slack-seen-window.js';
import type { SlackWindow } from './slack-windows.js';

/** How handing in a window ended. */
export interface Submitted {
  readonly how: 'errors' | SlackReply['how'];
  /** By label, what the app says is wrong. */
  readonly errors: Readonly<Record<string, string>>;
  readonly text: string;
  readonly window?: SeenWindow;
  readonly receipt: SlackReceipt;
}

/** Hands the open window in, unless Slack itself would not; and waits for what comes of it. */
export async function submitWindow(client: SlackClient): Promise<Submitted> {
  const window = client.windowAt({});
  if (!window.view.submit) throw new SlackRefusal('This window cannot be handed in.');
  const complaints = Object.entries(unfit(window));
  if (complaints.length > 0) {
    const sentences = complaints.map(([label, complaint]) => `${label}: ${complaint}`);
    throw new SlackRefusal(`Slack does not hand it in. ${sentences.join(' ')}`);
  }
  const { count } = client.actor.cloud.changes;
  const payload = windowEventPayload(client.actor, 'view_submission', window);
  const receipt = await client.deliver({ kind: 'interaction', payload });
  const answer = (receipt.body === '' ? {} : receipt.body) as JsonObject;
  if (answer['response_action'] === 'errors') {
    const errors = labelled(window, answer['errors'] as Readonly<Record<string, string>>);
    return { how: 'errors', errors, text: Object.values(errors).join('\n'), receipt };
  }
  follow(client, window, answer);
  const reply = await client.reply(count, receipt, { kinds: ['window', 'closed'] });
  return { ...reply, errors: {} };
}

/** What the app wants to become of a window that was handed in. */
function follow({ actor }: SlackClient, window: SlackWindow, answer: JsonObject): void {
  const { windows } = actor.team;
  const action = answer['response_action'];
  if (action === undefined) return void windows.close(window.user);
  if (action === 'clear') return void windows.close(window.user, true);
  const view = answer['view'] as SlackView;
  if (actor.cloud.refusal(view)) {
    throw new SlackRefusal('Slack would not show the window of the answer.');
  }
  const outcome =
    action === 'push' ? windows.push(window.user, view) : windows.update({ id: window.id }, view);
  if ('error' in outcome) throw new SlackRefusal(`The answer: ${outcome.error}`);
}

function labelled(
  { view }: SlackWindow,
  errors: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const inputs = controlsOf(view.blocks).filter(({ isInput }) => isInput);
  return Object.fromEntries(
    Object.entries(errors).map(([id, sentence]) => {
      const control = inputs.find(({ blockId }) => blockId === id);
      if (!control) throw new SlackRefusal(`An error for no input: ${id}`);
      return [control.label, sentence];
    }),
  );
}
