import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { SlackChannel } from './slack-channel.js';
import type { SlackPerson } from './slack-person.js';
import { slackSignature } from './slack-signature.js';
import { SlackTokens } from './slack-tokens.js';
import { SlackTriggers } from './slack-triggers.js';
import { SlackWorkspace } from './slack-workspace.js';

const NOON = Date.parse('2027-02-01T12:00:00Z');

describe('what the stand-in has of the real Slack', () => {
  let slack: SlackWorkspace;
  let client: WebClient;
  let ada: SlackPerson;
  let sales: SlackChannel;
  const clientOf = (where: SlackWorkspace, token: string, options: WebClientOptions = {}) =>
    new WebClient(token, {
      ...{ slackApiUrl: where.environment['SLACK_API_URL'] ?? '', logLevel: LogLevel.ERROR },
      ...options,
    });
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'Hello' });

  beforeAll(async () => {
    slack = await SlackWorkspace.start();
    client = clientOf(slack, slack.app.botToken);
    ada = slack.person('Ada Lovelace', { tz: 'America/New_York', guest: 'single-channel' });
    sales = await slack.channel('sales', { members: [ada] });
  });

  afterAll(() => slack.stop());

  it('signs the version, the second and the body', () => {
    const signed = slackSignature('secret', 'a=1', NOON);
    const sum = createHmac('sha256', 'secret').update('v0:1801483200:a=1').digest('hex');
    expect(signed).toEqual({
      'x-slack-request-timestamp': '1801483200',
      'x-slack-signature': `v0=${sum}`,
    });
  });

  it('opens one window for a trigger, within three seconds', () => {
    let now = NOON;
    const triggers = new SlackTriggers(() => now);
    const [first, second] = [triggers.issue('U1'), triggers.issue('U1')];
    now += 2_999;
    expect(triggers.use(first)).toEqual({ user: 'U1', viewId: null });
    expect(triggers.use(first)).toEqual({ error: 'exchanged_trigger_id' });
    now += 1;
    expect(triggers.use(second)).toEqual({ error: 'expired_trigger_id' });
    expect(triggers.use('made up')).toEqual({ error: 'invalid_trigger_id' });
  });

  it('refreshes a token once, and lets the old one live to its end', () => {
    let now = NOON;
    const tokens = new SlackTokens(() => now);
    const old = tokens.rotating('T1', 'inner');
    const fresh = tokens.refresh(old.refresh_token);
    expect(tokens.refresh(old.refresh_token)).toBeNull();
    expect(tokens.open(old.access_token)).toMatchObject({ inner: 'inner' });
    now += old.expires_in * 1000;
    expect(tokens.open(old.access_token)).toEqual({ error: 'token_expired' });
    expect(tokens.open(fresh?.access_token ?? null)).toEqual({ error: 'token_expired' });
  });

  it('lets the app write only where it is', async () => {
    const hidden = await slack.channel('board', {
      members: [ada],
      isPrivate: true,
      withApp: false,
    });
    const open = await slack.channel('lunch', { members: [ada], withApp: false });
    await expect(post(hidden.id)).rejects.toThrow('channel_not_found');
    await expect(post(open.id)).rejects.toThrow('not_in_channel');
    await open.add(slack.app.botUserId);
    expect((await post(open.id)).ok).toBe(true);
    await open.archive();
    await expect(post(open.id)).rejects.toThrow('is_archived');
    await expect(post('C0')).rejects.toThrow('channel_not_found');
  });

  it('knows people as Slack does', async () => {
    const { user } = await client.users.info({ user: ada.id });
    expect(user).toMatchObject({
      ...{ tz: 'America/New_York', is_restricted: true, is_ultra_restricted: true },
      ...{ is_bot: false, deleted: false, is_admin: false, team_id: slack.id },
    });
  });

  it('shows an ephemeral message to one person', async () => {
    const grace = slack.person('Grace Hopper');
    await sales.add(grace.id);
    await client.chat.postEphemeral({ channel: sales.id, user: grace.id, text: 'Psst' });
    expect(grace.ephemerals().map(({ text }) => text)).toEqual(['Psst']);
    expect(ada.ephemerals()).toEqual([]);
  });

  it('asks for patience, and is obeyed by the real client', async () => {
    slack.faults.add('chat.postMessage', { retryAfter: 1 }, 1);
    const before = sales.messages().length;
    expect((await post(sales.id)).ok).toBe(true);
    expect(sales.messages()).toHaveLength(before + 1);
    const calls = slack.calls.filter(({ body }) => body['channel'] === sales.id);
    expect(calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(2);
  });

  it('loses an answer to work that is done', async () => {
    const once = clientOf(slack, slack.app.botToken, { retryConfig: { retries: 0 } });
    slack.faults.add('chat.postMessage', { breaks: 'after' }, 1);
    const before = sales.messages().length;
    await expect(once.chat.postMessage({ channel: sales.id, text: 'Lost' })).rejects.toThrow();
    expect(sales.messages()).toHaveLength(before + 1);
    slack.faults.add('chat.postMessage', { error: 'fatal_error' }, 1);
    await expect(once.chat.postMessage({ channel: sales.id, text: 'Not' })).rejects.toThrow(
      'fatal_error',
    );
    await slack.down();
    await expect(once.auth.test()).rejects.toThrow();
    await slack.up();
    expect((await once.auth.test()).team_id).toBe(slack.id);
  });

  it('keeps single messages a second apart where that is asked for', async () => {
    slack.faults.messagesPerSecond = 1;
    const strict = clientOf(slack, slack.app.botToken, { rejectRateLimitedCalls: true });
    const text = 'Hello';
    await strict.chat.postMessage({ channel: sales.id, text });
    await expect(strict.chat.postMessage({ channel: sales.id, text })).rejects.toThrow();
    slack.faults.lift();
  });

  it('opens nothing for a token that it does not know, or that was given back', async () => {
    const stranger = clientOf(slack, 'xoxb-unknown');
    await expect(stranger.auth.test()).rejects.toThrow('invalid_auth');
    await expect(clientOf(slack, '').auth.test()).rejects.toThrow('not_authed');
  });

  it('refuses what a check finds wrong, and tells it when it stops', async () => {
    const strict = await SlackWorkspace.start();
    const heard = clientOf(strict, strict.app.botToken);
    strict.onOutgoing(({ text }) => (text === 'HEY' ? ['Too loud.'] : []));
    const eve = strict.person('Eve');
    await expect(heard.chat.postMessage({ channel: eve.id, text: 'HEY' })).rejects.toThrow(
      'invalid_blocks',
    );
    await expect(heard.apiCall('stars.add')).rejects.toThrow('unknown_method');
    await expect(strict.stop()).rejects.toThrow(
      'Too loud.\nThe stand-in knows no method stars.add',
    );
  });
});
