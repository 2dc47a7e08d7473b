import { Env } from '../../../src/config/env.js';
import type { SlackConnection } from '../../../src/config/slack-settings.js';
import { say } from '../../../src/language/say.js';
import { done, type Outcome } from '../../../src/shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../../src/shared/sentence-problem.js';
import { userIn } from '../slack-address.js';

/** What is to be walked through, and for whom. */
export interface SmokeOrder {
  readonly env: Env;
  readonly connection: SlackConnection;
  readonly botToken: string;
  /** The owner's member id. */
  readonly owner: string;
  /** The channel for alerts, as it was typed. */
  readonly channel: string | null;
}

type Source = Readonly<Record<string, string | undefined>>;

/** A token that is renewed ends within hours: good for a walk, though not to start the product with. */
const RENEWED_TOKEN = /^xoxe\.xoxb-\S+$/;

/**
 * The variables as the product reads them, and what stands behind the name of the script.
 * @throws StartRefused for variables with which the product would not start either.
 */
export function smokeOrder(
  source: Source,
  [member = '', channel]: readonly string[],
): Outcome<SmokeOrder, SentenceProblem> {
  const given = source['SLACK_BOT_TOKEN']?.trim() ?? '';
  const isRenewed = RENEWED_TOKEN.test(given);
  const env = Env.from(isRenewed ? { ...source, SLACK_BOT_TOKEN: '' } : source);
  if (!env.slack) return refusedWith(say('slackSmoke:order.noSlack'));
  const own = env.slack.tenancy.kind === 'one' ? env.slack.tenancy.botToken : null;
  const botToken = isRenewed ? given : own;
  if (botToken === null) return refusedWith(say('slackSmoke:order.manyTokens'));
  const owner = userIn(member);
  if (owner === null) return refusedWith(say('slackSmoke:order.noOwner'));
  const { connection } = env.slack;
  return done({ env, connection, botToken, owner, channel: channel?.trim() || null });
}
