import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { TokenRotation } from '../../bots/slack/install/token-rotation.js';
import { SlackTokens } from '../../bots/slack/slack-tokens.js';
import { SlackWork } from '../../bots/slack/slack-work.js';
import { Database } from '../../src/database/database.js';
import type { TestApp } from '../e2e/app.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { byInstalling, startInSlack } from './slack-start.js';

const ORGANISATION = { id: 'E0123456789', name: 'Globex Holding' };

describe('the tokens of workspaces that install the app', () => {
  let slack: SlackWorkspace;
  let globex: SlackWorkspace;
  let app: TestApp;
  let people: readonly SlackPerson[];
  let hank: SlackPerson;

  beforeAll(async () => {
    slack = await SlackWorkspace.start({ scopes: BOT_SCOPES, rotatesTokens: true });
    globex = await slack.neighbour('Globex');
    people = Array.from({ length: 10 }, (_, index) => slack.person(`Person ${index + 1}`));
    hank = globex.person('Hank');
    app = await startInSlack(slack, byInstalling(slack));
    await people[0]?.installs(app.url);
  });

  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });

  /** What was asked of Slack meanwhile: how often for another token, and with which tokens. */
  async function asked(act: () => Promise<unknown>) {
    const before = slack.calls.length;
    await act();
    await app.nest.get(SlackWork).beforeApplicationShutdown();
    const calls = slack.calls.slice(before);
    const renewals = calls.filter(({ method }) => method === 'oauth.v2.access').length;
    const tokens = new Set(calls.flatMap(({ token }) => token ?? []));
    return { renewals, tokens: [...tokens] };
  }

  it('are renewed by one of ten who find one over, and the others take what it got', async () => {
    const all = () => Promise.all(people.map((person) => person.dm('/book help')));
    const { renewals, tokens } = await asked(all);
    expect([renewals, tokens]).toEqual([1, [expect.stringMatching(/^xoxe\.xoxb-/)]]);
    app.clock.set('2027-02-01T20:00:00Z');
    const later = await asked(all);
    expect([later.renewals, later.tokens.length]).toEqual([1, 1]);
    expect(later.tokens).not.toEqual(tokens);
  });

  it('are renewed over one connection, however many wait for them', async () => {
    app.clock.set('2027-02-02T08:30:00Z');
    const database = app.nest.get(Database);
    const [reads, writes] = [jest.spyOn(database, 'read'), jest.spyOn(database, 'write')];
    const rotation = app.nest.get(TokenRotation);
    const slow = Promise.withResolvers<undefined>();
    const renew = rotation.renew.bind(rotation);
    const renewals = jest.spyOn(rotation, 'renew').mockImplementation(async (row) => {
      await slow.promise;
      return renew(row);
    });
    const wanted = people.map(() => app.nest.get(SlackTokens).tokenOf(slack.id));
    await Promise.all(reads.mock.results.map(({ value }) => value));
    await new Promise(setImmediate);
    const waiting = writes.mock.calls.length;
    slow.resolve(undefined);
    expect(new Set(await Promise.all(wanted)).size).toBe(1);
    for (const spy of [reads, writes, renewals]) spy.mockRestore();
    expect(waiting).toBe(1);
  });

  it('that Slack renews no more are said to be over, once, until the app is installed anew', async () => {
    app.clock.set('2027-02-02T21:00:00Z');
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const lift = slack.faults.add('oauth.v2.access', { error: 'invalid_refresh_token' });
    const write = async (person: SlackPerson) => {
      const [first] = await person.directMessages();
      const words = { channel_type: 'im', channel: first?.message.channel, text: '/book help' };
      await slack.deliver(slack.event({ type: 'message', user: person.id, ...words }));
    };
    const { renewals, tokens } = await asked(() => Promise.all(people.map(write)));
    const refusals = said.mock.calls.map(String).filter((line) => line.includes(slack.id));
    said.mockRestore();
    lift();
    expect([renewals, tokens]).toEqual([1, []]);
    expect(refusals).toEqual([expect.stringContaining('invalid_refresh_token')]);
    expect((await asked(() => write(people[0]!))).renewals).toBe(0);
    expect((await people[0]!.installs(app.url)).status).toBe(200);
    expect((await people[0]!.dm('/book help')).text).toContain('/book');
  });

  it('of an organisation speak in all its workspaces, beside that of a single one', async () => {
    expect((await hank.installs(app.url, { organisation: ORGANISATION })).status).toBe(200);
    const own = await asked(() => hank.dm('/book help'));
    const [first] = await hank.directMessages();
    const words = { user: hank.id, channel: first?.message.channel, text: '/book help' };
    const event = globex.event({ type: 'message', channel_type: 'im', ...words });
    const payload = { ...event.payload, team_id: 'T0000000000', context_team_id: 'T0000000000' };
    const elsewhere = await asked(() => slack.deliver({ ...event, payload }));
    expect(elsewhere.tokens).toEqual(own.tokens);
    const known = await app.database.query<{ workspace: string }>(
      'select workspace from chat_identity where user_key = $1',
      [hank.id],
    );
    expect(known).toEqual([{ workspace: ORGANISATION.id }]);
    const answers = (await hank.directMessages()).filter(({ message }) => message.user !== hank.id);
    expect(answers).toHaveLength(2);
    const beside = await asked(() => people[1]!.dm('/book help'));
    expect(beside.tokens).toHaveLength(1);
    expect(beside.tokens).not.toEqual(own.tokens);
  });

  it('of an organisation are enough to know its members, who may have calendars', async () => {
    const { window } = await hank.command('/schedule setup');
    expect(window?.title).toBe('New booking calendar');
    await hank.close();
  });

  it('of an organisation are gone when it removes the app, and no others', async () => {
    await globex.uninstall();
    await app.nest.get(SlackWork).beforeApplicationShutdown();
    const kept = await app.database.query('select workspace from slack_installation');
    expect(kept).toEqual([{ workspace: slack.id }]);
    expect(await app.database.query('select workspace from lost_workspace')).toEqual([
      { workspace: ORGANISATION.id },
    ]);
  });
});
