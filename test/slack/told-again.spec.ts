import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BOOK_AUTHOR, BOOK_TIME, SHARE_LINK } from '../../bots/slack/manifest/shortcuts.js';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { SlackWork } from '../../bots/slack/slack-work.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { createTestDatabase, type TestDatabase } from '../db/test-database.js';
import { startTestApp, type TestApp } from '../e2e/app.js';
import { type DatabaseCable, databaseCable } from '../fakes/database-cable.js';
import type { SlackChannel } from '../fakes/slack/slack-channel.js';
import type { SlackParcel } from '../fakes/slack/slack-delivery.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { byInstalling, setUp } from './slack-start.js';

const LINK = 'https://book.example.com/ada/intro-call';

let database: TestDatabase;
let cable: DatabaseCable;
let apps: readonly TestApp[] = [];
let slack: SlackWorkspace;
let ada: SlackPerson;
let bob: SlackPerson;
let grace: SlackPerson;
let sales: SlackChannel;

/** Two instances over one database. It is Monday, 1 February 2027, 08:00 in Berlin. */
beforeAll(async () => {
  slack = await SlackWorkspace.start({ scopes: BOT_SCOPES });
  ada = slack.person('Ada', { tz: 'Europe/Berlin', email: 'ada@example.com' });
  bob = slack.person('Bob', { tz: 'Europe/Berlin' });
  grace = slack.person('Grace', { tz: 'Europe/Berlin', email: 'grace@example.com' });
  sales = await slack.channel('sales', { members: [ada, bob, grace] });
  database = await createTestDatabase();
  cable = await databaseCable(database.url);
  const environment = {
    ...byInstalling(slack),
    APP_SECRET: 'k1:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=',
  };
  const start = () => startTestApp({ database: { ...database, url: cable.url }, environment });
  apps = [await start(), await start()];
  slack.reachesAppAt(...apps.map(({ url }) => `${url}/slack/events`));
  await ada.installs(apps[0]?.url ?? '');
  await ada.command(`${setUp()} --alerts #sales`, { channel: sales });
  await ada.command('/schedule set approval on', { channel: sales });
}, 60_000);
afterAll(async () => {
  for (const app of apps) await app.stop();
  await cable.pull();
  await database.drop();
  await slack.stop();
});

/** Nothing of what Slack told is still under way. */
const settled = () =>
  Promise.all(apps.map(({ nest }) => nest.get(SlackWork).beforeApplicationShutdown()));

/** How often the product asked each method of Slack meanwhile, when all of it is over. */
async function asked(act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  const before = slack.calls.length;
  await act();
  await settled();
  const calls = Object.entries(Object.groupBy(slack.calls.slice(before), ({ method }) => method));
  return Object.fromEntries(calls.map(([method, all]) => [method, all?.length ?? 0]));
}

const bookings = () =>
  database.query<{ status: string; changes: number }>(
    `select b.status, count(c.id)::int as changes from booking b
       left join booking_change c on c.booking_id = b.id
      group by b.id order by b.uid`,
  );

describe('D2: what Slack tells four times, at once and to two instances, has its effect once:', () => {
  beforeAll(() => slack.tellsEverything(4));
  afterAll(() => slack.tellsEverything(1));

  it('D2: a command that is answered in words', async () => {
    const before = grace.ephemerals().length;
    const calls = await asked(() => grace.command('/book list', { channel: sales }));
    expect(calls['views.open']).toBeUndefined();
    expect(grace.ephemerals()).toHaveLength(before + 1);
  });

  it('D2: a command that opens a window, and the fields in it that are heard at once', async () => {
    const opening = await asked(() => grace.command('/book with @Ada', { channel: sales }));
    expect(opening).toMatchObject({ 'views.update': 1 });
    const choosing = await asked(() => grace.choose('Day', 'Tue 2 Feb 2027'));
    expect(choosing).toMatchObject({ 'views.update': 1 });
    await grace.choose('Time', '10:00');
    await settled();
  });

  it('D2: a window that is handed in, or closed while something is held for it', async () => {
    expect(await asked(() => grace.submit())).toMatchObject({ 'views.update': 1 });
    expect(await bookings()).toMatchObject([{ status: 'held' }]);
    await asked(() => grace.close());
    expect(await bookings()).toEqual([]);
    await grace.command('/book with @Ada 2027-02-02 10:00', { channel: sales });
    await grace.submit();
    await grace.submit();
    await settled();
    expect(await bookings()).toMatchObject([{ status: 'pending', changes: 1 }]);
    await grace.close();
  });

  it('D2: a button', async () => {
    const card = await sales.message(/^Booking request\nGrace/);
    await asked(() => ada.press('Confirm', { in: card }));
    expect(await bookings()).toMatchObject([{ status: 'confirmed', changes: 2 }]);
    await sales.reply(card, 'Confirmed by Ada.');
    await grace.told(/^Booked\nIntro call with Ada/);
    expect(sales.thread(card)).toHaveLength(1);
    expect(sales.messages()).toHaveLength(1);
  });

  it('D2: a message, and a choice below its answer', async () => {
    const answers = async () =>
      (await grace.directMessages()).filter(({ message }) => message.user !== grace.id);
    const before = (await answers()).length;
    const { message: question } = await grace.dm('book with ada');
    await settled();
    if (!question) throw new Error('Nothing was asked.');
    await grace.choose('Choose…', 'Another one', { in: question });
    await settled();
    expect(await answers()).toHaveLength(before + 1);
    expect(grace.again(question).text).toContain('On which day');
    await grace.dm('stop');
  });

  it('D2: a home that is opened, a link that is shared, and the shortcuts', async () => {
    expect(await asked(() => bob.openHome())).toMatchObject({ 'views.publish': 1 });
    expect(await asked(() => bob.shares(LINK, sales))).toMatchObject({ 'chat.unfurl': 1 });
    for (const id of [SHARE_LINK, BOOK_TIME, BOOK_AUTHOR]) {
      const message = id === BOOK_AUTHOR ? sales.messages().at(-1) : undefined;
      expect(await asked(() => ada.shortcut(id, message))).toMatchObject({ 'views.update': 1 });
      await ada.close();
      expect(ada.hasModal).toBe(false);
    }
  });
});

describe('D3: what Slack tells again', () => {
  const message = async (text: string): Promise<SlackParcel> => {
    const channel = (await grace.directMessages())[0]?.message.channel;
    return slack.event({ type: 'message', channel_type: 'im', channel, user: grace.id, text });
  };
  /** As an instance leaves it that dies while it heeds what Slack told. */
  const died = (key: string) =>
    database.query(
      `insert into chat_delivery (platform, key, held_until)
       values ('slack', '${slack.id} ${key}', now() + interval '1 second')
       on conflict (platform, key) do update
          set is_heeded = false, held_until = excluded.held_until`,
    );
  const lastOf = (kind: SlackParcel['kind'], type?: string): SlackParcel => {
    const found = slack.sent.findLast(
      (parcel) => parcel.kind === kind && (!type || parcel.payload['type'] === type),
    );
    if (!found) throw new Error('Nothing of the kind was sent.');
    return found;
  };

  it('D3: while the first one still runs, waits for it: a message has one answer', async () => {
    slack.faults.add('chat.postMessage', { latency: 600 }, 1);
    const calls = await asked(async () => {
      const parcel = await message('/book list');
      await slack.deliver(parcel);
      await slack.deliverAgain(parcel);
    });
    expect(calls['chat.postMessage']).toBe(1);
  });

  it('D3: after the first one died, is heeded by another, and once', async () => {
    const parcel = await message('/book list');
    await died(`event ${String(parcel.payload['event_id'])}`);
    const calls = await asked(() => slack.deliverAgain(parcel));
    expect(calls['chat.postMessage']).toBe(1);
    expect(await asked(() => slack.deliverAgain(parcel))).toEqual({});
  });

  it('D3: a command that died before its window was filled is answered in words', async () => {
    await grace.command('/book with @Ada', { channel: sales });
    const parcel = lastOf('command');
    await settled();
    await died(`command ${String(parcel.payload['trigger_id'])}`);
    const before = grace.ephemerals().length;
    const calls = await asked(() => slack.deliverAgain(parcel));
    expect(calls['views.update']).toBeUndefined();
    expect(grace.ephemerals()).toHaveLength(before + 1);
    await grace.close();
  });

  it('D3: a booking that was written just before the end is not written again', async () => {
    await grace.command('/book with @Ada 2027-02-03 10:00', { channel: sales });
    await grace.choose('You have a booking with Ada already', 'Another one');
    await grace.submit();
    await grace.submit();
    await settled();
    const before = await bookings();
    const parcel = lastOf('interaction', 'view_submission');
    const { id, hash } = parcel.payload['view'] as { id: string; hash: string };
    await died(`submit ${id} ${hash}`);
    await asked(() => slack.deliverAgain(parcel));
    expect(await bookings()).toEqual(before);
    await grace.close();
  });

  it('D3: an uninstall that is told late takes nothing from who has installed the app again', async () => {
    const tokens = () => database.query('select 1 from slack_installation');
    await slack.uninstall();
    await settled();
    await apps[0]?.nest.get(Jobs).settle(20_000);
    expect(await tokens()).toEqual([]);
    const gone = slack.sent.slice(-2);
    await ada.installs(apps[1]?.url ?? '');
    for (const parcel of gone) await slack.deliverAgain(parcel);
    await settled();
    expect(await tokens()).toHaveLength(1);
    await ada.told(/^I am back/);
    const { text } = await ada.command('/schedule resume', { channel: sales });
    expect(text).toContain('takes bookings again.');
  });
});

/** Milliseconds. */
const [SLOW, AT_ONCE] = [2_500, 500];

describe('with a database whose every answer takes 2.5 s', () => {
  it('everything is answered within 500 ms, and its window is open by then', async () => {
    const [linus, mary, olaf] = ['Linus', 'Mary', 'Olaf'].map((name) => slack.person(name));
    if (!linus || !mary || !olaf) throw new Error('Nobody is there.');
    await linus.command('/book with @Ada 2027-02-04 10:00', { channel: sales });
    await linus.submit();
    await linus.submit();
    const request = await sales.message(/^Booking request\nLinus/);
    for (const who of [mary, grace]) {
      await who.command('/book with @Ada 2027-02-04 11:00', { channel: sales });
    }
    await mary.submit();
    await linus.command('/book with @Ada 2027-02-05 11:00', { channel: sales });
    const { message: picker } = await olaf.dm('book with ada');
    const booked = await sales.message(/^Booked\nGrace/);
    await settled();
    // Long after anybody last asked for the token.
    for (const { clock } of apps) clock.set('2027-02-01T07:02:00Z');
    if (!picker) throw new Error('There is nothing to choose in.');

    const acts: readonly (() => Promise<unknown>)[] = [
      () => bob.command('/schedule setup', { channel: sales }),
      () => ada.command('/schedule show', { channel: sales }),
      () => ada.press('Confirm', { in: request }),
      () => ada.press('Cancel', { in: booked }),
      () => grace.choose('Day', 'Fri 5 Feb 2027'),
      () => linus.submit(),
      () => mary.close(),
      () => olaf.choose('Choose…', 'Fri 5 Feb 2027', { in: picker }),
      () => grace.dm('/book list'),
      () => bob.openHome(),
      () => mary.shares(LINK, sales),
      () => slack.person('Nora').shortcut(BOOK_TIME),
      () => slack.person('Otto').shortcut(BOOK_AUTHOR, request),
      () => slack.person('Pia').shortcut(SHARE_LINK),
      () => slack.deliver(slack.event({ type: 'app_uninstalled' })),
    ];
    const [answers, calls] = [slack.receipts.length, slack.calls.length];
    cable.slow(SLOW);
    const began = Date.now();
    const results = [];
    for (const [index, act] of acts.entries()) {
      results.push(act());
      await slack.until('an answer', () => slack.receipts.length > answers + index);
    }
    await slack.until('windows', () => opened(calls).length === 5);
    cable.slow(0);
    await Promise.all(results);
    await settled();
    expect(slack.receipts.slice(answers).filter((one) => one.milliseconds >= AT_ONCE)).toEqual([]);
    expect(opened(calls).filter(({ at }) => at - began >= SLOW)).toEqual([]);
    expect(bob.modal().title).toBe('New booking calendar');
    const statuses = (await bookings()).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['confirmed', 'confirmed', 'held', 'pending']);
  });
});

const opened = (since: number) =>
  slack.calls.slice(since).filter(({ method }) => method === 'views.open');

it('D2: an uninstall that is told four times, at once and to two instances, is one', async () => {
  slack.tellsEverything(4);
  await slack.uninstall();
  await settled();
  const told = `select 1 from lost_workspace l join pgboss.job j on j.data->>'lossId' = l.id::text
    where j.name = 'stranded-hosts'`;
  expect(await database.query(told)).toHaveLength(1);
});
