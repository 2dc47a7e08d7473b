import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import { MoveBooking } from '../../../src/bookings/move-booking.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../src/database/database.js';
import { HostEmail } from '../../../src/hosts/host-email.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { calendarOf, type Letter, MailServer } from '../../fakes/mail-server.js';
import { startTestApp, type TestApp } from '../app.js';
import { tryMail } from './mail-tries.js';

let server: MailServer;
let app: TestApp;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  server = await MailServer.open();
  app = await startTestApp({ environment: server.environment });
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
});
afterEach(async () => {
  await server.start();
  server.trouble = 'none';
  server.letters.length = 0;
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

const settled = () => app.nest.get(Jobs).settle(20_000);
const read = (uid: string): Promise<Booking> =>
  app.nest.get(Database).read((entities) => entities.findOneOrFail(Booking, { uid }));
const booked = async (): Promise<Booking> => {
  const { uid } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
  return read(uid);
};
const move = async (booking: Booking, start: string, actor: 'host' | 'attendee' = 'attendee') =>
  app.nest.get(MoveBooking).run({ booking, start: Date.parse(start), actor, reason: null });
const cancel = (booking: Booking, actor: 'host' | 'attendee', reason: string | null = null) =>
  app.nest.get(CancelBooking).run({ booking, actor, reason });
const receipts = async ({ id }: Booking) =>
  (await app.nest.get(Receipts).ofBooking(id))
    .filter(({ kind }) => kind.startsWith('mail '))
    .map(({ sequence, kind, recipient, state }) => [sequence, kind, recipient, state].join(' '))
    .sort();
const only = (letters: readonly Letter[]): Letter => {
  expect(letters).toHaveLength(1);
  return letters[0]!;
};
/** Every try that waits is made now; jobs that find nothing to do end. */
const retry = async ({ uid }: Booking) => {
  const { id, sequence } = await read(uid);
  for (let change = 0; change <= sequence; change += 1) {
    await tryMail(app, { bookingId: id, sequence: change });
  }
};

describe('a booking', () => {
  it('is mailed to attendee and host once, with an invitation and who sent it', async () => {
    await app.nest.get(HostEmail).set(calendar.host.id, 'ada@example.com');
    const booking = await booked();
    await settled();
    await retry(booking);
    const { mail, raw, recipients } = only(server.to('sam@example.com'));
    expect(recipients).toEqual(['sam@example.com']);
    expect(mail.subject).toBe('Booked: Intro call with Ada, Tue 2 Feb 2027, 10:00');
    expect(mail.from?.value).toEqual([
      { name: 'Ada (via Vis-à-vis)', address: 'booking@book.example.com' },
    ]);
    expect(mail.replyTo?.text).toBe('ada@example.com');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.messageId).toMatch(/^<[0-9a-z]{20}\.0\.booked\.[0-9a-f]{10}@book\.example\.com>$/);
    for (const part of [mail.text, String(mail.html)]) {
      expect(part).toContain('Tuesday 2 February 2027');
      expect(part).toContain('10:00 – 10:30');
      expect(part).toContain('Europe/Berlin (UTC+1)');
      expect(part).toContain(`https://book.example.com/b/${booking.uid}?t=`);
    }
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
    const { method, zone, value, guests } = calendarOf(only(server.to('sam@example.com')));
    expect([method, zone, value('sequence')]).toEqual(['REQUEST', 'Europe/Berlin', '0']);
    expect(value('organizer')).toBe('mailto:ada@example.com');
    expect(guests).toEqual(['mailto:sam@example.com']);

    const host = only(server.to('ada@example.com'));
    expect(host.mail.subject).toBe('Booked: Intro call with Sam Rivers, Tue 2 Feb 2027, 10:00');
    expect(host.mail.replyTo?.text).toBe('sam@example.com');
    expect(host.mail.text).not.toContain('?t=');
    expect(calendarOf(host)).toMatchObject({ method: 'PUBLISH', guests: [] });
    expect(await receipts(booking)).toEqual([
      '0 mail booked attendee handed_over',
      '0 mail booked host handed_over',
    ]);
  });

  it('keeps its calendar entry and its thread through a move, and takes it back at the end', async () => {
    const booking = await booked();
    await settled();
    await move(booking, '2027-02-03T10:00:00Z', 'host');
    await settled();
    await cancel(await read(booking.uid), 'host', 'I am ill');
    await settled();
    const letters = server.to('sam@example.com');
    expect(letters.map(({ mail }) => mail.subject?.split(':')[0])).toEqual([
      ...['Booked', 'Moved', 'Cancelled'],
    ]);
    const entries = letters.map(calendarOf);
    expect(entries.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(entries.map(({ value }) => value('sequence'))).toEqual(['0', '1', '2']);
    expect(new Set(entries.map(({ value }) => value('uid'))).size).toBe(1);
    expect(entries[1]?.value('dtstart')).toBe('2027-02-03T11:00:00');
    expect(entries[2]?.value('status')).toBe('CANCELLED');
    expect(new Set(letters.map(({ mail }) => String(mail.references))).size).toBe(1);
    const [, moved, cancelled] = letters.map(({ mail }) => mail.text ?? '');
    expect(moved).toMatch(/When\n {2}Wednesday 3 February[^]*Before\n {2}Tuesday 2 February/);
    expect(moved).toContain('pick another time or cancel');
    expect(cancelled).toContain('I am ill');
  });

  it('G1, G2: names, titles and reasons stay text, and add no recipient', async () => {
    const words = `<img src=x onerror> {{7*7}} \${7*7} <%= 1 %> [bank](https://evil.example)`;
    calendar = await aCalendar(app.nest, { settings: { title: words } });
    await app.nest.get(HostEmail).set(calendar.host.id, 'host@example.com');
    await server.stop();
    const { uid } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const booking = await read(uid);
    await settled();
    // What the edge would not let in, in case it ever does.
    const name = 'Sam\r\nBcc: victim@example.com\r\n.\r\n =?utf-8?q?x?= ", <a@b.example>';
    await app.database.query('update booking set attendee_name = $1 where uid = $2', [name, uid]);
    await app.database.query('update host set name = $1 where id = $2', [
      ...[name, calendar.host.id],
    ]);
    await server.start();
    await retry(booking);
    await cancel(booking, 'host', words);
    await settled();
    expect(server.letters).toHaveLength(4);
    for (const { recipients, raw, mail } of server.letters) {
      expect(recipients).toHaveLength(1);
      expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(bcc|cc):/im);
      expect(mail.headers.has('bcc')).toBe(false);
      expect(mail.from?.value).toHaveLength(1);
      expect(mail.text).toContain(words);
      expect(String(mail.html)).not.toContain('<img');
      expect(String(mail.html)).toContain('&lt;img src=x onerror>');
      const targets = [...String(mail.html).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
      for (const href of targets) expect(href).toMatch(/^https:\/\/book\.example\.com\//);
    }
  });

  it('shows an attendee none of the words that came with their address', async () => {
    const body = {
      start: '2027-02-02T12:00:00Z',
      attendee: { name: 'Buy pills', email: 'victim@example.com', timeZone: 'Asia/Tokyo' },
      notes: 'at https://evil.example',
    };
    const { host, slug } = calendar;
    const path = `/api/v1/calendars/${host.handle}/${slug}/bookings`;
    const { json } = await app.ask({ path, body });
    await settled();
    await cancel(await read(json.uid), 'attendee', 'More pills');
    await settled();
    for (const { raw, mail } of server.to('victim@example.com')) {
      const whole = [raw, mail.text, mail.html, mail.subject].join('\n');
      expect(whole).not.toMatch(/pills|evil/);
      expect(mail.text).toContain('21:00 – 21:30\n  Asia/Tokyo (UTC+9)');
    }
  });
});

describe('without the mail server', () => {
  it('a booking is answered, and one mail of the latest state is left', async () => {
    await server.fallSilent();
    const booking = await booked();
    await move(booking, '2027-02-03T10:00:00Z');
    await move(await read(booking.uid), '2027-02-04T10:00:00Z');
    // Whoever waits for the mail server still does.
    expect(server.givenUp).toBe(0);
    await server.isWaitedFor();
    await server.stop();
    await expect(retry(booking)).rejects.toThrow('waits for a retry');
    await server.start();
    await retry(booking);
    const letter = only(server.to('sam@example.com'));
    expect(letter.mail.subject).toBe('Moved: Intro call with Ada, Thu 4 Feb 2027, 11:00');
    expect(letter.mail.text).toContain('Before\n  Wednesday 3 February 2027');
    expect(calendarOf(letter).value('sequence')).toBe('2');
    expect(await receipts(booking)).toEqual([
      '0 mail booked attendee suppressed',
      '1 mail moved attendee suppressed',
      '2 mail moved attendee handed_over',
    ]);
  });

  it('nobody hears of a confirmation after the end', async () => {
    await server.stop();
    const booking = await booked();
    await cancel(booking, 'host');
    await settled();
    await server.start();
    await retry(booking);
    expect(only(server.to('sam@example.com')).mail.subject).toMatch(/^Cancelled: /);
  });

  it('the receipt says what is the matter: later after 4xx, never after 5xx', async () => {
    server.trouble = 'busy';
    const booking = await booked();
    await settled();
    const find = async () =>
      (await app.nest.get(Receipts).ofBooking(booking.id)).find(({ kind }) =>
        kind.startsWith('mail '),
      );
    expect(await find()).toMatchObject({ state: 'queued', tries: 1 });
    expect((await find())?.why).toContain('451');
    server.trouble = 'unknown-recipient';
    await retry(booking);
    expect(await find()).toMatchObject({ state: 'failed', tries: 2 });
    expect((await find())?.why).toContain('550');
    server.trouble = 'none';
    await retry(booking);
    expect(server.letters).toHaveLength(0);
  });

  it('G6: a mail whose taking was not heard comes again under the same name', async () => {
    server.trouble = 'cut-after-data';
    const booking = await booked();
    await settled();
    server.trouble = 'none';
    await retry(booking);
    const letters = server.to('sam@example.com');
    expect(letters).toHaveLength(2);
    expect(new Set(letters.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it('a change is no news when the meeting is over', async () => {
    await server.stop();
    const booking = await booked();
    await settled();
    await server.start();
    app.clock.set('2027-02-02T09:30:00Z');
    await retry(booking);
    app.clock.set('2027-02-01T07:00:00Z');
    expect(server.letters).toHaveLength(0);
    expect(await receipts(booking)).toEqual(['0 mail booked attendee suppressed']);
  });
});
