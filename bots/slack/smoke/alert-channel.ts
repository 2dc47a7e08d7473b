import { say } from '../../../src/language/say.js';
import { fails, holds, needs, type Step, untried } from './step.js';

/** The app and the owner are in the channel in which bookings are to be told. */
export const channelStep: Step = async ({ channels, channel }, { owner }) => {
  if (channel === null) return untried(say('slackSmoke:channel.unnamed'));
  if (!owner) return needs('owner');
  const found = await channels.find(owner, channel);
  return found.ok
    ? holds(say('slackSmoke:channel.both', { channel: found.value.channelName }))
    : fails(found.problem.sentence);
};
