import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import { sentences } from '../../core/message.js';
import { unfurlDomain } from '../manifest/app-manifest.js';
import { unfurl } from '../message.renderer.js';
import { fails, holds, needs, type Step, untried } from './step.js';

/** Slack says so of an address whose domain is not the app's. */
const NOT_OURS = 'cannot_unfurl_url';

/**
 * Slack takes a preview below a link of ours. It tells no app of links in the app's own messages, so that
 * it asks for one is seen only below what a person posts.
 */
export const previewStep: Step = async ({ slack, publicUrl }, { direct, posted: [ts] }) => {
  const domain = unfurlDomain(publicUrl);
  if (domain === null) return untried(say('slackSmoke:preview.noName', { url: publicUrl }));
  if (!direct || ts === undefined) return needs('message');
  const { workspace, channel } = direct;
  const unfurls = { [publicUrl]: unfurl(sentences(say('slackSmoke:preview.words'))) };
  const answer = await slack.call(
    { workspace, method: 'chat.unfurl', with: { channel, ts, unfurls } },
    z.unknown(),
  );
  if (answer.ok) return holds(say('slackSmoke:preview.taken', { domain }));
  const { code } = answer.problem;
  if (code === NOT_OURS) return fails(say('slackSmoke:preview.notOurs', { domain }));
  if (code === 'missing_scope') return fails(say('slackSmoke:preview.missingScope'));
  return untried(say('slackSmoke:preview.unseen', { code, domain }));
};
