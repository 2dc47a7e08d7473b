import { z } from 'zod';
import { say } from '../language/say.js';

/** Kept as they are given: what Slack calls a token is checked by Slack. */
const secret = (name: SecretName, beginning: RegExp) =>
  z
    .string()
    .regex(beginning, { error: () => say(`start:environment.${name}`) })
    .optional();

type SecretName =
  'SLACK_APP_TOKEN' | 'SLACK_BOT_TOKEN' | 'SLACK_SIGNING_SECRET' | 'SLACK_CLIENT_SECRET';

const address = (name: 'SLACK_API_URL' | 'SLACK_AUTHORIZE_URL', usual: string) =>
  z.url({ protocol: /^https?$/, error: () => say(`start:environment.${name}`) }).default(usual);

/** The variables about Slack; all of them are optional. */
export const slackVariables = {
  SLACK_MODE: z
    .enum(['socket', 'http'], { error: () => say('start:environment.SLACK_MODE') })
    .optional(),
  SLACK_APP_TOKEN: secret('SLACK_APP_TOKEN', /^xapp-\S+$/),
  SLACK_BOT_TOKEN: secret('SLACK_BOT_TOKEN', /^xoxb-\S+$/),
  SLACK_SIGNING_SECRET: secret('SLACK_SIGNING_SECRET', /^\S{8,}$/),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\S+$/, { error: () => say('start:environment.SLACK_CLIENT_ID') })
    .optional(),
  SLACK_CLIENT_SECRET: secret('SLACK_CLIENT_SECRET', /^\S{8,}$/),
  SLACK_API_URL: address('SLACK_API_URL', 'https://slack.com/api/').transform((url) =>
    url.endsWith('/') ? url : `${url}/`,
  ),
  SLACK_AUTHORIZE_URL: address('SLACK_AUTHORIZE_URL', 'https://slack.com/oauth/v2/authorize'),
};

type Given = z.output<z.ZodObject<typeof slackVariables>>;

/** How what happens in Slack reaches us. */
export type SlackConnection =
  /** Over a connection that we open; for one workspace. */
  | { readonly kind: 'socket'; readonly appToken: string }
  /** As requests to us. */
  | { readonly kind: 'http'; readonly signingSecret: string };

/** Whose tokens we speak with. */
export type SlackTenancy =
  | { readonly kind: 'one'; readonly botToken: string }
  /** Every workspace that installs the app brings its own. */
  | { readonly kind: 'many'; readonly clientId: string; readonly clientSecret: string };

export interface SlackSettings {
  readonly connection: SlackConnection;
  readonly tenancy: SlackTenancy;
  /** With the slash at its end. */
  readonly apiUrl: string;
  readonly authorizeUrl: string;
  /** One token is for one workspace: the client's id and secret, for many, stand there for nothing. */
  readonly hasIdleClient: boolean;
}

/** Null when Slack is not wanted. */
export function slackSettings(variables: Given): SlackSettings | null {
  if (!isWanted(variables)) return null;
  const connection = connectionOf(variables);
  const tenancy = tenancyOf(variables);
  if (!connection || !tenancy) return null;
  const { SLACK_API_URL: apiUrl, SLACK_AUTHORIZE_URL: authorizeUrl } = variables;
  const isOne = tenancy.kind === 'one';
  const hasIdleClient =
    isOne && Boolean(variables.SLACK_CLIENT_ID && variables.SLACK_CLIENT_SECRET);
  return { connection, tenancy, apiUrl, authorizeUrl, hasIdleClient };
}

/** What is missing where Slack is wanted, a sentence each. */
export function missingForSlack(variables: Given): string[] {
  if (!isWanted(variables)) return [];
  const isSocket = modeOf(variables) === 'socket';
  return [
    ...(connectionOf(variables) ? [] : [say(`start:slack.missing.${wayInOf(variables)}`)]),
    ...(tenancyOf(variables) ? [] : [say(`start:slack.missing.${isSocket ? 'bot' : 'tokens'}`)]),
  ];
}

/** What the way that was chosen lacks, by what is there. */
function wayInOf(variables: Given) {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = variables;
  if (modeOf(variables) === 'socket') return signingSecret ? 'socketNotHttp' : 'socket';
  return appToken ? 'httpNotSocket' : 'http';
}

/** A secret left in place beside an empty one is a mistake that should be told. */
const isWanted = (variables: Given): boolean =>
  variables.SLACK_MODE !== undefined ||
  variables.SLACK_APP_TOKEN !== undefined ||
  variables.SLACK_BOT_TOKEN !== undefined ||
  variables.SLACK_SIGNING_SECRET !== undefined ||
  variables.SLACK_CLIENT_ID !== undefined ||
  variables.SLACK_CLIENT_SECRET !== undefined;

const modeOf = ({ SLACK_MODE: mode, SLACK_APP_TOKEN: appToken }: Given): 'socket' | 'http' =>
  mode ?? (appToken === undefined ? 'http' : 'socket');

function connectionOf(variables: Given): SlackConnection | null {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = variables;
  if (modeOf(variables) === 'socket') return appToken ? { kind: 'socket', appToken } : null;
  return signingSecret ? { kind: 'http', signingSecret } : null;
}

function tenancyOf(variables: Given): SlackTenancy | null {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
  } = variables;
  if (botToken) return { kind: 'one', botToken };
  const isMany = modeOf(variables) === 'http' && clientId && clientSecret;
  return isMany ? { kind: 'many', clientId, clientSecret } : null;
}
