import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Booking } from '../../src/bookings/booking.entity.js';
import { CreateBooking } from '../../src/bookings/create-booking.service.js';
import { ProposeTimes } from '../../src/bookings/other-times/propose-times.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { aBooking } from '../../test/builders/booking.js';
import { apiPath } from '../../test/builders/calendar.js';
import { calendarOfHost, calendarsOf, storedBooking } from '../../test/chat/handed-things.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { startTestApp } from '../../test/e2e/app.js';
import { calendarOf, MailServer } from '../../test/fakes/mail-server.js';
import { Assistant } from './assistant.js';
import { ChatPlatforms } from './chat-platforms.js';

let server: MailServer;
let room: ChatRoom;
let ada: ChatPerson;
let bob: ChatPerson;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  server = await MailServer.open();
  room = await ChatRoom.open({ environment: server.environment });
}, 60_000);
afterAll(async () => {
  await room.close();
  await server.stop();
});
beforeEach(async () => {
  await settled();
  [ada, bob] = [room.newcomer(), room.newcomer()];
  room.platform.messages.clear();
  room.platform.told.length = 0;
  server.letters.length = 0;
  await room.hear(ada, SETUP);
  calendar = await calendarOfHost(room, ada);
});

const booked = async (start: string): Promise<Booking> => {
  const { uid } = await aBooking(room.app.nest, calendar, start);
  return stored(uid);
};
const stored = (uid: string) => storedBooking(room, uid);
const settled = () => room.app.nest.get(Jobs).settle(20_000);

describe('bookings that are ahead when a calendar changes hands', () => {
  it('are shown to both before, move only if asked, and only those that fit', async () => {
    await room.hear(bob, SETUP);
    const [first, second, taken, off] = [
      await booked('2027-02-02T09:00:00Z'),
      await booked('2027-02-03T09:00:00Z'),
      await booked('2027-02-04T09:00:00Z'),
      await booked('2027-02-05T09:00:00Z'),
    ];
    const bobs = await calendarOfHost(room, bob);
    await aBooking(room.app.nest, bobs, '2027-02-04T09:15:00Z');
    await room.hear(bob, '/schedule off add 2027-02-05');
    await settled();
    server.letters.length = 0;

    const before = await room.says(ada, `/schedule calendar host @${bob.userKey}`);
    expect(before).toContain(
      `2 appointments ahead fit the time and rules of ${bob.name}, 2 do not:`,
    );
    expect(before).toContain(`Sam Rivers · ${taken.uid.slice(0, 6)}: ${bob.name} is not free then`);
    expect(before).toContain(`${off.uid.slice(0, 6)}: it is outside the hours`);
    expect(before).toContain(`--bookings give`);
    expect(room.platform.told).toEqual([]);
    expect((await calendarOfHost(room, ada)).id).toBe(calendar.id);

    await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings give`);
    const question = textOf(room.platform.told.at(-1)?.message);
    expect(question).toContain('2 appointments ahead fit your time and rules, 2 do not:');
    expect(question).not.toContain('Sam');
    const answer = await room.press(bob, room.toldButton('accept-host'));
    expect(answer).toContain('2 appointments came along');
    expect(answer).toContain(`2 stay with ${ada.name}:`);
    expect(textOf(room.platform.told.at(-1)?.message)).toContain('2 appointments went along');

    for (const { uid } of [first, second]) {
      const { hostName, sequence, startsAt } = await stored(uid);
      expect([hostName, sequence]).toEqual([bob.name, 1]);
      expect(startsAt).toEqual((await stored(uid)).startsAt);
    }
    for (const { uid } of [taken, off]) {
      expect(await stored(uid)).toMatchObject({ hostName: ada.name, sequence: 0 });
    }
    expect(await room.says(ada, '/schedule bookings')).toContain('Upcoming: 2 appointments');
    expect(await room.says(bob, '/schedule bookings')).toContain('Upcoming: 3 appointments');
    const code = first.uid.slice(0, 6);
    const asked = await room.says(bob, `/schedule bookings cancel ${code}`);
    expect(asked).toContain('Cancel “Intro call” with Sam Rivers?');
  });

  it('say who is met now: by mail with the new organizer, on the card, in receipts and history', async () => {
    const { uid, id } = await booked('2027-02-02T09:00:00Z');
    await room.hear(ada, '/schedule account email ada@example.com');
    await settled();
    server.letters.length = 0;
    const identity = await room.app.nest.get(Identities).identify(bob);
    await room.handOver(ada, bob, 'give');
    await room.hear(bob, '/schedule account email bob@example.com');
    await settled();

    const [letter] = server.to('sam@example.com');
    expect(letter?.mail.subject).toBe(
      `Another host: Intro call with ${bob.name}, Tue 2 Feb 2027, 10:00`,
    );
    expect(letter?.mail.text).toContain(`${bob.name} meets you instead of ${ada.name}.`);
    const { method, value } = calendarOf(letter!);
    expect([method, value('sequence'), value('uid')]).toEqual(['REQUEST', '1', `${uid}@vis-a-vis`]);
    expect(value('organizer')).not.toContain('ada@example.com');

    const [card] = [...room.platform.messages.values()];
    expect(card?.replies.map(textOf)).toEqual([`${bob.name} is the host now. It stays at <time>`]);
    const receipts = await room.app.database.query<{ kind: string; state: string }>(
      `select kind, state from receipt where booking_id = '${id}' and sequence = 1 order by kind`,
    );
    expect(receipts).toEqual(
      expect.arrayContaining([
        { kind: 'card', state: 'handed_over' },
        { kind: 'mail handed_over', state: 'handed_over' },
      ]),
    );
    const [change] = await room.app.database.query<{ kind: string; actor: string; own: boolean }>(
      `select c.kind, c.actor, c.host_id = b.host_id as own
         from booking_change c join booking b on b.id = c.booking_id
        where b.uid = '${uid}' order by c.sequence desc limit 1`,
    );
    expect(change).toEqual({ kind: 'handed_over', actor: 'host', own: true });
    const entries = await room.app.database.query<{ action: string; after: { bookings?: [] } }>(
      `select action, after from audit_entry
        where actor_id = '${identity.id}' and action in ('handover.accepted', 'booking.handed_over')
        order by number`,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'booking.handed_over',
      'handover.accepted',
    ]);
    expect(entries[1]?.after.bookings).toEqual([uid]);
  });

  it('keep no number of the former host, and nobody can undo that', async () => {
    const number = '+49 30 901820';
    await room.hear(ada, `/schedule set location phone ${number}`);
    calendar = await calendarOfHost(room, ada);
    const { uid } = await booked('2027-02-02T09:00:00Z');
    const set = await room.hear(ada, '/schedule set duration 45');
    const undo = set.buttons?.find(({ verb }) => verb === 'undo');
    await room.handOver(ada, bob, 'give');
    const question = textOf(room.platform.told.at(-2)?.message);
    expect(question).toContain(`People call ${ada.name} at these meetings`);
    expect(question).toContain('/schedule set location phone');
    const handed = await calendarOfHost(room, bob);
    expect(handed.settings.location).toEqual({ kind: 'none' });
    expect((await stored(uid)).location).toEqual({ kind: 'none' });
    for (const person of [ada, bob]) await room.press(person, undo!);
    expect((await calendarOfHost(room, bob)).settings.durationMinutes).toBe(45);
    const page = await room.app.ask({ path: apiPath(handed) });
    expect(JSON.stringify(page.json)).not.toContain('901820');
    const rows = await room.app.database.query<{ all: string }>(
      `select (select json_agg(c)::text from booking_calendar c where c.id = '${calendar.id}')
         || (select json_agg(b)::text from booking b where b.uid = '${uid}')
         || coalesce((select json_agg(s)::text from setting_change s where s.calendar_id = '${calendar.id}'), '')
         as all`,
    );
    expect(rows[0]?.all).not.toContain('901820');
  });

  it('stay while another time waits for an answer, and with somebody the new host blocks', async () => {
    const [asked, blocked] = [
      await booked('2027-02-02T09:00:00Z'),
      await booked('2027-02-03T09:00:00Z'),
    ];
    const starts = [Date.parse('2027-02-10T09:00:00Z')];
    await room.app.nest.get(ProposeTimes).run({ booking: asked, starts, reason: null });
    await room.hear(bob, SETUP);
    await room.hear(bob, '/schedule bookings block-person sam@example.com');
    const answer = await room.says(ada, `/schedule calendar host @${bob.userKey}`);
    expect(answer).toContain('No appointment ahead fits');
    expect(answer).toContain(`it can’t be taken over by ${bob.name}`);
    await room.hear(bob, '/schedule bookings unblock-person sam@example.com');
    const again = await room.says(ada, `/schedule calendar host @${bob.userKey}`);
    expect(again).toContain('One appointment ahead fits');
    expect(again).toContain('another time waits for an answer first');
    await room.handOver(ada, bob, 'give');
    expect((await stored(asked.uid)).hostName).toBe(ada.name);
    expect((await stored(blocked.uid)).hostName).toBe(bob.name);
  });

  it('stay where the new host would meet themselves, by whatever address or account', async () => {
    await room.hear(bob, SETUP);
    await room.hear(bob, '/schedule account email Sam@Example.com');
    const guest = await booked('2027-02-02T09:00:00Z');
    const [other, account] = [
      await booked('2027-02-03T09:00:00Z'),
      await booked('2027-02-04T09:00:00Z'),
    ];
    const bobs = await calendarOfHost(room, bob);
    await room.app.database.query(
      `insert into chat_identity (platform, workspace, user_key, name, host_id)
       values ('second', 'local', 'twin-${bob.userKey}', 'Twin', '${bobs.host.id}')`,
    );
    await room.app.database.query(
      `update booking set attendee_email = 'kim@example.com',
         guests = case when uid = '${guest.uid}' then '["SAM@example.com"]'::jsonb else guests end,
         booked_by_identity_id = case when uid = '${account.uid}'
           then (select id from chat_identity where user_key = 'twin-${bob.userKey}') end
        where uid <> '${other.uid}' and calendar_id = '${calendar.id}'`,
    );
    await room.handOver(ada, bob, 'give');
    for (const { uid } of [guest, other, account]) {
      expect((await stored(uid)).hostName).toBe(ada.name);
    }
  });

  it('are answered for by whoever is asked after the product was started anew', async () => {
    const { uid } = await booked('2027-02-02T09:00:00Z');
    await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings give`);
    const button = room.toldButton('accept-host');
    const later = await startTestApp({ database: room.app.database });
    try {
      later.nest.get(ChatPlatforms).register(room.platform);
      const asked = { person: bob, platform: room.platform };
      const again = await later.nest
        .get(Assistant)
        .hear({ ...asked, text: '/schedule calendar host' });
      expect(again.buttons).toContainEqual(button);
      const answer = await later.nest.get(Assistant).press({ ...asked, button });
      expect(textOf(answer)).toContain('One appointment came along');
    } finally {
      await later.stop();
    }
    expect((await stored(uid)).hostName).toBe(bob.name);
    expect(await room.press(bob, button)).toBe('That question is not open, or not for you.');
  });

  it('and those made at the same moment all stand with one host, without an overlap', async () => {
    await room.hear(bob, SETUP);
    const bobs = await calendarOfHost(room, bob);
    const days = ['02', '03', '04', '05', '08', '09'];
    for (const day of days) await booked(`2027-02-${day}T09:00:00Z`);
    await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings give`);
    const button = room.toldButton('accept-host');
    const book = (host: CalendarConfiguration, start: string, name: string) =>
      room.app.nest.get(CreateBooking).run({
        ...{ hostId: host.host.id, calendarId: host.id, start: Date.parse(start) },
        attendee: { name, email: `${name}@example.com`, timeZone: 'UTC', locale: null },
        ...{ notes: '', source: 'web', utm: {} },
      });
    const [answer, ...outcomes] = await Promise.all([
      room.press(bob, button),
      ...days.map((day, index) => book(bobs, `2027-02-${day}T09:15:00Z`, `bobs${index}`)),
      ...days.map((day, index) => book(calendar, `2027-02-${day}T10:00:00Z`, `adas${index}`)),
    ]);
    // On a busy machine somebody may have waited too long, and is told to come again.
    if (!answer.includes('You are the host')) {
      expect(answer).toContain('Try again');
      expect(await room.press(bob, button)).toContain('You are the host');
    }
    const kinds = outcomes.map((outcome) => (outcome.ok ? 'booked' : outcome.problem.kind));
    for (const kind of kinds) expect(['booked', 'slot-taken', 'unavailable']).toContain(kind);
    const overlaps = await room.app.database.query(
      `select a.uid from booking a join booking b on a.host_id = b.host_id and a.id < b.id
        where a.status in ('pending', 'confirmed') and b.status in ('pending', 'confirmed')
          and a.blocked && b.blocked`,
    );
    expect(overlaps).toEqual([]);
    // Whoever booked the calendar after it had changed hands meets its new host.
    expect((await calendarsOf(room, bob)).map(({ id }) => id)).toContain(calendar.id);
  });
});
