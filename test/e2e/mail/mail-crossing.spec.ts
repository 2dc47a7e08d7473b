import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { MoveBooking } from '../../../src/bookings/move-booking.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { BookingMailJob } from '../../../src/notifications/mail/booking-mail.job.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { calendarOf, MailServer } from '../../fakes/mail-server.js';
import { startTestApp, type TestApp } from '../app.js';

let server: MailServer;
/** Two processes' worth of product on one database, mailing through one server. */
let apps: readonly [TestApp, TestApp];
let calendar: CalendarConfiguration;
beforeAll(async () => {
  server = await MailServer.open();
  const { environment } = server;
  const first = await startTestApp({ environment });
  apps = [first, await startTestApp({ environment, database: first.database })];
}, 60_000);
beforeEach(async () => {
  server.trouble = 'none';
  server.letters.length = 0;
  calendar = await aCalendar(apps[0].nest);
});
afterAll(async () => {
  await apps[1].stop();
  await apps[0].stop();
  await server.stop();
});

const read = (uid: string): Promise<Booking> =>
  apps[0].nest.get(Database).read((entities) => entities.findOneOrFail(Booking, { uid }));
async function booked(): Promise<Booking> {
  const { uid } = await aBooking(apps[0].nest, calendar, '2027-02-02T09:00:00Z');
  return read(uid);
}
const moved = async ({ uid }: Booking, start: string) =>
  apps[0].nest.get(MoveBooking).run({
    ...{ booking: await read(uid), start: Date.parse(start) },
    ...{ actor: 'attendee', reason: null },
  });
const settled = async () => {
  for (const app of apps) await app.nest.get(Jobs).settle(20_000);
};
/** Every worker at once, each in both processes; refused ones come again later. */
const rush = ({ id }: Booking, sequences: readonly number[]) =>
  Promise.allSettled(
    [...sequences, ...sequences].flatMap((sequence) =>
      apps.map(({ nest }) => nest.get(BookingMailJob).tell(id, sequence)),
    ),
  );
const sequences = () => server.letters.map((letter) => calendarOf(letter).value('sequence'));

describe('two processes', () => {
  it('never send one mail twice, however many workers take it up at the same moment', async () => {
    server.trouble = 'slow';
    for (let round = 0; round < 4; round += 1) {
      server.letters.length = 0;
      calendar = await aCalendar(apps[0].nest);
      await rush(await booked(), [0]);
      await settled();
      expect(sequences()).toEqual(['0']);
    }
  });

  it('never let an older mail arrive after a newer one', async () => {
    server.trouble = 'slow';
    const booking = await booked();
    for (const [index, day] of ['03', '04', '05'].entries()) {
      await moved(booking, `2027-02-${day}T10:00:00Z`);
      await rush(
        booking,
        Array.from({ length: index + 2 }, (_, sequence) => sequence),
      );
    }
    await settled();
    await rush(booking, [3]);
    const arrived = sequences().map(Number);
    expect(arrived).toEqual(arrived.toSorted((a, b) => a - b));
    expect(new Set(arrived).size).toBe(arrived.length);
    expect(arrived.at(-1)).toBe(3);
  });

  it('do not begin what was told in the meantime', async () => {
    const booking = await booked();
    await settled();
    await moved(booking, '2027-02-03T10:00:00Z');
    await settled();
    const receipts = await apps[0].nest.get(Receipts).ofBooking(booking.id);
    const told = receipts.find(({ kind }) => kind.startsWith('mail '));
    if (!told) throw new Error('There is no receipt.');
    const { hostId, bookingId, recipient } = told;
    for (const sequence of [0, 1]) {
      const place = { hostId, bookingId, sequence, kind: 'mail moved', recipient };
      expect(await apps[1].nest.get(Receipts).begin(place)).toBe(false);
    }
  });

  it('a crash before the note repeats the mail under its own name only', async () => {
    const booking = await booked();
    await settled();
    // As a process leaves it that dies when the server has just taken the mail.
    await apps[0].database.query(
      `update receipt set state = 'queued', why = null, updated_at = now() - interval '61 seconds'
        where booking_id = '${booking.id}' and kind like 'mail %'`,
    );
    await rush(booking, [0]);
    expect(server.letters).toHaveLength(2);
    expect(new Set(server.letters.map(({ mail }) => mail.messageId)).size).toBe(1);
  });
});
