import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Booking } from '../../src/bookings/booking.entity.js';
import type { NewBooking } from '../../src/bookings/booking-columns.mapper.js';
import { BookingRepository } from '../../src/bookings/booking.repository.js';
import { ManageLinks } from '../../src/bookings/manage-links.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { Database } from '../../src/database/database.js';
import { hashToken, newToken, newUid } from '../../src/shared/random.js';
import { aBooking, aRequest } from '../builders/booking.js';
import { aCalendar, apiPath } from '../builders/calendar.js';
import { startTestApp, type TestApp } from '../e2e/app.js';

const START = Date.parse('2027-02-02T09:00:00Z');
const MINUTE = 60_000;

let app: TestApp;
let calendar: CalendarConfiguration;
let bookings: BookingRepository;
let database: Database;
beforeAll(async () => {
  app = await startTestApp();
  bookings = app.nest.get(BookingRepository);
  database = app.nest.get(Database);
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
});
afterAll(() => app.stop());

const newBooking = (start: number, id: string = randomUUID()): NewBooking => ({
  ...{ id, uid: newUid(), hostId: calendar.host.id, calendarId: calendar.id, title: 'Intro call' },
  ...{ start, end: start + 30 * MINUTE, bufferBeforeMinutes: 0, bufferAfterMinutes: 10 },
  attendee: { name: 'Sam', email: 'sam@example.com', timeZone: 'UTC', locale: null },
  intake: { answers: [], guests: [], location: { kind: 'none' }, consent: '' },
  ...{ notes: '', source: 'api', utm: {}, now: START },
  manageToken: app.nest.get(ManageLinks).issue(id),
  waiting: null,
});

/** Together they would hide one another's absence in every race: here each stands alone. */
describe('each guard against double bookings holds without the others', () => {
  it('the host’s row lock: a booking waits for whoever holds it, in any process', async () => {
    const rival = new Client(app.database.url);
    rival.on('error', () => undefined);
    await rival.connect();
    await rival.query('begin');
    await rival.query('select from host where id = $1 for no key update', [calendar.host.id]);
    let isAnswered = false;
    const body = aRequest(new Date(START).toISOString());
    const answer = app
      .ask({ path: `${apiPath(calendar)}/bookings`, body })
      .finally(() => (isAnswered = true));
    await waiting(rival, () => isAnswered);
    expect(isAnswered).toBe(false);
    await rival.query('commit');
    await rival.end();
    expect((await answer).status).toBe(201);
  });

  it('the insert: of two that overlap, in transactions at once, one finds its time taken', async () => {
    const insert = (start: number) =>
      database.write((entities) => bookings.insert(entities, newBooking(start)));
    const stored = await Promise.all([insert(START), insert(START + 35 * MINUTE)]);
    expect(stored.filter((booking) => booking !== null)).toHaveLength(1);
  });

  it('the constraint: not even plain SQL gets an overlap in', async () => {
    await aBooking(app.nest, calendar, new Date(START).toISOString());
    await expect(
      app.database.query(
        `insert into booking (uid, host_id, calendar_id, status, title, starts_at, ends_at,
           buffer_before_minutes, buffer_after_minutes, blocked, attendee_name, source,
           manage_token_hash)
         select $1, host_id, calendar_id, status, title, starts_at, ends_at, 0, 0,
                tstzrange(starts_at, ends_at), 'Plain', 'api', $2
           from booking where host_id = $3`,
        [newUid(), hashToken(newToken()), calendar.host.id],
      ),
    ).rejects.toMatchObject({ code: '23P01', constraint: 'booking_no_overlap' });
  });

  it.each([
    ['move', 'move'],
    ['move', 'cancel'],
    ['cancel', 'move'],
    ['cancel', 'cancel'],
  ] as const)(
    'the compare-and-swap: after a %s, a %s by what was read before finds nothing',
    async (first, second) => {
      const { uid } = await aBooking(app.nest, calendar, new Date(START).toISOString());
      const seen = await database.read((em) => em.findOneOrFail(Booking, { uid }));
      const change = (kind: 'move' | 'cancel', start: number) =>
        database.write((em) =>
          kind === 'move'
            ? bookings.move(em, { ...newBooking(start), booking: seen })
            : bookings.cancel(em, { booking: seen, actor: 'host', reason: null, now: START }),
        );
      expect(await change(first, START + 60 * MINUTE)).toMatchObject({ sequence: 1 });
      expect(await change(second, START + 120 * MINUTE)).toBeNull();
    },
  );
});

/** Until somebody in this database waits for a lock, or it is over. */
async function waiting(client: Client, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const { rows } = await client.query<{ found: boolean }>(
      `select exists (select from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock') as found`,
    );
    if (rows[0]?.found) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
