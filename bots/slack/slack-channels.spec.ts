import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { testEnv } from '../../test/db/test-env.js';
import { FixedClock } from '../../test/fakes/fixed-clock.js';
import type { SlackPerson } from '../../test/fakes/slack/slack-person.js';
import { SlackWorkspace } from '../../test/fakes/slack/slack-workspace.js';
import { BOT_SCOPES } from './manifest/scopes.js';
import { OneWorkspaceTokens } from './one-workspace-tokens.js';
import { slackPerson } from './slack-address.js';
import { SlackChannels } from './slack-channels.js';
import { SlackClient } from './slack.client.js';
import { SlackPace } from './slack-pace.js';
import { SlackPeople } from './slack-people.js';

let slack: SlackWorkspace;
let channels: SlackChannels;
let ada: SlackPerson;
let bob: SlackPerson;

beforeAll(async () => {
  slack = await SlackWorkspace.start({ scopes: BOT_SCOPES });
  ada = slack.person('Ada');
  bob = slack.person('Bob');
  const connection = {
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_BOT_TOKEN: slack.app.botToken,
  };
  const env = testEnv('postgres://localhost/none', { ...slack.environment, ...connection });
  const client = new SlackClient(env, new OneWorkspaceTokens(slack.app.botToken), new SlackPace());
  const people = new SlackPeople(client, new FixedClock('2027-02-01T07:00:00Z'));
  channels = new SlackChannels(client, people);
  await slack.channel('sales', { members: [ada, bob] });
  await slack.channel('tea', { members: [ada] });
  await slack.channel('lunch', { members: [ada], withApp: false });
  await slack.channel('hers', { members: [bob] });
  await slack.channel('board', { members: [ada], isPrivate: true });
  await slack.channel('secret', { members: [ada], isPrivate: true, withApp: false });
});
afterEach(() => slack.givesAtMost(Infinity));
afterAll(() => slack.stop());

const find = async (name: string, workspace = slack.id) => {
  const before = slack.calls.length;
  const found = await channels.find(slackPerson({ workspace, userKey: ada.id, name: 'Ada' }), name);
  const calls = slack.calls.slice(before).map(({ method, body }) => ({ method, body }));
  return { found: found.ok ? found.value : found.problem.sentence, calls };
};
const idOf = async (name: string): Promise<string> => {
  const { found } = await find(name);
  if (typeof found === 'string') throw new Error(found);
  return found.channel;
};

describe('a channel that somebody names', () => {
  it.each(['#sales', 'Sales', '#SALES'])('is one that they are in: %s', async (name) => {
    const { found, calls } = await find(name);
    expect(found).toMatchObject({ channelName: '#sales', isPublic: true });
    expect(calls.map(({ method }) => method)).toEqual([
      'users.conversations',
      'conversations.info',
    ]);
  });

  it('is looked for in the same few pages when Slack put its id into the text', async () => {
    const id = await idOf('#sales');
    const { found, calls } = await find(`<#${id}|sales>`);
    expect(found).toMatchObject({ channel: id, channelName: '#sales' });
    expect(calls.map(({ method }) => method)).toEqual([
      'conversations.info',
      'users.conversations',
    ]);
  });

  it.each([
    ['#lunch', 'I’m not in #lunch yet'],
    ['#hers', 'You are not in #hers'],
    ['#secret', 'I don’t see #secret'],
    ['#GENERALS', 'I don’t see #GENERALS'],
  ])('is refused in a sentence that says what to do: %s', async (name, sentence) => {
    expect((await find(name)).found).toContain(sentence);
  });

  it.each([
    ['<#C0SECRET99|secret>', 'I don’t see #secret. If'],
    ['<#C0SECRET99>', 'I don’t see that channel. If'],
    ['C0SECRET99', 'I don’t see that channel. If'],
  ])('is never called by the id that Slack gives it: %s', async (name, sentence) => {
    expect((await find(name)).found).toContain(sentence);
  });

  it.each(['@grace', '@U0GRACE123', '<@U0GRACE123|grace>'])(
    'is none where a person is named: %s',
    async (name) => {
      const { found, calls } = await find(name);
      expect(found).toContain('in channels, not to people');
      expect(calls).toEqual([]);
    },
  );

  it('is found by its name, though that could be an id', async () => {
    await slack.channel('customers', { members: [ada] });
    expect((await find('#CUSTOMERS')).found).toMatchObject({ channelName: '#customers' });
  });

  it('is found on a later page, and not looked for without end', async () => {
    for (const name of 'abcdefghijkl') await slack.channel(name, { members: [ada] });
    slack.givesAtMost(1);
    expect((await find('#tea')).found).toMatchObject({ channelName: '#tea' });
    const { found, calls } = await find('#nowhere');
    expect(found).toContain('I don’t see #nowhere');
    expect(calls).toHaveLength(20);
  });

  it('is looked for in their own workspace of an organisation', async () => {
    const { calls } = await find('#sales', 'E0ORGANISATION');
    const [list] = calls.filter(({ method }) => method === 'users.conversations');
    expect(list?.body).toMatchObject({ user: ada.id, team_id: slack.id });
  });

  it.each([
    ['company', true],
    ['organisation', true],
    [undefined, false],
  ] as const)(
    'and is private, shared with %s, is as good as public: %s',
    async (with_, isPublic) => {
      const name = `private-${with_ ?? 'alone'}`;
      const shared = with_ && { sharedWith: with_ };
      await slack.channel(name, { members: [ada], isPrivate: true, ...shared });
      expect((await find(`#${name}`)).found).toMatchObject({ isPublic });
    },
  );
});
