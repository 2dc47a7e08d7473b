import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import { BOT_SCOPES } from '../manifest/scopes.js';
import { fails, type Finding, holds, needs, type Step } from './step.js';

const answerSchema = z.object({
  team: z.string(),
  team_id: z.string(),
  user: z.string(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().default(false),
  response_metadata: z.object({ scopes: z.array(z.string()).default([]) }).optional(),
});

/** The bot token opens a workspace. */
export const tokenStep: Step = async ({ slack }) => {
  const answer = await slack.call({ workspace: '', method: 'auth.test', with: {} }, answerSchema);
  if (!answer.ok) return fails(say('slackSmoke:token.refused', { code: answer.problem.code }));
  const { team, user, response_metadata: granted, ...ids } = answer.value;
  const organisation = ids.is_enterprise_install ? ids.enterprise_id : null;
  const said = say('slackSmoke:token.opens', { team, user });
  return holds(said, {
    workspace: organisation ?? ids.team_id,
    scopes: granted?.scopes ?? [],
  });
};

/** It may do what the manifest asks for. */
export const scopesStep: Step = (_scene, { workspace, scopes }) =>
  Promise.resolve(workspace === null ? needs('token') : compared(scopes));

function compared(granted: readonly string[]): Finding {
  const wanted: readonly string[] = BOT_SCOPES;
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (granted.length === 0) return fails(say('slackSmoke:scopes.unsaid'));
  if (missing.length > 0) {
    return fails(say('slackSmoke:scopes.missing', { missing: missing.join(', ') }));
  }
  const extra = granted.filter((scope) => !wanted.includes(scope));
  return holds(
    extra.length === 0
      ? say('slackSmoke:scopes.equal', { count: wanted.length })
      : say('slackSmoke:scopes.more', { extra: extra.join(', ') }),
  );
}
