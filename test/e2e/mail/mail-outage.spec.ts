import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import { MoveBooking } from '../../../src/bookings/move-booking.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../src/database/database.js';
import { HostEmail } from '../../../src/hosts/host-email.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { aRequest } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { calendarOf, MailServer } from '../../fakes/mail-server.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import { tryMail } from './mail-tries.js';

let server: MailServer;
let app: TestApp;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  server = await MailServer.open();
  app = await startTestApp({ environment: server.environment });
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest, { settings: { guestLimit: 1 } });
  await app.nest.get(HostEmail).set(calendar.host.id, 'ada@example.com');
});
afterEach(async () => {
  await server.start();
  server.trouble = 'none';
  server.letters.length = 0;
  app.clock.set(MONDAY_MORNING);
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

const settled = () => app.nest.get(Jobs).settle(30_000);
const read = (uid: string): Promise<Booking> =>
  app.nest.get(Database).read((entities) => entities.findOneOrFail(Booking, { uid }));
async function booked(): Promise<Booking> {
  const body = aRequest('2027-02-02T09:00:00Z', { guests: ['eve@example.com'] });
  const { json } = await app.ask({ path: `${apiPath(calendar)}/bookings`, body });
  return read(json.uid);
}
const move = async ({ uid }: Booking, start: string) =>
  app.nest.get(MoveBooking).run({
    ...{ booking: await read(uid), start: Date.parse(start) },
    ...{ actor: 'attendee', reason: null },
  });
const cancel = async ({ uid }: Booking, actor: 'host' | 'attendee') =>
  app.nest.get(CancelBooking).run({ booking: await read(uid), actor, reason: null });
/** Whatever waits for its next try is tried now, by the workers themselves. */
async function hurried(): Promise<void> {
  await app.database.query(
    `update pgboss.job set start_after = now() where name = 'mail' and state = 'retry'`,
  );
  await settled();
}
/** The same without waiting for a worker to look. */
const retried = ({ id }: Booking) => tryMail(app, { bookingId: id, sequence: 1 });
const subjectsTo = (address: string) =>
  server.to(address).map(({ mail }) => mail.subject?.replace(/ with .*?,/, ','));
const receiptOf = async ({ id }: Booking, recipient: string) =>
  (await app.nest.get(Receipts).ofBooking(id)).find((one) => one.recipient === recipient);

describe('three hours without mail', () => {
  it('end with one mail of the latest state to each reader, and the invitation is whole', async () => {
    await server.stop();
    const booking = await booked();
    await settled();
    const [wait] = await app.database.query<{ seconds: number }>(
      `select extract(epoch from start_after - now())::float8 as seconds
         from pgboss.job where name = 'mail' and state = 'retry'`,
    );
    expect(wait?.seconds).toBeLessThan(60);
    app.clock.set('2027-02-01T08:00:00Z');
    await move(booking, '2027-02-03T10:00:00Z');
    await hurried();
    app.clock.set('2027-02-01T09:00:00Z');
    await move(booking, '2027-02-04T10:00:00Z');
    await hurried();
    expect((await receiptOf(booking, 'attendee'))?.state).toBe('queued');
    app.clock.set('2027-02-01T10:00:00Z');
    await server.start();
    await hurried();
    await hurried();

    expect(subjectsTo('sam@example.com')).toEqual(['Moved: Intro call, Thu 4 Feb 2027, 11:00']);
    expect(subjectsTo('ada@example.com')).toEqual(['Moved: Intro call, Thu 4 Feb 2027, 11:00']);
    // Somebody who was never invited is invited now.
    expect(subjectsTo('eve@example.com')).toEqual(['Booked: Intro call, Thu 4 Feb 2027, 11:00']);
    expect(server.letters).toHaveLength(3);
    const entries = server.letters.map(calendarOf);
    expect(entries.map(({ value }) => value('sequence'))).toEqual(['2', '2', '2']);
    expect(entries.map(({ value }) => value('dtstart'))).toEqual(
      entries.map(() => '2027-02-04T11:00:00'),
    );
    expect(new Set(entries.map(({ value }) => value('uid'))).size).toBe(1);
    await move(booking, '2027-02-05T10:00:00Z');
    await settled();
    expect(subjectsTo('eve@example.com').at(-1)).toMatch(/^Moved: /);
    expect(calendarOf(server.letters.at(-1)!).value('uid')).toBe(entries[0]?.value('uid'));
  });

  it('leave nothing to tell whoever booked and cancelled meanwhile', async () => {
    await server.stop();
    const booking = await booked();
    await cancel(booking, 'attendee');
    await settled();
    await server.start();
    await retried(booking);
    expect(subjectsTo('sam@example.com')).toEqual([]);
    expect(subjectsTo('eve@example.com')).toEqual([]);
    expect(subjectsTo('ada@example.com')).toEqual(['Cancelled: Intro call, Tue 2 Feb 2027, 10:00']);
    expect(await receiptOf(booking, 'attendee')).toMatchObject({
      ...{ sequence: 1, state: 'suppressed' },
      why: 'No mail about the booking had reached them, so there was nothing to take back.',
    });
  });

  it('tell whoever was cancelled meanwhile, and why they hear of it only now', async () => {
    await server.stop();
    const booking = await booked();
    await cancel(booking, 'host');
    await settled();
    await server.start();
    await retried(booking);
    expect(subjectsTo('sam@example.com')).toEqual(['Cancelled: Intro call, Tue 2 Feb 2027, 10:00']);
    expect(server.to('sam@example.com')[0]?.mail.text).toContain(
      'Our mail about the booking itself could not be sent in time.',
    );
    expect(subjectsTo('eve@example.com')).toEqual([]);
  });

  it('take back what may have arrived', async () => {
    server.trouble = 'cut-after-data';
    const booking = await booked();
    await settled();
    server.trouble = 'none';
    await cancel(booking, 'attendee');
    await settled();
    for (const address of ['sam@example.com', 'eve@example.com']) {
      expect(subjectsTo(address).map((subject) => subject?.split(':')[0])).toEqual([
        ...['Booked', 'Cancelled'],
      ]);
    }
  });
});

describe('a booking', () => {
  const isBookedAt = async (start: string): Promise<boolean> => {
    const path = `${apiPath(calendar)}/bookings`;
    const { status } = await app.ask({ path, body: aRequest(start) });
    return status === 201;
  };

  it('is answered while the mail server is dead', async () => {
    await server.stop();
    expect(await isBookedAt('2027-02-03T10:00:00Z')).toBe(true);
  });

  it('is answered while the mail still waits for a word of its server', async () => {
    await server.fallSilent();
    expect(await isBookedAt('2027-02-03T11:00:00Z')).toBe(true);
    expect(server.givenUp).toBe(0);
    await server.isWaitedFor();
  });

  it('is answered while the server has the mail and does not say so', async () => {
    server.trouble = 'holding';
    expect(await isBookedAt('2027-02-03T12:00:00Z')).toBe(true);
    expect(server.givenUp).toBe(0);
    await server.isWaitedFor();
    server.release();
    await settled();
    const said = 'Booked: Intro call, Wed 3 Feb 2027, 13:00';
    expect(subjectsTo('sam@example.com')).toContain(said);
  });
});
