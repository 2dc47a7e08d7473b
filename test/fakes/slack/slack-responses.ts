import type { JsonObject, SlackBlock } from './slack-blocks.js';
import type { SlackCloud } from './slack-cloud.js';
import type { SlackAnswer } from './slack-emulator.js';
import type { SlackMessage } from './slack-message.js';
import type { SlackTeam } from './slack-team.js';
import type { AnsweredThing } from './slack-response-urls.js';

/**
 * What an app answers to a command or press, at once or by its `response_url`: words for one person
 * or for the channel, in place of what was pressed or beside it.
 */
export async function respond(
  cloud: SlackCloud,
  thing: AnsweredThing,
  body: JsonObject,
): Promise<SlackAnswer> {
  const team = cloud.teams.get(thing.team);
  if (!team) return { ok: false, error: 'expired_url' };
  if (body['delete_original'] === true) return removed(cloud, thing);
  const text = typeof body['text'] === 'string' ? body['text'] : '';
  const blocks = body['blocks'] as readonly SlackBlock[] | undefined;
  const refusal = cloud.refusal({ text, blocks: blocks ?? [] });
  if (refusal) return refusal;
  const message = { channel: thing.channel, text, ...(blocks && { blocks }) };
  const isInPlace = body['replace_original'] === true && thing.ts !== null;
  if (isInPlace && !thing.isEphemeral) return written(team, { ...message, ts: thing.ts });
  if (body['response_type'] === 'in_channel') {
    return written(team, message);
  }
  const bot = { user: team.app.botUserId, bot_id: team.app.botId };
  team.messages.show(thing.user, { ...message, ...bot, ...(isInPlace && { ts: thing.ts }) });
  return { ok: true };
}

/** In place of the message of its `ts`, or as a new one. */
async function written(
  team: SlackTeam,
  message: Omit<SlackMessage, 'ts'> & { readonly ts?: string },
): Promise<SlackAnswer> {
  const isEdit = message.ts !== undefined;
  const method = isEdit ? 'chat.update' : 'chat.postMessage';
  const answer = await team.emulator.call(team.app.botToken, method, { ...message });
  if (!answer.ok) return answer;
  const kept = { ...(answer['message'] as SlackMessage), channel: message.channel };
  team.messages.put(kept, isEdit ? 'edited' : 'posted');
  return { ok: true };
}

async function removed(cloud: SlackCloud, thing: AnsweredThing): Promise<SlackAnswer> {
  const team = cloud.teams.get(thing.team);
  if (!team || thing.ts === null) return { ok: false, error: 'no_original' };
  if (thing.isEphemeral) {
    team.messages.hide(thing.ts);
    return { ok: true };
  }
  const body = { channel: thing.channel, ts: thing.ts };
  const answer = await team.emulator.call(team.app.botToken, 'chat.delete', body);
  if (answer.ok) team.messages.remove(thing.channel, thing.ts);
  return answer;
}
