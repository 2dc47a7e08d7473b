import type { JsonObject } from './slack-blocks.js';
import type { SlackAnswer } from './slack-emulator.js';
import { channelMethods, inSlacksWords } from './slack-channel-methods.js';
import { chatMethods } from './slack-chat-methods.js';
import type { SlackCloud } from './slack-cloud.js';
import { installMethods, openMethods } from './slack-install-methods.js';
import { peopleMethods } from './slack-people-methods.js';
import type { SlackTeam } from './slack-team.js';
import { viewMethods } from './slack-view-methods.js';

/** A call with a token that opens a team. */
export interface TeamCall {
  readonly cloud: SlackCloud;
  readonly team: SlackTeam;
  readonly token: string;
  readonly body: JsonObject;
  /** Has `emulate` do it. */
  readonly emulate: (method: string, body?: JsonObject) => Promise<SlackAnswer>;
}

export type TeamMethod = (call: TeamCall) => Promise<SlackAnswer>;

/** Done by `emulate` as they come. */
const EMULATED = new Set([
  ...['team.info', 'bots.info', 'chat.getPermalink'],
  ...['conversations.list', 'conversations.members', 'conversations.open'],
  ...['conversations.history', 'conversations.replies', 'conversations.join'],
  ...['conversations.leave', 'conversations.close', 'conversations.mark', 'conversations.invite'],
  ...['reactions.add', 'reactions.remove', 'reactions.get', 'users.getPresence'],
]);

const METHODS: ReadonlyMap<string, TeamMethod> = new Map(
  Object.entries({
    ...{ ...channelMethods, ...chatMethods, ...viewMethods },
    ...{ ...peopleMethods, ...installMethods },
  }),
);

/** A method of the Web API. What neither side knows is told, so that no test overlooks it. */
export async function answerCall(
  cloud: SlackCloud,
  method: string,
  { body, token }: { readonly body: JsonObject; readonly token: string | null },
): Promise<SlackAnswer> {
  if (method === 'api.test') return { ok: true };
  const open = openMethods[method];
  if (open) return open(cloud, body, token);
  const grant = cloud.tokens.open(token);
  if ('error' in grant) return { ok: false, error: grant.error };
  const team = cloud.teams.get(grant.team);
  if (!team || !token) return { ok: false, error: 'invalid_auth' };
  const emulate = (name: string, fields: JsonObject = body): Promise<SlackAnswer> =>
    team.emulator.call(grant.inner, name, fields);
  const own = METHODS.get(method);
  if (own) return own({ cloud, team, token, body, emulate });
  if (EMULATED.has(method)) return inSlacksWords(await emulate(method));
  cloud.problems.push(`The stand-in knows no method ${method}.`);
  return { ok: false, error: 'unknown_method' };
}
