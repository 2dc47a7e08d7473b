import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UntoldRemovalsJob } from '../../bots/slack/install/untold-removals.job.js';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { Booking } from '../../src/bookings/booking.entity.js';
import { MoveBooking } from '../../src/bookings/move-booking.service.js';
import { AlertChannels } from '../../src/calendars/alerts/alert-channels.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { Database } from '../../src/database/database.js';
import { AccountCodes } from '../../src/hosts/account-codes.service.js';
import { HostEmail } from '../../src/hosts/host-email.service.js';
import { Identities } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { aBooking } from '../builders/booking.js';
import { aCalendar, apiPath } from '../builders/calendar.js';
import type { TestApp } from '../e2e/app.js';
import { MailServer } from '../fakes/mail-server.js';
import type { SlackChannel } from '../fakes/slack/slack-channel.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { eventually } from './eventually.js';
import { byInstalling, startInSlack } from './slack-start.js';

describe('a workspace that removes the app', () => {
  let slack: SlackWorkspace;
  let globex: SlackWorkspace;
  let mail: MailServer;
  let app: TestApp;
  let ada: SlackPerson;
  let bob: SlackPerson;
  let grace: SlackPerson;
  let hank: SlackPerson;
  let ida: SlackPerson;
  let cleo: SlackPerson;
  let chat: CalendarConfiguration;
  let code: string;
  let older: Booking;
  let sales: SlackChannel;
  let intro: CalendarConfiguration;
  let demo: CalendarConfiguration;
  let plant: CalendarConfiguration;

  const settled = () => app.nest.get(Jobs).settle(20_000);
  const known = ({ id, name }: SlackPerson, { id: workspace }: SlackWorkspace) =>
    app.nest.get(Identities).identify({ platform: 'slack', workspace, userKey: id, name });
  const calendarOf = async (person: SlackPerson, workspace: SlackWorkspace) =>
    aCalendar(app.nest, { creator: await known(person, workspace) });
  const bookedWithCleo = async (start: string): Promise<Booking> => {
    const { uid } = await aBooking(app.nest, chat, start);
    await settled();
    return app.nest.get(Database).read((em) => em.findOneOrFail(Booking, { uid }));
  };
  const bookings = () =>
    app.database.query('select uid, status, sequence from booking order by uid');
  const handedIn = () =>
    slack.sent.findLast(({ payload }) => payload['type'] === 'view_submission');
  const waiting = async () => {
    const rows = await app.database.query<{ state: string }>(
      `select state::text from pgboss.job where name = 'cards' and state < 'completed'`,
    );
    return rows[0]?.state;
  };
  const stateOf = async (calendar: CalendarConfiguration) => {
    const { json } = await app.ask({ path: apiPath(calendar) });
    return (json as { state: string }).state;
  };

  beforeAll(async () => {
    slack = await SlackWorkspace.start({ scopes: BOT_SCOPES });
    globex = await slack.neighbour('Globex');
    ada = slack.person('Ada', { tz: 'Europe/Berlin' });
    bob = slack.person('Bob', { tz: 'Europe/Berlin' });
    grace = slack.person('Grace', { tz: 'Europe/Berlin', email: 'grace@example.com' });
    hank = globex.person('Hank', { tz: 'Europe/Berlin' });
    ida = globex.person('Ida', { tz: 'Europe/Berlin' });
    sales = await slack.channel('sales', { members: [ada] });
    mail = await MailServer.open();
    app = await startInSlack(slack, { ...mail.environment, ...byInstalling(slack) });
    await ada.installs(app.url);
    await hank.installs(app.url);
    [intro, demo] = [await calendarOf(ada, slack), await calendarOf(bob, slack)];
    plant = await calendarOf(hank, globex);
    cleo = globex.person('Cleo', { tz: 'Europe/Berlin' });
    chat = await calendarOf(slack.person('Cleo'), slack);
    const linked = [chat.host.id, (await known(cleo, globex)).id];
    await app.database.query('update chat_identity set host_id = $1 where id = $2', linked);
    await app.nest.get(HostEmail).set(demo.host.id, 'bob@example.com');
    const channel = { platform: 'slack', workspace: slack.id, channel: sales.id };
    const found = { ...channel, channelName: '#sales', isPublic: true };
    await app.nest.get(AlertChannels).add({ id: intro.id, hostId: intro.host.id }, found);
    await aBooking(app.nest, intro, '2027-02-02T09:00:00Z');
    await sales.message(/^Booked/);
    await app.nest.get(AlertChannels).add({ id: chat.id, hostId: chat.host.id }, found);
    older = await bookedWithCleo('2027-02-02T12:00:00Z');
    const shown = { hostId: intro.host.id, identityId: (await known(ada, slack)).id };
    code = await app.nest.get(AccountCodes).make(shown);
    await settled();
  });

  afterAll(async () => {
    await app.stop();
    await mail.stop();
    await slack.stop();
  });

  it('pauses the calendars of those whom nobody can tell of a booking, and no others', async () => {
    await grace.command('/book with @Ada');
    await grace.choose('Day', 'Tue 2 Feb 2027');
    await grace.choose('Time', '14:00');
    await grace.submit();
    mail.letters.length = 0;
    await slack.uninstall();
    await eventually('Ada’s calendar is paused', async () => (await stateOf(intro)) === 'paused');
    await settled();
    const others = await Promise.all([demo, plant, chat].map(stateOf));
    expect(others).toEqual(['open', 'open', 'open']);
  });

  it('tells a host with another account there, and of bookings from then on', async () => {
    const { text } = await cleo.told(/^I was removed from the Slack workspace “Acme”/);
    expect(text).toContain('from now on I tell you of them here');
    await slack.uninstall();
    await settled();
    expect(await cleo.directMessages()).toHaveLength(1);
  });

  it('keeps that word where its own channels were told, and of what was booked before', async () => {
    await bookedWithCleo('2027-02-03T12:00:00Z');
    await cleo.told(/^Booked\nSam Rivers · Intro call\nWednesday, 3 February/);
    const start = Date.parse('2027-02-04T12:00:00Z');
    await app.nest.get(MoveBooking).run({ booking: older, start, actor: 'attendee', reason: null });
    await cleo.told(/^Moved\nSam Rivers/);
  });

  it('mails a host with an address, once, what stands and what to do', async () => {
    await slack.uninstall();
    await settled();
    const letters = mail.to('bob@example.com');
    expect(letters.map(({ mail: { subject } }) => subject)).toEqual([
      'Vis-à-vis was removed from the Slack workspace “Acme”',
    ]);
    const text = letters[0]?.mail.text;
    expect(text).toContain('Nothing is booked with you ahead.');
    expect(text).toContain('Your calendars stay open');
    expect(text).toContain('ask an admin to install the app again');
    expect(text).toContain('https://book.example.com/bob/intro-call');
  });

  it('D15: is sent nothing more, while mail and other workspaces go on', async () => {
    mail.letters.length = 0;
    const calls = slack.calls.length;
    await aBooking(app.nest, demo, '2027-02-02T09:00:00Z');
    await settled();
    expect(slack.calls).toHaveLength(calls);
    expect(mail.to('sam@example.com')).toHaveLength(1);
    expect(mail.to('bob@example.com')).toHaveLength(1);
    expect(await app.nest.get(Jobs).backlog()).toEqual([]);
    const { text } = await hank.dm('/schedule show');
    expect(text).toContain('Intro call');
  });

  it('D15: books nothing by a window that was half filled in before', async () => {
    const before = await bookings();
    void grace.submit().catch(() => undefined);
    await eventually('it is handed in', () => Promise.resolve(handedIn() !== undefined));
    await settled();
    expect(await bookings()).toEqual(before);
  });

  it('D15: has the app again by another admin, who revives nothing that was open', async () => {
    expect((await bob.installs(app.url)).status).toBe(200);
    await ada.told(/^I am back\n“Intro call” was paused/);
    const before = await bookings();
    const window = handedIn();
    if (window) await slack.deliver(window);
    await slack.until('her window says so', () => /has expired/.test(grace.modal().text));
    expect((await ida.dm(`/schedule account link ${code}`)).text).toContain('has expired');
    expect(await bookings()).toEqual(before);
  });

  it('leaves it to the host to open a paused calendar again', async () => {
    await settled();
    const notices = (await ada.directMessages()).filter(({ text }) => /^I am back/.test(text));
    expect([await stateOf(intro), notices]).toEqual(['paused', [expect.anything()]]);
    await ada.press('Resume Intro call', { in: notices[0]! });
    await ada.told('“Intro call” takes bookings again.');
    expect(await stateOf(intro)).toBe('open');
  });

  it('keeps the app when an old word of its removal comes late', async () => {
    const calls = slack.calls.length;
    const removals = slack.sent.filter(({ payload }) => isRemoval(payload)).slice(-2);
    for (const { payload } of removals) {
      const event_id = `Late${String(payload['event_id'])}`;
      await slack.deliver({ kind: 'event', payload: { ...payload, event_id } });
    }
    await eventually('Slack is asked', () => Promise.resolve(slack.calls.length === calls + 2));
    expect((await ada.dm('/schedule link')).text).toContain('/ada/intro-call');
    await aBooking(app.nest, intro, '2027-02-03T09:00:00Z');
    await sales.message(/Wednesday, 3 February/);
  });

  /** Jobs come again, and a minute is over by the clock. */
  const aMinutePasses = async () => {
    app.clock.set(new Date(app.clock.now() + 61_000).toISOString());
    await app.nest.get(UntoldRemovalsJob).tick();
    await app.database.query(`update pgboss.job set start_after = now() where state = 'retry'`);
    await settled();
  };
  const lost = () => app.database.query('select workspace from lost_workspace');
  const installed = () => app.database.query('select workspace from slack_installation order by 1');

  it('has lost nothing where Slack refuses its token by mistake', async () => {
    const both = await installed();
    const lift = globex.faults.add('*', { error: 'invalid_auth' });
    await aBooking(app.nest, plant, '2027-02-02T09:00:00Z');
    await eventually('its card was tried', async () => (await waiting()) === 'retry');
    await aMinutePasses();
    lift();
    await aMinutePasses();
    await hank.told(/Tuesday, 2 February/);
    await aMinutePasses();
    expect([await lost(), await installed(), await stateOf(plant)]).toEqual([[], both, 'open']);
  });

  it('is found out, once, when nobody could hear of it, and its token is kept', async () => {
    const both = await installed();
    globex.uninstallUntold();
    await aBooking(app.nest, plant, '2027-02-03T09:00:00Z');
    await eventually('its card was tried', async () => (await waiting()) === 'retry');
    await aMinutePasses();
    expect(await stateOf(plant)).toBe('open');
    await aMinutePasses();
    await aMinutePasses();
    expect([await lost(), await installed()]).toEqual([[{ workspace: globex.id }], both]);
    expect(await stateOf(plant)).toBe('paused');
    expect(await waiting()).toBeUndefined();
    const calls = slack.calls.length;
    await aMinutePasses();
    expect(slack.calls).toHaveLength(calls);
  });
});

const isRemoval = ({ event }: Readonly<Record<string, unknown>>): boolean =>
  /"type":"(app_uninstalled|tokens_revoked)"/.test(JSON.stringify(event ?? null));
