import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { App, type Installation, type Logger, LogLevel } from '@slack/bolt';
import type { SlackPerson } from './slack-person.js';
import { SlackWorkspace } from './slack-workspace.js';

const REDIRECT = 'https://book.example.com/slack/oauth_redirect';

/** What goes wrong here is meant to. */
const ignored = () => undefined;
const MUTE: Logger = {
  ...{ debug: ignored, info: ignored, warn: ignored, error: ignored },
  ...{ setLevel: ignored, setName: ignored, getLevel: () => LogLevel.ERROR },
};

describe('an app that is taken into workspaces by its page', () => {
  const installed = new Map<string, Installation>();
  let slack: SlackWorkspace;
  let globex: SlackWorkspace;
  let app: App;
  let url: string;
  let ada: SlackPerson;
  let hank: SlackPerson;

  beforeAll(async () => {
    slack = await SlackWorkspace.start({ redirectUris: [REDIRECT], rotatesTokens: true });
    globex = await slack.neighbour('Globex');
    ada = slack.person('Ada Lovelace');
    hank = globex.person('Hank Scorpio');
    app = new App({
      ...{ signingSecret: slack.signingSecret, stateSecret: 'state', logger: MUTE },
      ...{ clientId: slack.app.clientId, clientSecret: slack.app.clientSecret },
      ...{ scopes: ['chat:write', 'commands'], redirectUri: REDIRECT },
      clientOptions: { slackApiUrl: slack.environment['SLACK_API_URL'] ?? '' },
      installerOptions: {
        authorizationUrl: slack.environment['SLACK_AUTHORIZE_URL'] ?? '',
        redirectUriPath: '/slack/oauth_redirect',
      },
      installationStore: {
        storeInstallation: (one) => {
          installed.set(one.team?.id ?? '', one);
          return Promise.resolve();
        },
        fetchInstallation: ({ teamId }) => {
          const one = installed.get(teamId ?? '');
          return one ? Promise.resolve(one as never) : Promise.reject(new Error('Unknown team.'));
        },
      },
    });
    app.command('/hello', async ({ ack, client, command }) => {
      await ack();
      await client.chat.postMessage({ channel: command.user_id, text: 'Hello' });
    });
    const server = (await app.start(0)) as Server;
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    slack.reachesAppAt(`${url}/slack/events`);
  });

  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });

  it('gets a token of its own in each, and answers there', async () => {
    for (const [person, workspace] of [[ada, slack] as const, [hank, globex] as const]) {
      expect((await person.installs(url)).status).toBe(200);
      const { bot } = installed.get(workspace.id) ?? {};
      expect(bot).toMatchObject({ userId: workspace.app.botUserId });
      expect(bot?.refreshToken).toMatch(/^xoxe-1-/);
      expect((await person.command('/hello')).text).toBe('Hello');
    }
    expect((await hank.directMessages()).map(({ text }) => text)).toEqual(['Hello']);
  });

  it('gets none by a code that came back to another browser, or that was refused', async () => {
    installed.clear();
    for (const wrong of [{ losesCookies: true }, { declines: true }]) {
      expect((await ada.installs(url, wrong)).status).toBeGreaterThanOrEqual(400);
    }
    expect(installed.size).toBe(0);
  });

  it('opens nothing any more by the tokens of a workspace that took it out', async () => {
    await ada.installs(url);
    await hank.installs(url);
    await slack.uninstall();
    const answers = [slack, globex].map(async ({ id }) => {
      const { bot } = installed.get(id) ?? {};
      const answer = await fetch(`${slack.environment['SLACK_API_URL'] ?? ''}auth.test`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bot?.token ?? ''}` },
      });
      return (await answer.json()) as unknown;
    });
    const [gone, standing] = await Promise.all(answers);
    expect(gone).toEqual({ ok: false, error: 'account_inactive' });
    expect(standing).toMatchObject({ ok: true, team_id: globex.id });
  });

  it('answers a command five times without a token, within half an hour', async () => {
    await hank.command('/hello');
    const address = slack.sent.at(-1)?.payload['response_url'];
    const respond = async () => {
      const body = JSON.stringify({ text: 'Once more' });
      const answer = await fetch(String(address), { method: 'POST', body });
      return answer.status;
    };
    const statuses: number[] = [];
    for (let index = 0; index < 6; index += 1) statuses.push(await respond());
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(hank.ephemerals()).toHaveLength(5);
  });
});
