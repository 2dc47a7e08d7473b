import { say } from '../../../src/language/say.js';
import { reach } from './reach.js';
import { fails, holds, type Step } from './step.js';

/** The product runs at its address, and takes bookings. */
export const addressStep: Step = async (scene) => {
  const { publicUrl: url } = scene;
  const answer = await reach(scene, '/health/ready');
  if (!answer.ok) return fails(say('slackSmoke:address.silent', { url, why: answer.problem }));
  const { status } = answer.value;
  if (status === 200) return holds(say('slackSmoke:address.ready', { url }));
  return fails(say(`slackSmoke:address.${status === 503 ? 'notReady' : 'other'}`, { url, status }));
};
