import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HoldTime } from '../../src/bookings/holds/hold-time.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { BookingMailJob } from '../../src/notifications/mail/booking-mail.job.js';
import { FormerHostMailJob } from '../../src/notifications/mail/former-host/former-host-mail.job.js';
import { aBooking } from '../../test/builders/booking.js';
import { apiPath } from '../../test/builders/calendar.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { calendarOfHost, calendarsOf, storedBooking } from '../../test/chat/handed-things.js';
import { calendarOf, MailServer } from '../../test/fakes/mail-server.js';

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
  server.letters.length = 0;
  await room.hear(ada, SETUP);
  calendar = await calendarOfHost(room, ada);
});

const settled = () => room.app.nest.get(Jobs).settle(20_000);
const booked = () => aBooking(room.app.nest, calendar, '2027-02-02T09:00:00Z');

describe('a calendar that changes hands', () => {
  it('takes its bookings out of the former host’s calendar and into the new one’s, with one invitation for the attendee', async () => {
    await room.hear(ada, '/schedule account email ada@example.com');
    await room.hear(bob, SETUP);
    await room.hear(bob, '/schedule account email bob@example.com');
    const { uid } = await booked();
    await settled();
    const entriesOf = (address: string) =>
      server.to(address).map((letter) => {
        const { method, value, guests } = calendarOf(letter);
        expect(value('uid')).toBe(`${uid}@vis-a-vis`);
        return [method, value('sequence'), value('status'), value('organizer'), guests.length];
      });
    const adas = 'mailto:ada@example.com';
    const bobs = 'mailto:bob@example.com';
    expect(entriesOf('ada@example.com')).toEqual([['PUBLISH', '0', 'CONFIRMED', adas, 0]]);
    await room.handOver(ada, bob, 'give');
    await settled();
    expect(entriesOf('ada@example.com').slice(1)).toEqual([['CANCEL', '1', 'CANCELLED', adas, 0]]);
    expect(entriesOf('bob@example.com')).toEqual([['PUBLISH', '1', 'CONFIRMED', bobs, 0]]);
    expect(entriesOf('sam@example.com').slice(1)).toEqual([['REQUEST', '1', 'CONFIRMED', bobs, 1]]);
    const letter = server.to('ada@example.com').at(-1);
    expect(letter?.mail.subject).toBe(
      'Handed over: Intro call with Sam Rivers, Tue 2 Feb 2027, 10:00',
    );
    expect(letter?.mail.text).toContain(`${bob.name} meets Sam Rivers instead of you.`);
    expect(letter?.mail.text).not.toContain('sam@example.com');

    // Back again: Ada has it anew, and Bob no longer.
    const handed = (await calendarsOf(room, bob)).find(({ id }) => id === calendar.id);
    await room.hear(bob, `/schedule calendar use ${handed!.slug}`);
    await room.handOver(bob, ada, 'give');
    await settled();
    expect(entriesOf('ada@example.com').at(-1)).toEqual(['PUBLISH', '2', 'CONFIRMED', adas, 0]);
    expect(entriesOf('bob@example.com').at(-1)).toEqual(['CANCEL', '2', 'CANCELLED', bobs, 0]);
    expect(server.to('ada@example.com')).toHaveLength(3);
  });

  it('has nothing to take back from a former host whom no mail reached', async () => {
    await room.hear(ada, '/schedule account email ada@example.com');
    await server.stop();
    const { uid } = await booked();
    await settled();
    await room.handOver(ada, bob, 'give');
    await settled();
    await server.start();
    const { hostName, id: bookingId } = await storedBooking(room, uid);
    expect(hostName).toBe(bob.name);
    const handed = { bookingId, sequence: 1, formerHostId: calendar.host.id };
    await room.app.nest.get(FormerHostMailJob).tell(handed);
    await room.app.nest.get(BookingMailJob).tell(bookingId, 1);
    expect(server.to('ada@example.com')).toEqual([]);
    expect(server.to('sam@example.com')).toHaveLength(1);
  });

  it('holds a time with the new host for whoever asked the former one a moment before', async () => {
    await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings give`);
    const path = `${apiPath(calendar)}/reservations`;
    const hours = ['09', '10', '11', '12', '13', '14'];
    const hold = (hour: string) =>
      room.app.ask({ path, body: { start: `2027-02-02T${hour}:00:00Z` } });
    const [answer, ...holds] = await Promise.all([
      room.press(bob, room.toldButton('accept-host')),
      ...hours.map(hold),
    ]);
    expect(answer).toContain('You are the host');
    for (const { status } of holds) expect([201, 409]).toContain(status);

    // It saw the calendar before it changed hands, and came to its host after.
    const late = await room.app.nest.get(HoldTime).run({
      ...{ hostId: calendar.host.id, calendarId: calendar.id, source: 'api' },
      ...{ start: Date.parse('2027-02-03T09:00:00Z'), address: '::1' },
    });
    if (!late.ok) throw new Error(late.problem.kind);
    const { hostName } = await storedBooking(room, late.value.value.uid);
    expect(hostName).toBe(bob.name);
    const { uid, secret } = late.value.value;
    const body = {
      ...{ start: '2027-02-03T09:00:00Z', reservation: { uid, secret } },
      attendee: { name: 'Kim', email: 'kim@example.com', timeZone: 'UTC' },
    };
    const made = await room.app.ask({ path: `${apiPath(calendar)}/bookings`, body });
    expect([made.status, made.json.uid, made.json.host.name]).toEqual([201, uid, bob.name]);
  });

  it('keeps the place that its former host set, which the new one is told before', async () => {
    await room.hear(ada, '/schedule set location https://meet.example.com/ada-room');
    await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings keep`);
    const question = textOf(room.platform.told.at(-1)?.message);
    expect(question).toContain(
      `They take place where ${ada.name} said (Online), and that stays until`,
    );
    expect(question).not.toContain('ada-room');
  });
});
