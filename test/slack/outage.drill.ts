import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BOT_SCOPES } from '../../bots/slack/manifest/scopes.js';
import { Booking } from '../../src/bookings/booking.entity.js';
import { MoveBooking } from '../../src/bookings/move-booking.service.js';
import { AlertChannels } from '../../src/calendars/alerts/alert-channels.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { Database } from '../../src/database/database.js';
import { Identities } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { DueReminders } from '../../src/notifications/reminders/due-reminders.service.js';
import { aBooking } from '../builders/booking.js';
import { aCalendar } from '../builders/calendar.js';
import type { TestApp } from '../e2e/app.js';
import type { SlackChannel } from '../fakes/slack/slack-channel.js';
import type { SlackPerson } from '../fakes/slack/slack-person.js';
import { SlackWorkspace } from '../fakes/slack/slack-workspace.js';
import { byRequests, startInSlack } from './slack-start.js';

/** Bookings whose cards stand before the outage; each is moved twice in it. */
const STANDING = 40;
/** Bookings that are made in it: 200 changes in all. */
const MADE = 120;
/** How long each trouble lasts, in milliseconds. */
const EACH = 20_000;
/** Seconds for which Slack asks to be left alone. */
const PAUSE = 30;

let slack: SlackWorkspace;
let app: TestApp;
let ada: SlackPerson;
let sales: SlackChannel;
let calendar: CalendarConfiguration;

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(0)} s`;

/** Every half hour of working days; the first 16 are of the first day. */
const starts = Array.from({ length: 28 }, (_, day) => new Date(Date.UTC(2027, 1, 2 + day)))
  .filter((date) => date.getUTCDay() % 6 !== 0)
  .flatMap((date) =>
    Array.from({ length: 16 }, (_, slot) =>
      new Date(date.getTime() + (16 + slot) * 1_800_000).toISOString(),
    ),
  );

beforeAll(async () => {
  slack = await SlackWorkspace.start({ scopes: BOT_SCOPES });
  ada = slack.person('Ada', { tz: 'Europe/Berlin' });
  sales = await slack.channel('sales', { members: [ada] });
  app = await startInSlack(slack, byRequests(slack));
  const host = { platform: 'slack', workspace: slack.id, userKey: ada.id, name: 'Ada' };
  const creator = await app.nest.get(Identities).identify(host);
  calendar = await aCalendar(app.nest, { creator });
  const place = { platform: 'slack', workspace: slack.id, channel: sales.id };
  const found = { ...place, channelName: '#sales', isPublic: true };
  await app.nest.get(AlertChannels).add({ id: calendar.id, hostId: calendar.host.id }, found);
}, 60_000);

afterAll(async () => {
  await app.stop();
  await slack.stop();
});

const waiting = async (): Promise<number> =>
  (await app.nest.get(Jobs).backlog()).reduce((sum, one) => sum + one.waiting + one.retrying, 0);
const bookings = () =>
  app.database.query('select uid, status, sequence, starts_at from booking order by uid');
const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
async function booked(all: readonly string[]): Promise<string[]> {
  const uids: string[] = [];
  for (const start of all) uids.push((await aBooking(app.nest, calendar, start)).uid);
  return uids;
}

async function moved(uid: string, start: string): Promise<void> {
  const booking = await app.nest
    .get(Database)
    .read((entities) => entities.findOneOrFail(Booking, { uid }));
  const request = { booking, start: Date.parse(start), actor: 'host', reason: null } as const;
  expect(await app.nest.get(MoveBooking).run(request)).toMatchObject({ ok: true });
}

async function remind(now: string): Promise<void> {
  app.clock.set(now);
  await app.nest.get(DueReminders).attend(Date.parse(now));
}

/** What waits has been tried for an hour: it comes again every five minutes by now. */
const anHourPasses = () =>
  app.database.query(
    `update pgboss.job set retry_count = 15, start_after = now() + random() * interval '300 s'
      where state = 'retry'`,
  );

it('an hour without Slack: all is told at its pace, and nothing of what is over', async () => {
  const [first, second] = [starts.slice(0, STANDING), starts.slice(STANDING)];
  const standing = await booked(first);
  while ((await waiting()) > 0) await setTimeout(200);
  expect(sales.messages()).toHaveLength(STANDING);

  await slack.down();
  say(
    `Slack takes no connection for ${EACH / 1_000} s, while ${MADE + 2 * STANDING} changes are made.`,
  );
  await booked(second.slice(0, MADE));
  const later = second.slice(MADE);
  // The first two of the first day stay: their reminders fall due.
  for (const [index, uid] of standing.entries()) {
    if (index < 2) continue;
    await moved(uid, later[2 * index] ?? '');
    await moved(uid, later[2 * index + 1] ?? '');
  }
  await remind('2027-02-02T07:50:00Z');
  await remind('2027-02-02T08:20:00Z');
  const before = await bookings();
  await setTimeout(EACH);
  await slack.up();
  say(`It answers 500 for ${EACH / 1_000} s; ${await waiting()} jobs wait.`);
  const lift = slack.faults.add('*', { status: 500 });
  await setTimeout(EACH);
  await anHourPasses();
  lift();
  say(`It answers 429 with Retry-After ${PAUSE}; ${await waiting()} jobs wait.`);
  const since = performance.now();
  const asked = posts().length;
  slack.faults.messagesPerSecond = 1;
  slack.faults.add('chat.postMessage', { retryAfter: PAUSE }, 1);
  // The meeting of 08:00 has begun by now, and that of 08:30 has not.
  app.clock.set('2027-02-02T08:25:00Z');
  let told = 0;
  while ((await waiting()) > 0) {
    await setTimeout(5_000);
    const left = await waiting();
    const now = posts().length - asked;
    if (now - told >= 20 || left === 0) {
      told = now;
      say(`after ${seconds(since)}: ${now} messages asked for, ${left} jobs wait`);
    }
  }
  report(asked, since);
  expect(await bookings()).toEqual(before);
  const cards = sales.messages();
  const replies = cards.map((card) => sales.thread(card).length);
  expect(cards).toHaveLength(STANDING + MADE);
  expect(replies.toSorted().slice(-STANDING)).toEqual([0, 0, ...Array(STANDING - 2).fill(1)]);
  const reminders = (await ada.directMessages()).filter(({ text }) => text.startsWith('Soon'));
  expect(reminders.map(({ text }) => /\d+:\d+/.exec(text)?.[0])).toEqual(['09:30']);
}, 1_800_000);

function report(asked: number, since: number): void {
  const inSales = posts()
    .slice(asked)
    .filter(({ body }) => body['channel'] === sales.id);
  const gaps = inSales.slice(1).map(({ at }, index) => at - (inSales[index]?.at ?? 0));
  const fastest = Math.min(...gaps.slice(1));
  say(`All was told after ${seconds(since)}.`);
  say(
    `${inSales.length} messages were asked for in the channel, the closest two ${fastest} ms apart.`,
  );
}
