import { canonicalTimeZone } from '../../../src/calendars/words/time-zone-names.js';
import { say } from '../../../src/language/say.js';
import { slackPerson } from '../slack-address.js';
import { isFullMember, nameOfUser, type SlackUser } from '../slack-people.js';
import { fails, type Finding, holds, needs, type Step } from './step.js';

/** Slack says who the owner is and in which time zone, and they may have calendars. */
export const ownerStep: Step = async ({ people, owner: member }, { workspace }) => {
  if (workspace === null) return needs('token');
  const answer = await people.find(workspace, member);
  if (!answer.ok) return fails(refusal(member, answer.problem.code));
  const { value: user } = answer;
  if (user.is_bot) return fails(say('slackSmoke:owner.program', { member }));
  const owner = slackPerson({ workspace, userKey: user.id, name: nameOfUser(user) });
  const { verdict, sentence } = judged(user, workspace);
  return { verdict, sentence, found: { owner } };
};

const refusal = (member: string, code: string): string =>
  /^users?_not_(?:found|visible)$/.test(code)
    ? say('slackSmoke:owner.unknown', { member })
    : say('slackSmoke:owner.unread', { member, code });

function judged(user: SlackUser, workspace: string): Finding {
  const name = nameOfUser(user);
  const zone = canonicalTimeZone(user.tz ?? '');
  if (!isFullMember(user, workspace)) return fails(say('slackSmoke:owner.guest', { name }));
  if (zone === null) return fails(say('slackSmoke:owner.noZone', { name }));
  return holds(say('slackSmoke:owner.known', { name, zone }));
}
