import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Booking } from '../../src/bookings/booking.entity.js';
import { CancelBooking } from '../../src/bookings/cancel-booking.service.js';
import { MoveBooking } from '../../src/bookings/move-booking.service.js';
import { Database } from '../../src/database/database.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { ReminderMailJob } from '../../src/notifications/mail/reminder-mail.job.js';
import { Receipts } from '../../src/notifications/receipts.service.js';
import { DueReminders } from '../../src/notifications/reminders/due-reminders.service.js';
import { ChatRoom, SETUP, textOf } from '../chat/chat-room.js';
import { type Letter, MailServer } from '../fakes/mail-server.js';
import { MONDAY_MORNING } from './app.js';
import { formOf, headingOf, send, visit } from './page/visitor.js';

let server: MailServer;
let room: ChatRoom;
beforeAll(async () => {
  server = await MailServer.open();
  room = await ChatRoom.open({ environment: server.environment });
});
afterEach(async () => {
  await server.start();
  room.app.clock.set(MONDAY_MORNING);
});
afterAll(async () => {
  await room.close();
  await server.stop();
});

interface World {
  readonly host: ChatPerson;
  readonly email: string;
  readonly booking: Booking;
}

let visitors = 0;

const read = (uid: string): Promise<Booking> =>
  room.app.nest.get(Database).read((entities) => entities.findOneOrFail(Booking, { uid }));

async function aWorld(start: string, more: object = {}, lines: string[] = []): Promise<World> {
  const host = room.newcomer();
  const [, page] = /https:\/\/book\.example\.com(\/\S+)/.exec(await room.says(host, SETUP)) ?? [];
  for (const line of lines) await room.hear(host, `/schedule ${line}`);
  visitors += 1;
  const email = `sam${visitors}@example.com`;
  const attendee = { name: 'Sam Rivers', email, timeZone: 'America/New_York' };
  const body = { start, attendee, ...more };
  const { json, status } = await room.app.ask({ path: `/api/v1/calendars${page}/bookings`, body });
  expect(status).toBe(201);
  await room.app.nest.get(Jobs).settle(20_000);
  return { host, email, booking: await read(json.uid) };
}

/** The clock shows this time, two processes look at it, and what follows is done. */
async function at(now: string): Promise<void> {
  room.app.clock.set(now);
  const due = room.app.nest.get(DueReminders);
  const instant = Date.parse(now);
  await Promise.all([due.attend(instant), due.attend(instant)]);
  await room.app.nest.get(Jobs).settle(20_000);
}

const reminders = (email: string): Letter[] =>
  server.to(email).filter(({ mail }) => mail.subject?.startsWith('Reminder'));

const told = ({ host }: World): string[] =>
  room.platform.told
    .filter(({ person }) => person === host.userKey)
    .map((one) => textOf(one.message));

const receipts = async ({ booking: { id } }: World): Promise<string[]> =>
  (await room.app.nest.get(Receipts).ofBooking(id))
    .filter(({ kind }) => kind.startsWith('reminder'))
    .map(({ sequence, kind, recipient, state }) => [sequence, kind, recipient, state].join(' '))
    .sort();

describe('reminders', () => {
  it('come once each, to every reader in their own zone, across a change of the clocks', async () => {
    // Berlin puts its clocks forward on 28 March, New York did on the 14th.
    const world = await aWorld('2027-03-29T07:00:00Z', { guests: ['kim@example.com'] }, [
      'set guests 2',
    ]);
    await at('2027-03-28T06:59:59Z');
    expect(reminders(world.email)).toEqual([]);
    await at('2027-03-28T07:00:00Z');
    await at('2027-03-28T07:00:20Z');
    const [letter, ...others] = reminders(world.email);
    expect(others).toEqual([]);
    expect(letter?.mail.subject).toBe(
      `Reminder: Intro call with ${world.host.name}, Mon 29 Mar 2027, 03:00`,
    );
    for (const part of [letter?.mail.text, String(letter?.mail.html)]) {
      expect(part).toContain('Monday 29 March 2027');
      expect(part).toContain('03:00 – 03:30');
      expect(part).toContain('America/New York (UTC-4)');
      expect(part).toContain(`/b/${world.booking.uid}?t=`);
    }
    expect(letter?.mail.attachments).toEqual([]);
    expect(letter?.mail.messageId).toMatch(/\.0\.reminder-1440\.[0-9a-f]{10}@book\.example\.com>$/);
    expect(reminders('kim@example.com')).toHaveLength(1);
    expect(reminders('kim@example.com')[0]?.mail.text).not.toContain('/b/' + world.booking.uid);
    await at('2027-03-29T06:00:00Z');
    await at('2027-03-29T06:50:00Z');
    expect(reminders(world.email)).toHaveLength(2);
    expect(told(world)).toHaveLength(1);
    expect(told(world)[0]).toMatch(/^Soon: Sam Rivers\n[^]*<time>/);
    expect(await receipts(world)).toEqual([
      `0 reminder 10 fake ${world.host.name} handed_over`,
      '0 reminder 1440 attendee handed_over',
      '0 reminder 1440 guest 1 handed_over',
      '0 reminder 60 attendee handed_over',
      '0 reminder 60 guest 1 handed_over',
    ]);
    const code = world.booking.uid.slice(0, 6);
    expect(await room.says(world.host, `/schedule bookings receipts ${code}`)).toContain(
      'Reminder 24 h before: attendee',
    );
  });

  it('are left out within three hours of the booking, and where none are wanted', async () => {
    const soon = await aWorld('2027-02-01T11:00:00Z');
    const never = await aWorld('2027-02-02T10:00:00Z', {}, ['set reminders off']);
    await at('2027-02-01T09:59:59Z');
    expect(reminders(soon.email)).toEqual([]);
    await at('2027-02-01T10:00:00Z');
    // Booked at 07:00, due at 10:00: just late enough.
    expect(reminders(soon.email)).toHaveLength(1);
    await at('2027-02-01T10:01:00Z');
    room.app.clock.set('2027-02-01T10:01:00Z');
    const late = await aWorld('2027-02-01T14:30:00Z', {}, ['set reminders 3h host 4h']);
    await at('2027-02-01T14:00:00Z');
    expect(reminders(late.email)).toEqual([]);
    expect(told(late)).toHaveLength(1);
    await at('2027-02-02T09:55:00Z');
    expect([...reminders(never.email), ...told(never)]).toEqual([]);
  });

  it('follow a meeting that moves, and end with one that is called off', async () => {
    const moved = await aWorld('2027-02-03T09:00:00Z');
    const off = await aWorld('2027-02-03T09:00:00Z');
    await at('2027-02-02T09:00:00Z');
    expect(reminders(moved.email)).toHaveLength(1);
    await room.app.nest.get(MoveBooking).run({
      ...{ booking: moved.booking, actor: 'attendee', reason: null },
      start: Date.parse('2027-02-05T09:00:00Z'),
    });
    await room.app.nest
      .get(CancelBooking)
      .run({ booking: off.booking, actor: 'host', reason: null });
    await at('2027-02-03T08:55:00Z');
    expect([reminders(moved.email).length, reminders(off.email).length]).toEqual([1, 1]);
    await at('2027-02-04T09:00:00Z');
    expect(reminders(moved.email)).toHaveLength(2);
    expect(reminders(moved.email)[1]?.mail.text).toContain('Friday 5 February 2027');
    // A job that was left over from the former time.
    const { hostId, id: bookingId } = moved.booking;
    const stale = { hostId, bookingId, sequence: 0, reader: 'attendee', minutes: 60 } as const;
    await room.app.nest.get(ReminderMailJob).remind(stale);
    expect(reminders(moved.email)).toHaveLength(2);
    expect(await receipts(moved)).toContain('0 reminder 60 attendee suppressed');
  });

  it('after an outage one comes late, and none once the meeting has begun', async () => {
    const world = await aWorld('2027-02-03T09:00:00Z');
    const over = await aWorld('2027-02-03T08:00:00Z');
    await at('2027-02-03T08:30:00Z');
    expect(reminders(world.email)).toHaveLength(1);
    expect(reminders(over.email)).toEqual([]);
    expect(await receipts(world)).toEqual([
      '0 reminder 1440 attendee suppressed',
      '0 reminder 60 attendee handed_over',
    ]);
    await at('2027-02-03T09:00:00Z');
    expect(told(world)).toEqual([]);
  });

  it('asked for too late are not sent, and those taken back are not either', async () => {
    const world = await aWorld('2027-02-03T09:00:00Z');
    room.app.clock.set('2027-02-01T12:00:00Z');
    const answer = await room.says(world.host, '/schedule set reminders 60h, 2h host 30m');
    expect(answer).toContain(
      'attendee 24 h, 1 h before, host 10 min before → attendee 60 h, 2 h before, host 30 min before',
    );
    await at('2027-02-01T12:00:00Z');
    await at('2027-02-02T09:00:00Z');
    expect(reminders(world.email)).toEqual([]);
    await at('2027-02-03T07:00:00Z');
    expect(reminders(world.email)).toHaveLength(1);
  });

  it('wait for the mail server', async () => {
    const world = await aWorld('2027-02-03T09:00:00Z');
    await server.stop();
    await at('2027-02-02T09:00:00Z');
    expect(await receipts(world)).toEqual(['0 reminder 1440 attendee queued']);
    await server.start();
    const { hostId, id: bookingId } = world.booking;
    const due = { hostId, bookingId, sequence: 0, reader: 'attendee', minutes: 1_440 } as const;
    await room.app.nest.get(ReminderMailJob).remind(due);
    await room.app.nest.get(ReminderMailJob).remind(due);
    expect(reminders(world.email)).toHaveLength(1);
  });
});

describe('whoever wants no reminders', () => {
  it('says so by the page or by one click of the mail program, never by a mere look', async () => {
    const world = await aWorld('2027-02-03T09:00:00Z', { guests: ['lee@example.com'] }, [
      'set guests 1',
    ]);
    await at('2027-02-02T09:00:00Z');
    const links = [world.email, 'lee@example.com'].map((email) => {
      const [letter] = reminders(email);
      expect(letter?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
      const header = letter?.mail.headers.get('list') as { unsubscribe?: { url?: string } };
      const url = header.unsubscribe?.url ?? '';
      expect(letter?.mail.text).toContain(url);
      return url.replace('https://book.example.com', '');
    });
    const [own = '', guests = ''] = links;
    const asked = await visit(room.app, own);
    expect([asked.status, headingOf(asked)]).toEqual([200, 'No more reminders?']);
    expect(asked.headers.get('cache-control')).toBe('no-store');
    await visit(room.app, guests);
    const click = new FormData();
    click.set('List-Unsubscribe', 'One-Click');
    const clicked = await fetch(`${room.app.url}${guests}`, { method: 'POST', body: click });
    expect(clicked.status).toBe(200);
    const foreign = new FormData();
    const refused = await fetch(`${room.app.url}/b/find`, { method: 'POST', body: foreign });
    expect(refused.status).toBe(400);
    await at('2027-02-03T08:00:00Z');
    expect(reminders('lee@example.com')).toHaveLength(1);
    expect(reminders(world.email)).toHaveLength(2);

    expect(formOf(asked).action).toBe(own);
    expect(headingOf(await send(room.app, asked))).toBe('No more reminders');
    const noted = await room.app.database.query(
      `select from audit_entry where action = 'reminders.refused' and actor = 'attendee'`,
    );
    expect(noted).toHaveLength(2);
    expect(await receipts(world)).toContain('0 reminder 60 guest 1 suppressed');
    for (const wrong of ['', '?t=', '?t=v1.k1.a.b.c', own.slice(-40)]) {
      expect((await visit(room.app, `/b/reminders-off${wrong}`)).status).toBe(404);
    }
    const other = await aWorld('2027-02-10T09:00:00Z');
    expect(other.booking.status).toBe('confirmed');
  });
});
