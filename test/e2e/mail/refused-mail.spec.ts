import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { Jobs } from '../../../src/jobs/jobs.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { mailRefused } from '../../../src/notifications/mail/delivery/mail-refused.js';
import { RefusalMailJob } from '../../../src/notifications/mail/refusal-mail.job.js';
import { RefusalNotices } from '../../../bots/core/notices/refusal-notices.js';
import { aRequest } from '../../builders/booking.js';
import { ChatRoom, SETUP, textOf } from '../../chat/chat-room.js';
import { MailServer } from '../../fakes/mail-server.js';
import { MONDAY_MORNING } from '../app.js';

let server: MailServer;
let room: ChatRoom;
let ada: ChatPerson;
let path: string;
beforeAll(async () => {
  server = await MailServer.open();
  room = await ChatRoom.open({ environment: server.environment });
}, 60_000);
beforeEach(async () => {
  server.trouble = 'none';
  server.letters.length = 0;
  server.offered.length = 0;
  room.platform.told.length = 0;
  room.platform.messages.clear();
  room.app.clock.set(MONDAY_MORNING);
  ada = room.newcomer();
  await room.hear(ada, SETUP);
  const link = /https:\S+/.exec(await room.says(ada, '/schedule link'))?.[0] ?? '';
  path = `/api/v1/calendars${new URL(link).pathname}/bookings`;
});
afterAll(async () => {
  await room.close();
  await server.stop();
});

const settled = () => room.app.nest.get(Jobs).settle(30_000);
async function booked(email: string, hour = 9): Promise<{ uid: string; manageUrl: string }> {
  const attendee = { name: 'Sam Rivers', email, timeZone: 'Europe/Berlin' };
  const body = aRequest(`2027-02-02T${String(hour).padStart(2, '0')}:00:00Z`, { attendee });
  const { json } = await room.app.ask({ path, body });
  await settled();
  return json;
}
/** When the mail server was quicker than the painter, the reply waits for the card. */
async function hurried(): Promise<void> {
  await room.app.database.query(
    `update pgboss.job set start_after = now() where name = 'refusal-notices' and state = 'retry'`,
  );
  await settled();
}
/** Until somebody's wait for a lock was looked at, and found to be in nobody's circle. */
async function someoneHasWaited(): Promise<void> {
  const client = new Client(room.app.database.url);
  await client.connect();
  while (!(await client.query(HAS_WAITED)).rowCount)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await client.end();
}
const HAS_WAITED = `
  select from pg_locks join pg_stat_activity using (pid)
   where datname = current_database() and not granted
     and waitstart < clock_timestamp() - current_setting('deadlock_timeout')::interval - interval '50 ms'`;
const receipts = (uid: string) => room.says(ada, `/schedule bookings receipts ${uid.slice(0, 6)}`);
const replies = () =>
  [...room.platform.messages.values()].flatMap((card) => card.replies.map(textOf));
const told = () => room.platform.told.map(({ message }) => textOf(message));

describe('a mail that its server refuses', () => {
  it('G6: is not tried again; the host hears of it under the card, in person and by mail, once', async () => {
    server.unknown.add('gone@example.com');
    await room.hear(ada, '/schedule account email ada@example.com');
    const { uid, manageUrl } = await booked('gone@example.com');
    const refusal = 'Mail to Sam Rivers was refused: 550 5.1.1 <…>: No such user.';
    await hurried();
    expect(replies()).toEqual([
      `${refusal}\nTell them another way: ${ada.name} has their link in direct messages.`,
    ]);
    expect(told()).toEqual([
      'Mail to Sam Rivers was refused\n' +
        `${refusal}\nIntro call · <time> · gone@example.com\n` +
        `Tell them another way. ${manageUrl}\nCode ${uid.slice(0, 6)}`,
    ]);
    const news = server
      .to('ada@example.com')
      .find(({ mail }) => mail.subject?.startsWith('Mail to Sam Rivers was refused'));
    expect(news?.mail.subject).toContain(': Intro call, Tue 2 Feb 2027, 10:00');
    for (const part of [news?.mail.text, String(news?.mail.html).replaceAll('&lt;', '<')]) {
      for (const said of [refusal, 'gone@example.com', manageUrl]) expect(part).toContain(said);
    }
    const shown = await receipts(uid);
    expect(shown).toMatch(
      /^Booked: mail to attendee · failed <time> · The mail server refused it/m,
    );
    expect(shown).toMatch(/^Refused mail to attendee, told to host · handed over/m);
    expect(shown).toMatch(/^Refused mail to attendee, told to fake #bookings · handed over/m);

    // A job may come twice.
    const [row] = await room.app.database.query<{ id: string; host_id: string }>(
      `select id, host_id from booking where uid = '${uid}'`,
    );
    const again = mailRefused.schema.parse({
      ...{ hostId: row?.host_id, bookingId: row?.id, sequence: 0, recipient: 'attendee' },
      ...{ reason: '550', refusedAt: room.app.clock.now() },
    });
    await room.app.nest.get(RefusalNotices).tell(again);
    await room.app.nest.get(RefusalMailJob).tell(again);
    expect([replies().length, told().length]).toEqual([1, 1]);
    expect(server.to('ada@example.com')).toHaveLength(2);
    expect(server.offered.filter((to) => to === 'gone@example.com')).toHaveLength(1);
  });

  it('is told of nobody any more once they asked to be forgotten', async () => {
    const grace = room.newcomer();
    const address = `${grace.userKey}@example.com`;
    server.unknown.add(address);
    for (const text of [`/book @${ada.userKey} 2027-02-02 10:00`, address, '-', 'yes'])
      await room.hear(grace, text);
    await settled();
    await hurried();
    expect(replies()).toEqual([expect.stringContaining(`Mail to ${grace.name} was refused`)]);
    room.app.clock.set('2027-02-03T07:00:00Z');
    await room.hear(grace, '/book forget');
    await room.says(grace, 'yes');
    await settled();
    expect(replies()).toEqual([expect.stringContaining('asked to be forgotten')]);
  });

  it('is told of nobody who is forgotten while the reply is on its way, however slow that is', async () => {
    const grace = room.newcomer();
    for (const text of [`/book @${ada.userKey} 2027-02-02 10:00`, 'grace@example.com', '-', 'yes'])
      await room.hear(grace, text);
    await settled();
    const [row] = await room.app.database.query<{ host_id: string; booking_id: string }>(
      `select b.host_id, b.id as booking_id from booking b
         join chat_identity i on i.id = b.booked_by_identity_id where i.user_key = $1`,
      [grace.userKey],
    );
    room.app.clock.set('2027-02-03T07:00:00Z');
    await room.hear(grace, '/book forget');
    const forgotten: Promise<string>[] = [];
    const reply = room.platform.reply.bind(room.platform);
    jest.spyOn(room.platform, 'reply').mockImplementationOnce(async (...said) => {
      forgotten.push(room.says(grace, 'yes'));
      await someoneHasWaited();
      return reply(...said);
    });
    const refused = mailRefused.schema.parse({
      ...{ hostId: row?.host_id, bookingId: row?.booking_id, sequence: 0, recipient: 'attendee' },
      ...{ reason: '550', refusedAt: room.app.clock.now() },
    });
    await room.app.nest.get(RefusalNotices).tell(refused);
    expect(forgotten).toHaveLength(1);
    await Promise.all(forgotten);
    await settled();
    expect(replies()).toEqual([expect.stringContaining('asked to be forgotten')]);
  });

  it('that is the host’s own is told in chat alone', async () => {
    server.unknown.add('away@example.com');
    await room.hear(ada, '/schedule account email away@example.com');
    await booked('sam@example.com');
    expect(replies()).toEqual([]);
    expect(told()).toEqual([
      expect.stringMatching(/^Your mail is refused\n[^]*away@example\.com[^]*account email/),
    ]);
    expect(server.to('sam@example.com')).toHaveLength(1);
  });

  it('for now only is late, and the receipts say so', async () => {
    server.trouble = 'busy';
    const { uid } = await booked('sam@example.com');
    expect(await receipts(uid)).toMatch(
      /^Booked: mail to attendee · delayed <time> · The mail server did not take it \(451 Come again later\)\. It is tried again\.$/m,
    );
    expect([replies(), told()]).toEqual([[], []]);
  });
});

describe('an address', () => {
  it('G7: that refused three mails, of whichever bookings, is left alone, and the host is told', async () => {
    const bad = 'nobody@example.com';
    server.unknown.add(bad);
    for (const hour of [9, 10, 11]) await booked(bad, hour);
    expect(server.offered).toEqual([bad, bad, bad]);
    const { uid } = await booked('NOBODY@example.com', 12);
    expect(server.offered).toHaveLength(3);
    expect(told().at(-1)).toContain('No mail was sent to Sam Rivers: the address refused three');
    await hurried();
    expect(replies().at(-1)).toContain('Tell them another way');
    expect(await receipts(uid)).toContain('Nothing is sent there until Monday 8 February 2027.');
    // Others are not, and after a week one mail tries again.
    await booked('kim@example.com', 13);
    expect(server.to('kim@example.com')).toHaveLength(1);
    room.app.clock.set('2027-02-08T07:00:01Z');
    server.unknown.clear();
    await room.hear(ada, SETUP);
    const attendee = { name: 'Sam Rivers', email: bad, timeZone: 'Europe/Berlin' };
    const body = aRequest('2027-02-10T09:00:00Z', { attendee });
    await room.app.ask({ path, body });
    await settled();
    expect(server.to(bad)).toHaveLength(1);
    const left = await room.app.database.query(
      `select refused_at from mail_refusal where address_hash = sha256(convert_to($1, 'UTF8'))`,
      [bad],
    );
    expect(left).toEqual([]);
  });
});
