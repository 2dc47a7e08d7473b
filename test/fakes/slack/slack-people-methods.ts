import type { TeamMethod } from './slack-api.js';
import type { JsonObject } from './slack-blocks.js';

/** `emulate` decides what the app may read; what there is to read stands in our own list. */
export const peopleMethods: Readonly<Record<string, TeamMethod>> = {
  'users.info': async ({ team, body, emulate }) => {
    const answer = await emulate('users.info');
    const person = team.people.find(body['user']);
    if (!answer.ok || !person) return answer;
    const { profile } = answer['user'] as { profile: JsonObject };
    return { ok: true, user: team.people.profile(person, team, 'email' in profile) };
  },
  'users.list': async ({ team, emulate }) => {
    const answer = await emulate('users.list');
    if (!answer.ok) return answer;
    const [first] = answer['members'] as { profile: JsonObject }[];
    const withEmail = first !== undefined && 'email' in first.profile;
    const members = team.people.all.map((one) => team.people.profile(one, team, withEmail));
    return { ok: true, members, response_metadata: { next_cursor: '' } };
  },
  'users.lookupByEmail': ({ team, body }) => {
    const person = team.people.all.find(({ facts }) => facts.email === body['email']);
    return Promise.resolve(
      person
        ? { ok: true, user: team.people.profile(person, team, true) }
        : { ok: false, error: 'users_not_found' },
    );
  },
};
