import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { Database } from '../../../src/database/database.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import {
  MailLimits,
  type MailPurpose,
} from '../../../src/notifications/mail/delivery/mail-limits.service.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { MailServer } from '../../fakes/mail-server.js';
import { startTestApp, type TestApp } from '../app.js';
import { tryMail } from './mail-tries.js';

let server: MailServer;
let app: TestApp;
beforeAll(async () => {
  server = await MailServer.open();
  const environment = { ...server.environment, RATE_LIMITS: 'on' };
  app = await startTestApp({ environment });
});
afterAll(async () => {
  await app.stop();
  await server.stop();
});

describe('one address', () => {
  it('G8 gets three mails an hour over all hosts; what is more waits and is not lost', async () => {
    const bookings: Booking[] = [];
    for (let host = 0; host < 5; host += 1) {
      const { uid } = await aBooking(app.nest, await aCalendar(app.nest), '2027-02-03T09:00:00Z');
      bookings.push(await app.nest.get(Database).read((em) => em.findOneOrFail(Booking, { uid })));
    }
    await app.nest.get(Jobs).settle(10_000);
    expect(server.letters).toHaveLength(3);
    const receipts = async () => {
      const all = bookings.map(({ id }) => app.nest.get(Receipts).ofBooking(id));
      return (await Promise.all(all)).flat();
    };
    const waiting = (await receipts()).filter(({ state }) => state === 'queued');
    expect(waiting).toHaveLength(2);
    expect(waiting[0]?.why).toBe(
      'This address got as much mail as one may in a while. It is sent later.',
    );
    app.clock.set('2027-02-01T08:00:01Z');
    for (const { bookingId } of waiting) {
      await tryMail(app, { bookingId, sequence: 0 });
    }
    expect(server.letters).toHaveLength(5);
    expect((await receipts()).every(({ state }) => state === 'handed_over')).toBe(true);
  });

  it('gets news of its bookings however many reminders it got, of which it gets two an hour', async () => {
    const limits = app.nest.get(MailLimits);
    const take = async (purpose: MailPurpose, times: number) => {
      const turns = [];
      for (let turn = 0; turn < times; turn += 1) {
        turns.push((await limits.take('kim@example.com', purpose)) !== null);
      }
      return turns;
    };
    expect(await take('reminder', 3)).toEqual([true, true, false]);
    expect(await take('booking', 4)).toEqual([true, true, true, false]);
    app.clock.set('2027-02-01T09:00:02Z');
    expect(await take('booking', 4)).toEqual([true, true, true, false]);
    expect(await take('reminder', 3)).toEqual([true, true, false]);
    expect(await take('links', 1)).toEqual([false]);
    app.clock.set('2027-02-01T10:00:03Z');
    expect(await take('reminder', 3)).toEqual([true, true, false]);
    app.clock.set('2027-02-01T11:00:04Z');
    expect(await take('reminder', 1)).toEqual([false]);
    expect(await take('booking', 3)).toEqual([true, true, true]);
  });
});
