import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SlackStanding } from '../../bots/slack/slack-standing.js';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { AlertChannels } from '../../src/calendars/alerts/alert-channels.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { Identities } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { aBooking } from '../builders/booking.js';
import { aCalendar } from '../builders/calendar.js';
import type { TestApp } from '../e2e/app.js';
import type { SlackChannel } from '../fakes/slack/slack-channel.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { eventually } from './eventually.js';
import { byRequests, startInSlack } from './slack-start.js';

const STARTS = ['09:00', '10:00', '11:00', '12:00'].map((time) => `2027-02-02T${time}:00Z`);

/** How long Slack asks to be left alone, in seconds. */
const PAUSE = 3;

describe('while Slack is away', () => {
  let slack: SlackWorkspace;
  let app: TestApp;
  let channels: readonly SlackChannel[];
  let calendar: CalendarConfiguration;

  beforeAll(async () => {
    slack = await SlackWorkspace.start({ scopes: BOT_SCOPES });
    const ada = slack.person('Ada', { tz: 'Europe/Berlin' });
    const members = [ada];
    channels = [await slack.channel('sales', { members }), await slack.channel('all', { members })];
    app = await startInSlack(slack, byRequests(slack));
    const host = { platform: 'slack', workspace: slack.id, userKey: ada.id, name: 'Ada' };
    const creator = await app.nest.get(Identities).identify(host);
    calendar = await aCalendar(app.nest, { creator });
    const owner = { id: calendar.id, hostId: calendar.host.id };
    for (const { id: channel, name } of channels) {
      const address = { platform: 'slack', workspace: slack.id, channel, channelName: `#${name}` };
      const found = { ...address, isPublic: true };
      await app.nest.get(AlertChannels).add(owner, found);
    }
    await slack.down();
    for (const start of STARTS) await aBooking(app.nest, calendar, start);
  });

  afterAll(async () => {
    await app.stop();
    await slack.stop();
  });

  const retried = () =>
    app.database.query<{ tries: number }>(
      `select retry_count as tries from pgboss.job where name = 'cards' and state = 'retry'`,
    );
  /** Cards that wait, each tried so often at least. */
  const waiting = async (tries: number) => {
    const rows = await retried();
    return rows.length === STARTS.length && rows.every((row) => row.tries + 1 >= tries);
  };
  /** The time for which jobs wait is over. */
  const hurry = async () => {
    await app.database.query(
      `update pgboss.job set start_after = now() where state = 'retry' and start_after > now()`,
    );
    await app.nest.get(Jobs).settle(20_000);
  };
  const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');

  it('cards wait, whether it takes no connection or is out of order', async () => {
    await eventually('each card was tried', () => waiting(1));
    await slack.up();
    const lift = slack.faults.add('*', { status: 500 });
    await hurry();
    expect(await waiting(2)).toBe(true);
    lift();
  });

  it('a pause that it asks for is kept in the channel, whatever is to be said there', async () => {
    slack.faults.add('chat.postMessage', { retryAfter: PAUSE }, channels.length);
    const before = posts().length;
    const asked = ({ id }: SlackChannel) =>
      posts()
        .slice(before)
        .filter(({ body }) => body['channel'] === id);
    await eventually('each channel is asked again', async () => {
      await hurry();
      return channels.every((channel) => asked(channel).length > 1);
    });
    for (const channel of channels) {
      const [refused, again] = asked(channel).map(({ at }) => at);
      expect(Number(again) - Number(refused)).toBeGreaterThanOrEqual(PAUSE * 1_000);
    }
  });

  it('afterwards each card arrives once, at the pace that Slack takes', async () => {
    slack.faults.messagesPerSecond = 2;
    await eventually('nothing waits', async () => {
      await hurry();
      return (await app.nest.get(Jobs).backlog()).length === 0;
    });
    for (const channel of channels) {
      const cards = channel.messages().map(({ text }) => text);
      expect(cards).toHaveLength(STARTS.length);
      expect(new Set(cards).size).toBe(STARTS.length);
    }
  });

  it('a token that Slack refuses is said to whoever runs the product, and cards wait for another', async () => {
    const standing = app.nest.get(SlackStanding);
    expect(standing.complaint).toBeNull();
    slack.uninstallUntold();
    await aBooking(app.nest, calendar, '2027-02-03T09:00:00Z');
    await eventually('it is noticed', () => Promise.resolve(standing.complaint !== null));
    await eventually('its card waits', async () => (await retried()).length === 1);
    expect(standing.complaint).toContain('Slack refuses SLACK_BOT_TOKEN (account_inactive)');
    expect(await app.database.query('select id from lost_workspace')).toEqual([]);
    slack.installAgain();
    await hurry();
    expect([channels[0]?.messages().length, standing.complaint]).toEqual([STARTS.length + 1, null]);
  });
});
