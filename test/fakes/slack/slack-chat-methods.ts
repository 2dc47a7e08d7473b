import type { TeamCall, TeamMethod } from './slack-api.js';
import type { JsonObject, SlackBlock } from './slack-blocks.js';
import type { SlackAnswer } from './slack-emulator.js';
import type { SlackMessage } from './slack-message.js';

/** `emulate` keeps the messages; the app's rights in a channel are Slack's own rules. */
export const chatMethods: Readonly<Record<string, TeamMethod>> = {
  'chat.postMessage': async (call) => {
    const answer = (await refused(call)) ?? (await call.emulate('chat.postMessage'));
    return kept(call, answer, 'posted');
  },
  'chat.update': async (call) => {
    const answer = (await refused(call)) ?? (await call.emulate('chat.update'));
    return kept(call, answer, 'edited');
  },
  'chat.delete': async (call) => {
    const answer = await call.emulate('chat.delete');
    if (answer.ok) call.team.messages.remove(String(answer['channel']), String(answer['ts']));
    return answer;
  },
  'chat.postEphemeral': async (call) => {
    const answer = (await refused(call)) ?? (await call.emulate('chat.postEphemeral'));
    if (!answer.ok) return answer;
    const { channel, user, ...rest } = call.body;
    const message = { ...(rest as unknown as SlackMessage), channel: String(channel) };
    call.team.messages.show(String(user), { ...message, ts: String(answer['message_ts']) });
    return answer;
  },
  'chat.unfurl': ({ cloud, team, body }) => {
    const isNamed = body['unfurl_id'] ? body['source'] : body['channel'] && body['ts'];
    if (!isNamed) return Promise.resolve({ ok: false, error: 'invalid_arguments' });
    const found = team.unfurlable.get(String(body['unfurl_id']));
    const channel = found?.channel ?? String(body['channel']);
    const message = team.messages.find(channel, found?.ts ?? String(body['ts']));
    if (!message) return Promise.resolve({ ok: false, error: 'cannot_find_message' });
    const unfurls = (body['unfurls'] ?? {}) as Readonly<Record<string, { blocks?: SlackBlock[] }>>;
    const previews = Object.entries(unfurls);
    for (const [address, { blocks }] of previews) {
      if (!message.text.includes(address.replaceAll('&', '&amp;'))) {
        return Promise.resolve({ ok: false, error: 'cannot_unfurl_url' });
      }
      const refusal = cloud.refusal({ blocks: blocks ?? [] });
      if (refusal) return Promise.resolve(refusal);
    }
    const attachments = previews.map(([from_url, one], index) => ({
      ...{ ...one, from_url, id: index + 1, is_app_unfurl: true },
    }));
    team.messages.put({ ...message, attachments }, 'unfurled');
    return Promise.resolve({ ok: true });
  },
};

/** What Slack refuses before it does anything. */
async function refused({ cloud, team, body, emulate }: TeamCall): Promise<SlackAnswer | null> {
  const text = typeof body['text'] === 'string' ? body['text'] : '';
  const blocks = body['blocks'] as SlackBlock[] | undefined;
  const refusal = cloud.refusal({ text, blocks: blocks ?? [] });
  if (refusal) return refusal;
  const channel = String(body['channel']);
  const whom = team.people.find(channel);
  if (whom?.facts.isDeleted || whom?.facts.isBot) return { ok: false, error: 'cannot_dm_bot' };
  if (whom) return null;
  // Asked by the bot's own token, which can read it whatever the app may.
  const info = await emulate('conversations.info', { channel });
  if (!info.ok) {
    const isScope = info.error === 'missing_scope';
    return isScope ? null : { ok: false, error: 'channel_not_found' };
  }
  const { is_archived, is_member, is_im } = info['channel'] as JsonObject;
  if (is_archived === true) return { ok: false, error: 'is_archived' };
  return is_member === true || is_im === true ? null : { ok: false, error: 'not_in_channel' };
}

/** What was written, for the eyes of people. */
function kept({ team }: TeamCall, answer: SlackAnswer, kind: 'posted' | 'edited'): SlackAnswer {
  if (!answer.ok) return answer;
  const message = answer['message'] as SlackMessage;
  team.messages.put({ ...message, channel: String(answer['channel']) }, kind);
  return answer;
}
