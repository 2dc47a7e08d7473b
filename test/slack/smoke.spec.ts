import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { smokeOrder } from '../../bots/slack/smoke/order.js';
import { type Fetch, sceneOf } from '../../bots/slack/smoke/scene.js';
import { addressStep } from '../../bots/slack/smoke/address.js';
import { ownerStep } from '../../bots/slack/smoke/owner.js';
import { NOTHING_YET } from '../../bots/slack/smoke/step.js';
import { wayInStep } from '../../bots/slack/smoke/way-in.js';
import { walk } from '../../bots/slack/smoke/walk.js';
import { startTestApp, type TestApp } from '../e2e/app.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { type SlackOptions, SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { byRequests, bySocket } from './slack-start.js';

const APP_URL = 'https://book.example.com';

interface Stage {
  readonly slack: SlackWorkspace;
  readonly ada: SlackPerson;
}

let stage: Stage;
let app: TestApp;

beforeAll(async () => {
  stage = await workspaceWithAda({ scopes: BOT_SCOPES });
  app = await startTestApp({ environment: byRequests(stage.slack) });
}, 60_000);

afterEach(() => stage.slack.faults.lift());

afterAll(async () => {
  await app.stop();
  await stage.slack.stop();
});

async function workspaceWithAda(options: SlackOptions): Promise<Stage> {
  const slack = await SlackWorkspace.start(options);
  const ada = slack.person('Ada', { tz: 'Europe/Berlin' });
  await slack.channel('sales', { members: [ada] });
  return { slack, ada };
}

/** The name of the product leads to where it runs here, and no other name anywhere. */
const throughTheName: Fetch = (url, request) => {
  if (url.startsWith(APP_URL)) return fetch(url.replace(APP_URL, app.url), request);
  return Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }));
};

type Variables = Readonly<Record<string, string>>;

interface Walked {
  readonly isWell: boolean;
  readonly lines: readonly string[];
  /** `3 fails`, but nothing of what holds. */
  readonly troubles: readonly string[];
}

/** By Ada, who has her alerts in a channel. */
async function walked({ ada }: Stage, variables: Variables, channel = '#sales'): Promise<Walked> {
  const order = smokeOrder({ APP_URL, ...variables }, [ada.id, channel]);
  if (!order.ok) throw new Error(order.problem.sentence);
  const lines: string[] = [];
  const isWell = await walk(sceneOf(order.value, throughTheName), (line) => lines.push(line));
  const text = lines.join('\n');
  for (const [name, value] of Object.entries(variables)) {
    if (/TOKEN|SECRET/.test(name)) expect(text).not.toContain(value);
  }
  const troubles = lines.flatMap((line) => {
    const [, number, verdict] = /^(\d+)\. .+? – (does not hold|not tried)/.exec(line) ?? [];
    return number === undefined ? [] : [`${number} ${verdict ?? ''}`];
  });
  return { isWell, lines, troubles };
}

describe('the walk through live Slack', () => {
  it.each([
    ['by requests', byRequests],
    ['over a socket', bySocket],
  ])('finds that all ten hold %s, and leaves nothing behind', async (_way, variables) => {
    const { slack, ada } = stage;
    const { isWell, lines, troubles } = await walked(stage, variables(slack));
    expect({ isWell, troubles }).toEqual({ isWell: true, troubles: [] });
    const holding = lines.filter((line) => line.includes(' – holds. '));
    expect(holding).toHaveLength(10);
    expect(holding[0]).toContain('the workspace “Acme” as @');
    expect(holding[4]).toContain('Ada, in Europe/Berlin');
    expect(holding[8]).toContain('#sales');
    expect(ada.home().text).toContain('This is a trial');
    expect(slack.calls.filter(({ method }) => method === 'chat.delete')).not.toEqual([]);
    expect(await ada.directMessages()).toEqual([]);
  });

  it('says what to do about a missing scope and another secret, and that the rest holds', async () => {
    const scopes = BOT_SCOPES.filter((scope) => scope !== 'users:read.email');
    const other = await workspaceWithAda({ scopes });
    const { isWell, lines, troubles } = await walked(other, byRequests(other.slack));
    await other.slack.stop();
    expect(isWell).toBe(false);
    expect(troubles).toEqual(['2 does not hold', '3 does not hold']);
    expect(lines[1]).toMatch(/lacks users:read\.email\. .*install the app again/);
    expect(lines[2]).toMatch(/\/slack\/events refuses .*Copy the Signing Secret/);
    expect(lines.at(-1)).toContain('2 steps do not hold');
  });

  it('tries nothing that a token would open which opens nothing', async () => {
    const variables = { ...bySocket(stage.slack), SLACK_BOT_TOKEN: 'xoxb-nobodys' };
    const { lines, troubles } = await walked(stage, variables);
    const untried = [2, 5, 6, 7, 8, 9, 10].map((number) => `${number} not tried`);
    expect(troubles).toEqual(['1 does not hold', ...untried]);
    expect(lines[0]).toMatch(/\(invalid_auth\).*copy the Bot User OAuth Token/);
  });

  it('says what Slack and the product refuse, and goes on', async () => {
    const { slack } = stage;
    slack.faults.add('apps.connections.open', { error: 'invalid_auth' });
    slack.faults.add('chat.update', { breaks: 'before' });
    slack.faults.add('views.publish', { error: 'not_enabled' });
    slack.faults.add('chat.unfurl', { error: 'cannot_unfurl_url' });
    const variables = { ...bySocket(slack), APP_URL: 'https://unknown.invalid' };
    const { lines, troubles } = await walked(stage, variables, 'nowhere');
    const failing = [3, 4, 7, 8, 9, 10].map((number) => `${number} does not hold`);
    expect(troubles).toEqual(failing);
    expect(lines[2]).toContain('connections:write');
    expect(lines[3]).toMatch(/https:\/\/unknown\.invalid does not answer \(ENOTFOUND\)/);
    expect(lines[6]).toContain('Slack could not be reached');
    expect(lines[7]).toContain('switch the Home Tab on');
    expect(lines[8]).toContain('/invite @booking');
    expect(lines[9]).toContain('a link to unknown.invalid');
    expect(await stage.ada.directMessages()).toEqual([]);
  });
});

describe('what stands in the way', () => {
  const order = (variables: Variables, member = 'U012AB3CD') => {
    const given = smokeOrder({ APP_URL, ...variables }, [member]);
    if (!given.ok) throw new Error(given.problem.sentence);
    return given.value;
  };
  /** In place of the product: what it answers to what is signed, and to all else. */
  const answering = (signed: Response, other: Response): Fetch => {
    return (_url, request) =>
      Promise.resolve(new Headers(request.headers).has('x-slack-signature') ? signed : other);
  };
  const echo = ({ body = null }: RequestInit) => new Response(body);

  it('is told of the address at which Slack asks', async () => {
    const given = order(byRequests(stage.slack));
    const absent = sceneOf(given, answering(new Response('', { status: 404 }), new Response()));
    expect((await wayInStep(absent, NOTHING_YET)).sentence).toContain('(status 404)');
    const careless = sceneOf(given, (_url, request) => Promise.resolve(echo(request)));
    const { verdict, sentence } = await wayInStep(careless, NOTHING_YET);
    expect({ verdict, sentence }).toEqual({
      verdict: 'fails',
      sentence: expect.stringContaining('takes what nobody signed (status 200)'),
    });
  });

  it.each([
    [503, /it names the part that is in the way/],
    [404, /Something else answers .* \(status 404\)/],
  ])('is told of the product itself, by its status %i', async (status, words) => {
    const answer = new Response('', { status });
    const scene = sceneOf(order(byRequests(stage.slack)), answering(answer, answer));
    expect((await addressStep(scene, NOTHING_YET)).sentence).toMatch(words);
  });

  it.each([
    ['a guest', { guest: 'single-channel' }, /no full member/],
    ['a program', { isBot: true }, /is a program/],
    ['in no zone that can be counted in', { tz: 'Mars/Olympus' }, /no time zone/],
  ] as const)('is told of an owner who is %s', async (_what, facts, words) => {
    const { slack } = stage;
    const { id } = slack.person('Somebody', facts);
    const scene = sceneOf(order(byRequests(slack), id), throughTheName);
    const { verdict, sentence } = await ownerStep(scene, { ...NOTHING_YET, workspace: slack.id });
    expect(verdict).toBe('fails');
    expect(sentence).toMatch(words);
  });
});

describe('what the walk needs', () => {
  const refusal = (variables: Variables, ...args: readonly string[]): string => {
    const order = smokeOrder(variables, args);
    return order.ok ? '' : order.problem.sentence;
  };
  const many = {
    ...{ SLACK_SIGNING_SECRET: 'a'.repeat(32), SLACK_CLIENT_ID: '1.2' },
    ...{ SLACK_CLIENT_SECRET: 'b'.repeat(32), APP_URL },
  };

  it('is the token of one workspace, also one that is renewed', () => {
    expect(refusal(many, 'U012AB3CD')).toMatch(/that of one workspace as SLACK_BOT_TOKEN/);
    const tokens = ['xoxb-1', 'xoxe.xoxb-1-2'].map((SLACK_BOT_TOKEN) => {
      const order = smokeOrder({ ...many, SLACK_BOT_TOKEN }, ['U012AB3CD']);
      return order.ok && order.value.botToken;
    });
    expect(tokens).toEqual(['xoxb-1', 'xoxe.xoxb-1-2']);
  });

  it('is somebody to write to, and anything at all about Slack', () => {
    expect(refusal({ ...many, SLACK_BOT_TOKEN: 'xoxb-1' }, 'ada')).toMatch(/U012AB3CD.*member ID/);
    expect(refusal({ APP_URL }, 'U012AB3CD')).toMatch(/Set the SLACK_… variables/);
  });
});
