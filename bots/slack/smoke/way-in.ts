import { z } from 'zod';
import { say } from '../../../src/language/say.js';
import { newToken } from '../../../src/shared/random.js';
import { reach } from './reach.js';
import type { Scene } from './scene.js';
import { signedRequest, unsignedRequest } from './signed-request.js';
import { fails, type Finding, holds, type Step } from './step.js';

/** What happens in Slack reaches us: over a connection, or by requests that Slack alone can sign. */
export const wayInStep: Step = (scene) => {
  const { connection } = scene;
  return connection.kind === 'socket'
    ? bySocket(scene, connection.appToken)
    : byRequests(scene, connection.signingSecret);
};

/** The address of the connection is a secret, and nobody connects to it here. */
async function bySocket({ slack }: Scene, token: string): Promise<Finding> {
  const answer = await slack.call(
    { workspace: '', method: 'apps.connections.open', with: {}, token },
    z.object({ url: z.string() }),
  );
  return answer.ok
    ? holds(say('slackSmoke:wayIn.opens'))
    : fails(say('slackSmoke:wayIn.opensNot', { code: answer.problem.code }));
}

const PATH = '/slack/events';

async function byRequests(scene: Scene, signingSecret: string): Promise<Finding> {
  const url = `${scene.publicUrl}${PATH}`;
  const challenge = newToken();
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const signed = await reach(scene, PATH, signedRequest(body, signingSecret, scene.clock.now()));
  if (!signed.ok) return fails(say('slackSmoke:wayIn.silent', { url, why: signed.problem }));
  const { status, text } = signed.value;
  if (status === 401) return fails(say('slackSmoke:wayIn.otherSecret', { url }));
  if (status !== 200 || !text.includes(challenge)) {
    return fails(say('slackSmoke:wayIn.deaf', { url, status }));
  }
  const unsigned = await reach(scene, PATH, unsignedRequest(body));
  if (!unsigned.ok) return fails(say('slackSmoke:wayIn.silent', { url, why: unsigned.problem }));
  return unsigned.value.status === 401
    ? holds(say('slackSmoke:wayIn.answers', { url }))
    : fails(say('slackSmoke:wayIn.open', { url, status: unsigned.value.status }));
}
