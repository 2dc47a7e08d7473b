import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Jobs } from '../../src/jobs/jobs.js';
import { aBooking } from '../../test/builders/booking.js';
import { BookingWindow, fieldIn } from '../../test/chat/booking-window.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import { Database } from '../../src/database/database.js';
import { Identities } from '../../src/hosts/identities.service.js';
import { MailOut } from '../../src/notifications/mail/delivery/mail-out.js';

describe('a host', () => {
  let room: ChatRoom;
  beforeAll(async () => {
    room = await ChatRoom.open();
  });
  afterAll(() => room.close());

  it('says where their mail goes, and sees what became of each one', async () => {
    const ada = room.newcomer();
    await room.says(ada, SETUP);
    expect(await room.says(ada, '/schedule account email')).toContain('You get no mail.');
    expect(await room.says(ada, '/schedule account email ada@')).toContain('e-mail address');
    expect(await room.says(ada, '/schedule account email Ada@Example.com')).toBe(
      'Mail about your bookings goes to Ada@example.com, and so do answers of attendees.\n' +
        'No mail server is set up here yet, so mail is kept as files.',
    );
    const { hostId } = await room.app.nest.get(Identities).identify(ada);
    const [calendar] = await room.app.nest
      .get(Database)
      .read((em) => room.app.nest.get(CalendarRepository).ofHost(em, hostId ?? ''));
    if (!calendar) throw new Error('There is no calendar.');
    const { uid } = await aBooking(room.app.nest, calendar, '2027-02-02T09:00:00Z');
    await room.app.nest.get(Jobs).settle(10_000);
    const told = await room.says(ada, `/schedule bookings receipts ${uid.slice(0, 6)}`);
    expect(told).toContain('What was sent about Sam Rivers · Intro call');
    expect(told).toMatch(/^Booked: mail to attendee · kept as a file <time> · No mail server/m);
    expect(told).toMatch(/^Booked: mail to host · kept as a file/m);
    expect(told).toMatch(/^card: fake #bookings · handed over <time>$/m);
    for (const word of ['off', 'none']) {
      await room.hear(ada, '/schedule account email ada@example.com');
      const off = await room.says(ada, `/schedule account email ${word}`);
      expect(off).toBe('You get no mail any more.');
      expect(await room.says(ada, '/schedule account email')).toContain('You get no mail.');
    }
    await room.hear(ada, '/schedule account name Ada Lovelace');
    const guest = room.newcomer();
    expect(await room.says(guest, '/book people')).toContain('Ada Lovelace (@');
    for (const named of ['with Ada Lovelace', 'with ada', `with ${ada.userKey}`]) {
      expect(await room.says(guest, `next tuesday ${named}`)).toContain('At what time on');
      await room.hear(guest, 'stop');
    }
    expect(await room.says(ada, '/schedule account name')).toBe(
      'People read “Ada Lovelace” as your name. Another one: /schedule account name Ada Lovelace',
    );
    const page = await room.app.ask({ path: `/${calendar.host.handle}/${calendar.slug}` });
    expect(page.text).toContain('Ada Lovelace');
    const card = await room.hear(ada, `/schedule bookings show ${uid.slice(0, 6)}`);
    expect(textOf(card)).toContain(`Sam Rivers · Intro call`);
    expect(textOf(card)).toContain('E-mail: sam@example.com');
    expect(textOf(card)).toContain(`Code ${uid.slice(0, 6)}`);
    expect(card.buttons?.map(({ verb }) => verb)).toEqual(['reschedule', 'cancel']);
  });

  it('has nobody promised a mail that nothing sends', async () => {
    const [cleo, grace] = [room.newcomer(), room.newcomer()];
    await room.says(cleo, SETUP);
    await room.says(cleo, '/schedule set guests 2');
    const window = new BookingWindow(room, grace);
    const hints = async () => {
      const details = await window.next(`/book @${cleo.userKey}`, '2027-02-04T15:00:00Z');
      return ['email', 'guests'].map((id) => fieldIn(details, id).hint);
    };
    const asked = () => room.says(grace, `/book @${cleo.userKey} 2027-02-05 10:00`);
    expect(await hints()).toEqual([
      `${cleo.name} will see it. No mail is sent from here.`,
      expect.stringMatching(/No mail is sent from here: invite them yourself/),
    ]);
    expect(await asked()).toContain('no mail is sent from here. [none]');
    jest.replaceProperty(room.app.nest.get(MailOut), 'isSending', true);
    expect(await hints()).toEqual([
      "We'll send the confirmation here.",
      expect.stringMatching(/guests to invite/),
    ]);
    expect(await asked()).toContain('for an invitation?');
    jest.restoreAllMocks();
  });

  it('sees no other host’s receipts', async () => {
    const bob = room.newcomer();
    await room.says(bob, SETUP);
    const rows = await room.app.database.query<{ uid: string }>('select uid from booking');
    const code = rows[0]?.uid.slice(0, 6) ?? '';
    expect(await room.says(bob, `/schedule bookings receipts ${code}`)).not.toContain('Sam');
  });
});
