import type { TeamCall, TeamMethod } from './slack-api.js';
import type { JsonObject } from './slack-blocks.js';
import type { SlackAnswer } from './slack-emulator.js';

/** `emulate` keeps the channels and decides what the app may read of them. */
export const channelMethods: Readonly<Record<string, TeamMethod>> = {
  'conversations.info': async (call) => {
    const answer = await call.emulate('conversations.info');
    if (!answer.ok) return inSlacksWords(answer);
    return { ok: true, channel: asShared(call, answer['channel'] as JsonObject) };
  },
  'users.conversations': async (call) => {
    const { team, body, emulate } = call;
    const { user = team.app.botUserId, cursor } = body;
    const { types, exclude_archived } = body;
    const all = await emulate('conversations.list', { types, exclude_archived, limit: 1000 });
    if (!all.ok) return all;
    const channels = (all['channels'] as JsonObject[])
      .filter(({ id }) => team.channels.get(String(id))?.members.has(String(user)))
      .map(({ is_member: _, num_members: __, ...channel }) => asShared(call, channel));
    return page(channels, { cursor, size: Math.min(Number(body['limit'] ?? 100), team.pageSize) });
  },
};

/** With what is known of who else reads it. */
function asShared({ team }: TeamCall, channel: JsonObject): JsonObject {
  const { sharedWith } = team.channels.get(String(channel['id'])) ?? {};
  const [is_ext_shared, is_org_shared] = [sharedWith === 'company', sharedWith === 'organisation'];
  const is_shared = is_ext_shared || is_org_shared;
  return { ...channel, ...{ context_team_id: team.id, is_shared, is_ext_shared, is_org_shared } };
}

function page(
  channels: readonly JsonObject[],
  { cursor, size }: { readonly cursor: unknown; readonly size: number },
): SlackAnswer {
  const from = Number(cursor || 0);
  const next = from + size;
  return {
    ok: true,
    channels: channels.slice(from, next),
    response_metadata: { next_cursor: next < channels.length ? String(next) : '' },
  };
}

/** A private channel that the app is not in does not exist for it. */
export function inSlacksWords(answer: SlackAnswer): SlackAnswer {
  return answer.error === 'not_in_channel' ? { ok: false, error: 'channel_not_found' } : answer;
}
