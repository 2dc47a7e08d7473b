import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { SlackWork } from '../../bots/slack/slack-work.js';
import type { TestApp } from '../e2e/app.js';
import type { SlackChannel } from '../fakes/slack/slack-channel.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import type { SlackReply } from '../fakes/slack/slack-reply.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { byRequests, setUp, startInSlack } from './slack-start.js';

let slack: SlackWorkspace;
let app: TestApp;
let ada: SlackPerson;
let bob: SlackPerson;
let grace: SlackPerson;
let sales: SlackChannel;

/** It is Monday, 1 February 2027, 08:00 in Berlin. */
beforeAll(async () => {
  slack = await SlackWorkspace.start({ scopes: BOT_SCOPES });
  ada = slack.person('Ada Lovelace', { tz: 'Europe/Berlin', email: 'ada@example.com' });
  bob = slack.person('Bob Byte', { tz: 'Europe/Berlin', email: 'bob@example.com' });
  grace = slack.person('Grace', { tz: 'America/New_York', email: 'grace@example.com' });
  sales = await slack.channel('sales', { members: [ada, grace] });
  app = await startInSlack(slack, byRequests(slack));
  await ada.command(`${setUp('09:00-19:00')} --alerts #sales`, { channel: sales });
  await bob.command(setUp('09:00-19:00'));
}, 60_000);
afterAll(async () => {
  await app.stop();
  await slack.stop();
});

const bookings = () =>
  app.database.query<{ status: string; name: string; starts: Date }>(
    `select status, attendee_name as name, starts_at as starts from booking order by starts_at`,
  );

/** Takes the only select of an answer, or presses a button of it. */
const take = async (person: SlackPerson, { message }: SlackReply, words: string) => {
  if (!message) throw new Error('There is nothing to choose in.');
  const next = message.text.includes(`[${words}]`)
    ? await person.press(words, { in: message })
    : await person.choose('Choose…', words, { in: message });
  if (!next) throw new Error('Nothing comes of it.');
  return next;
};

describe('somebody who writes to the app alone', () => {
  it('books with a word and presses, and nothing is written before a yes to day, time and zone', async () => {
    let reply = await grace.dm('book');
    expect(reply.text).toContain('Who would you like to meet?');
    const presses = ['Ada Lovelace', 'Tue 2 Feb 2027', '10:00', 'grace@example.com', 'Skip'];
    for (const words of presses) reply = await take(grace, reply, words);
    expect(reply.text).toContain('Tue 2 Feb 2027, 10:00 (America/New_York) · 30 min');
    expect(reply.text).toContain('For Ada Lovelace that is Tue 2 Feb 2027, 16:00 (Europe/Berlin).');
    expect(await bookings()).toMatchObject([{ status: 'held' }]);
    reply = await take(grace, reply, 'Book it');
    expect(reply.text).toMatch(/^Booked: “Intro call” with Ada Lovelace/);
    expect(await bookings()).toMatchObject([{ status: 'confirmed', name: 'Grace' }]);
    await sales.message(/^Booked\nGrace · Intro call/);
    await grace.told(/^Booked\nIntro call with Ada Lovelace/);
  });

  it('moves what they booked, and cancels it, in their own words', async () => {
    const asked = await grace.dm('move it to friday 11:00');
    expect(asked.text).toContain('Fri 5 Feb 2027, 11:00 (America/New_York)');
    expect(await bookings()).toMatchObject([{ starts: new Date('2027-02-02T15:00:00Z') }, {}]);
    expect((await grace.dm('yes')).text).toMatch(/^Moved: “Intro call” with Ada Lovelace/);
    expect(await bookings()).toMatchObject([{ starts: new Date('2027-02-05T16:00:00Z') }]);
    await sales.message(/^Moved\nGrace · Intro call/);
    const sure = await grace.dm('cancel');
    expect(sure.text).toContain('Cancel “Intro call”');
    expect((await grace.dm('yes')).text).toMatch(/^Cancelled: “Intro call” with Ada Lovelace/);
    expect(await bookings()).toMatchObject([{ status: 'cancelled' }]);
    await sales.message(/^Cancelled/);
  });

  it('says when and whom in one line, and is asked only for the rest', async () => {
    const exact = await grace.dm('book tomorrow at 10 with ada');
    expect(exact.text).toContain('Your e-mail address');
    expect(await bookings()).toMatchObject([{ status: 'held' }, { status: 'cancelled' }]);
    expect((await grace.dm('cancel')).text).toBe('Stopped. Nothing was saved.');
    const vague = await grace.dm('next tuesday afternoon with @Ada Lovelace');
    expect(vague.text).toContain('At what time on Tue 9 Feb 2027? (times in America/New_York)');
    await grace.dm('stop');
  });

  it('D11: guests, and people of another organisation, book, and have no calendars', async () => {
    const gus = slack.person('Gus', { tz: 'Europe/Berlin', guest: 'single-channel' });
    const olga = slack.person('Olga', { tz: 'Asia/Tokyo', otherTeam: 'T0OTHER' });
    const meets = async (who: SlackPerson, when: string): Promise<string> => {
      let reply = await who.dm(`book ${when} with @Ada Lovelace`);
      for (const words of ['Skip', 'Skip']) reply = await take(who, reply, words);
      await take(who, reply, 'Book it');
      const refused = await who.command('/schedule setup', { channel: sales });
      expect(refused.text).toContain('You may not have booking calendars here.');
      return reply.text;
    };
    const said = [meets(gus, 'wednesday 10:00'), meets(olga, 'thursday 18:00')];
    expect(await Promise.all(said)).toEqual([
      expect.stringContaining('Wed 3 Feb 2027, 10:00 (Europe/Berlin) · 30 min'),
      expect.stringContaining('For Ada Lovelace that is Thu 4 Feb 2027, 10:00 (Europe/Berlin).'),
    ]);
    const names = (await bookings()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Gus', 'Olga']));
    expect(await app.database.query('select 1 from host')).toHaveLength(2);
  });

  it('hands over what is kept of them whole, in as many messages as that takes', async () => {
    const notes = 'My secret! '.repeat(1_000);
    await app.database.query(`update booking set notes = $1 where attendee_name = 'Grace'`, [
      notes,
    ]);
    const before = (await grace.directMessages()).length;
    await grace.dm('/book export');
    await app.nest.get(SlackWork).beforeApplicationShutdown();
    const told = (await grace.directMessages()).slice(before).map(({ text }) => text);
    const [, first = '', ...parts] = told;
    const count = parts.length;
    expect(first).toContain(`follows in ${count} messages, to be put together in their order`);
    expect(count).toBeGreaterThan(2);
    expect(parts.at(-1)).toContain(`part ${count} of ${count}`);
    expect(parts.join('').split('!')).toHaveLength(1_001);
  });

  it('D11: programs are not heard, and edits and notices are no words', async () => {
    const [first] = await grace.directMessages();
    const said = { type: 'message', channel_type: 'im', channel: first?.message.channel };
    const calls = slack.calls.length;
    for (const event of [
      { ...said, text: 'book', user: grace.id, bot_id: 'B0WORKFLOW' },
      { ...said, text: 'book', subtype: 'bot_message', bot_id: 'B0WORKFLOW', username: 'Workflow' },
      { ...said, subtype: 'message_changed', message: { text: 'book', user: grace.id } },
      { ...said, text: 'joined', user: grace.id, subtype: 'channel_join' },
      { ...said, channel_type: 'channel', channel: sales.id, text: 'book', user: grace.id },
    ]) {
      expect((await slack.deliver(slack.event(event))).status).toBe(200);
    }
    await app.nest.get(SlackWork).beforeApplicationShutdown();
    const told = slack.calls.slice(calls).filter(({ body }) => body['channel'] === said.channel);
    expect(told).toEqual([]);
  });

  it('D10: is answered in the thread in which they write, also with a file or to the channel, too', async () => {
    const card = await grace.told(/Intro call with Ada Lovelace/);
    const { channel, ts } = card.message;
    for (const subtype of [undefined, 'file_share', 'thread_broadcast']) {
      const words = { channel, user: grace.id, text: 'my bookings', thread_ts: ts, subtype };
      const before = slack.calls.length;
      await slack.deliver(slack.event({ type: 'message', channel_type: 'im', ...words }));
      await app.nest.get(SlackWork).beforeApplicationShutdown();
      const answer = slack.calls
        .slice(before)
        .find(({ method, body }) => method === 'chat.postMessage' && body['channel'] === channel);
      expect(answer?.body).toMatchObject({ channel, thread_ts: ts });
    }
  });
});
