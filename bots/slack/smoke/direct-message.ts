import { z } from 'zod';
import type { ChannelAddress } from '../../../src/calendars/create-calendar.service.js';
import { say } from '../../../src/language/say.js';
import { type Line, link, type Message, sentences } from '../../core/message.js';
import { slackMessage } from '../message.renderer.js';
import { slackChannel } from '../slack-address.js';
import { undeliverable } from '../slack-refusal-words.js';
import type { SlackAnswer } from '../slack.client.js';
import type { Scene } from './scene.js';
import { fails, holds, needs, type Step } from './step.js';

/** A direct message with the owner is opened and written in. */
export const messageStep: Step = async (scene, { owner }) => {
  if (!owner) return needs('owner');
  const { workspace, userKey, name } = owner;
  const shown = `@${name}`;
  const opened = await scene.slack.call(
    { workspace, method: 'conversations.open', with: { users: userKey } },
    z.object({ channel: z.object({ id: z.string() }) }),
  );
  const refused = (why: string) => fails(say('slackSmoke:message.refused', { name, why }));
  if (!opened.ok) return refused(undeliverable(opened.problem, shown).sentence);
  const direct = slackChannel(workspace, opened.value.channel.id, shown);
  const card = sentences(say('slackSmoke:message.words'), linkLine(scene));
  const answer = await post(scene, direct, card);
  if (!answer.ok) return refused(undeliverable(answer.problem, shown).sentence);
  return holds(say('slackSmoke:message.posted', { name }), { direct, posted: [answer.value.ts] });
};

/** It is edited, and answered in its thread. */
export const threadStep: Step = async (scene, { direct, posted: [ts] }) => {
  if (!direct || ts === undefined) return needs('message');
  const { workspace, channel } = direct;
  const card = slackMessage(sentences(say('slackSmoke:thread.edited'), linkLine(scene)));
  const edited = await scene.slack.call(
    { workspace, method: 'chat.update', with: { channel, ts, ...card } },
    z.unknown(),
  );
  const refused = (why: string) => fails(say('slackSmoke:thread.refused', { why }));
  if (!edited.ok) return refused(undeliverable(edited.problem, direct.channelName).sentence);
  const answer = await post(scene, direct, sentences(say('slackSmoke:thread.words')), ts);
  if (!answer.ok) return refused(undeliverable(answer.problem, direct.channelName).sentence);
  return holds(say('slackSmoke:thread.holds'), { posted: [ts, answer.value.ts] });
};

/** A preview is shown below an address of our own. */
const linkLine = ({ publicUrl }: Scene): Line => [link(publicUrl)];

async function post(
  { pace, slack }: Scene,
  { workspace, channel }: ChannelAddress,
  message: Message,
  thread?: string,
): Promise<SlackAnswer<{ readonly ts: string }>> {
  await pace.turn({ workspace, channel });
  const threaded = thread === undefined ? {} : { thread_ts: thread };
  return slack.call(
    {
      ...{ workspace, method: 'chat.postMessage' },
      with: { channel, ...slackMessage(message), ...threaded },
    },
    z.object({ ts: z.string() }),
  );
}
