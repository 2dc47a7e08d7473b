import { randomBytes } from 'node:crypto';
import { slackProblems } from '../../slack/slack-problems.js';
import type { JsonObject, SlackBlock, SlackView } from './slack-blocks.js';
import { SlackChanges } from './slack-changes.js';
import type { SlackDelivery, SlackParcel, SlackReceipt } from './slack-delivery.js';
import { SlackFaults } from './slack-faults.js';
import { SlackResponseUrls } from './slack-response-urls.js';
import type { SlackTeam } from './slack-team.js';
import { SlackTickets } from './slack-tickets.js';
import { SlackTokens } from './slack-tokens.js';
import { SlackTriggers } from './slack-triggers.js';

/** A call of the Web API as it came. */
export interface SlackCall {
  readonly method: string;
  readonly body: JsonObject;
  readonly token: string | null;
  /** By the stand-in's clock, in epoch milliseconds. */
  readonly at: number;
}

/**
 * What is wrong with something that the app sends to be shown, one sentence each: a view, `text` and
 * `blocks` of a message, or the `blocks` of a preview.
 */
export type OutgoingCheck = (sent: Sent) => readonly string[];

/** A view has a type, a message has a text. */
export interface Sent extends Partial<Omit<SlackView, 'blocks'>> {
  readonly text?: string;
  readonly blocks: readonly SlackBlock[];
}

/** What all workspaces share: the app's tokens, its way to be reached, trouble, and the journal. */
export class SlackCloud {
  readonly changes = new SlackChanges();
  readonly faults = new SlackFaults();
  readonly calls: SlackCall[] = [];
  readonly tickets = new SlackTickets();
  readonly teams = new Map<string, SlackTeam>();
  readonly tokens: SlackTokens;
  readonly triggers: SlackTriggers;
  readonly responseUrls: SlackResponseUrls;
  /** Which team a code of the authorization page is of. */
  readonly codes = new Map<string, string>();
  /** What no test meant to happen: unknown methods, messages that Slack would not take. */
  readonly problems: string[] = [];
  readonly checks: OutgoingCheck[] = [slackProblems];
  /** What was sent to the app, in order; each can be sent again. */
  readonly sent: SlackParcel[] = [];
  /** How the app took it, in the order of its answers. */
  readonly receipts: SlackReceipt[] = [];
  delivery: SlackDelivery | null = null;
  /** How often everything is told, all at once. */
  times = 1;
  readonly signingSecret = randomBytes(16).toString('hex');
  rotatesTokens = false;
  /** `http://127.0.0.1:port`. */
  url = '';

  constructor(
    readonly now: () => number,
    readonly appToken: string,
  ) {
    this.tokens = new SlackTokens(now);
    this.triggers = new SlackTriggers(now);
    this.responseUrls = new SlackResponseUrls(() => this.url, now);
  }

  async deliver(parcel: SlackParcel): Promise<SlackReceipt> {
    const { delivery } = this;
    if (!delivery) throw new Error('Nobody said where the app is.');
    this.sent.push(parcel);
    const copies = Array.from({ length: this.times }, () => delivery.send(parcel));
    const [first, ...others] = await Promise.all(copies);
    if (!first) throw new Error('Nothing was told.');
    const receipt = others.find(({ status }) => status !== 200) ?? first;
    this.receipts.push(receipt);
    this.changes.add({ kind: 'answered', status: receipt.status });
    return receipt;
  }

  /** What a token may do, which Slack says with every answer. */
  scopesOf(token: string | null): readonly string[] {
    const grant = this.tokens.open(token);
    return 'error' in grant ? [] : (this.teams.get(grant.team)?.app.scopes ?? []);
  }

  /** Slack's refusal of something that breaks its rules, which no test overlooks. */
  refusal(sent: Sent): { readonly ok: false; readonly error: string } | null {
    const wrong = [...rulesBroken(sent), ...this.checks.flatMap((check) => check(sent))];
    if (wrong.length === 0) return null;
    this.problems.push(...wrong);
    const error = sent.type === undefined ? 'invalid_blocks' : 'invalid_arguments';
    return { ok: false, error, ...{ response_metadata: { messages: wrong } } };
  }
}

/** The rules between blocks, which no schema of a single block knows. */
function rulesBroken({ type, text, blocks, submit }: Sent): string[] {
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  const isUnsendable = type === 'modal' && !submit && blocks.some((one) => one.type === 'input');
  return [
    ...twice.map((id) => `Two blocks have the id ${id}.`),
    ...(isUnsendable ? ['A modal with inputs has no submit.'] : []),
    ...(text?.trim() === '' ? ['A message has no text that stands alone.'] : []),
  ];
}
