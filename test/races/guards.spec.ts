import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { Booking } from '../../src/bookings/booking.entity.js';
import type { NewBooking } from '../../src/bookings/booking-columns.mapper.js';
import { BookingRepository } from '../../src/bookings/booking.repository.js';
import { BookingHistory } from '../../src/bookings/history/booking-history.js';
import { CancelBooking } from '../../src/bookings/cancel-booking.service.js';
import { Receipts } from '../../src/notifications/receipts.service.js';
import { BOOKING_STATUSES } from '../../src/bookings/booking-status.js';
import { ManageLinks } from '../../src/bookings/manage/manage-links.service.js';
import {
  type Reservation,
  VisitorHolds,
} from '../../src/bookings/holds/visitor-holds.repository.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { Database } from '../../src/database/database.js';
import { hashToken, newToken, newUid } from '../../src/shared/random.js';
import { aBooking, aRequest } from '../builders/booking.js';
import { aCalendar, apiPath } from '../builders/calendar.js';
import { someoneWaits } from '../db/someone-waits.js';
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
    await someoneWaits(rival, () => isAnswered);
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

  it.each(['showed', 'no_show'])('the constraint: also once %s is noted', async (status) => {
    await setStatus(await stored(START), status);
    expect(await database.write((em) => bookings.insert(em, newBooking(START)))).toBeNull();
  });

  it('the constraint: times held for a booking may overlap it and one another, and nobody else', async () => {
    const { id } = await stored(START);
    const hold = (start: number, forBookingId: string | null) =>
      app.database.query(HOLD, [new Date(start), forBookingId, calendar.host.id, newUid()]);
    await hold(START + 15 * MINUTE, id);
    await hold(START + 30 * MINUTE, id);
    const overlap = { code: '23P01', constraint: 'booking_no_overlap' };
    await expect(hold(START + 45 * MINUTE, null)).rejects.toMatchObject(overlap);
    const other = await stored(START + 180 * MINUTE);
    await expect(hold(START + 45 * MINUTE, other.id)).rejects.toMatchObject(overlap);
  });
});

/** A change of a booking as it was read before. */
type Change = (entities: EntityManager, seen: Booking) => Promise<Booking | null>;

const by = { actor: 'host', reason: null, now: START } as const;
const CHANGES = {
  // Also the swap after a confirmed question, and a proposed time that is taken.
  move: (em, seen) =>
    bookings.move(em, { ...newBooking(START + 60 * MINUTE), booking: seen, waiting: null }),
  cancel: (em, booking) => bookings.cancel(em, { booking, ...by }),
  confirm: (em, booking) => bookings.confirm(em, { booking, now: START }),
  decline: (em, booking) => bookings.decline(em, { booking, ...by }),
  expire: (em, booking) => bookings.expire(em, { booking, ...by }),
  keep: (em, booking) => bookings.keep(em, { booking, now: START }),
  keepTime: (em, booking) => bookings.keepTime(em, { booking, now: START }),
  askToMove: (em, booking) => bookings.askToMove(em, { booking, now: START }),
  showed: (em, booking) => bookings.mark(em, { booking, attendance: 'showed', now: START }),
} as const satisfies Record<string, Change>;

/** The states from which each may be made: from every other one it finds nothing. */
const FROM: Readonly<Record<keyof typeof CHANGES, readonly string[]>> = {
  move: ['pending', 'confirmed'],
  cancel: ['pending', 'confirmed'],
  confirm: ['pending'],
  decline: ['pending'],
  expire: ['pending'],
  keep: ['pending', 'confirmed'],
  keepTime: ['pending', 'confirmed'],
  askToMove: ['pending', 'confirmed'],
  showed: ['confirmed', 'no_show'],
};

const swaps = Object.entries(CHANGES).map(([name, change]) => ({
  ...{ name, change, from: FROM[name as keyof typeof CHANGES] },
}));

describe('the compare-and-swap of every change', () => {
  it.each(swaps)('$name: by what was read before, it finds nothing', async ({ change, from }) => {
    const seen = await stored(START);
    await setStatus(seen, from[0] ?? '');
    // Whatever happened in between left the state as it was, and not the sequence.
    await app.database.query('update booking set sequence = sequence + 1 where id = $1', [seen.id]);
    expect(await database.write((em) => change(em, seen))).toBeNull();
    const fresh = await database.read((em) => em.findOneOrFail(Booking, { id: seen.id }));
    expect(await database.write((em) => change(em, fresh))).toMatchObject({ sequence: 2 });
  });

  it.each(swaps)('$name: from no other state than it may', async ({ change, from }) => {
    const seen = await stored(START);
    const found: string[] = [];
    for (const status of BOOKING_STATUSES) {
      await setStatus(seen, status);
      const undo = new Error('undo');
      await database
        .write(async (em) => {
          if (await change(em, seen)) found.push(status);
          throw undo;
        })
        .catch((error: unknown) => expect(error).toBe(undo));
    }
    expect(found.sort()).toEqual([...from].sort());
  });

  it('a hold becomes one booking, and none when it was given back', async () => {
    const hold = await held(START);
    const adopt = () =>
      database.write((em) => bookings.adopt(em, hold, newBooking(START, hold.id)));
    expect(await adopt()).toMatchObject({ uid: hold.uid, sequence: 0, status: 'confirmed' });
    expect(await adopt()).toBeNull();
    // Nor does whoever gives back what they saw as a hold take the booking away.
    await database.write((em) => app.nest.get(VisitorHolds).drop(em, hold));
    expect(await database.read((em) => em.count(Booking, { id: hold.id }))).toBe(1);

    const other = await held(START + 60 * MINUTE);
    await database.write((em) => app.nest.get(VisitorHolds).drop(em, other));
    const late = newBooking(START + 60 * MINUTE, other.id);
    expect(await database.write((em) => bookings.adopt(em, other, late))).toBeNull();
  });

  it.each([
    ['its sequence', 'sequence = sequence + 1'],
    [
      'its state',
      `status = 'cancelled', hold_expires_at = null, attendee_name = 'Sam',
       manage_token_hash = decode(md5(uid), 'hex')`,
    ],
  ])('a hold becomes no booking when nothing of it but %s is another', async (_what, change) => {
    const hold = await held(START);
    await app.database.query(`update booking set ${change} where id = $1`, [hold.id]);
    const late = newBooking(START, hold.id);
    expect(await database.write((em) => bookings.adopt(em, hold, late))).toBeNull();
  });
});

describe('a hold', () => {
  it('that goes at the moment it is looked for is over, and no fault', async () => {
    const reservation = { uid: newUid(), secret: newToken() };
    const hold = await held(START, reservation);
    const find = (shown: Reservation) =>
      database.write((em) => {
        const execute = em.execute.bind(em);
        jest.spyOn(em, 'execute').mockImplementationOnce(async (...asked) => {
          const rows = await execute(...asked);
          await app.database.query('delete from booking where id = $1', [hold.id]);
          return rows;
        });
        return app.nest.get(VisitorHolds).find(em, shown);
      });
    expect(await find(reservation)).toBeNull();
  });
});

describe('whatever follows a change', () => {
  it('sees a booking and its history of one moment, though somebody changes it in between', async () => {
    const { uid } = await aBooking(app.nest, calendar, new Date(START).toISOString());
    const history = app.nest.get(BookingHistory);
    const seen = await database.read((em) => em.findOneOrFail(Booking, { uid }));
    await app.nest.get(CancelBooking).run({ booking: seen, ...by });
    const known = await database.read((em) => history.changesOf(em, seen));
    expect(known.map(({ kind }) => kind)).toEqual(['booked']);
  });

  it('is told in order and once: nothing older is begun, and nothing that was told', async () => {
    const { id: bookingId, hostId } = await stored(START);
    const receipts = app.nest.get(Receipts);
    const place = (sequence: number) => ({
      ...{ hostId, bookingId, sequence, kind: 'mail moved', recipient: 'attendee' },
    });
    expect(await receipts.begin(place(2))).toBe(true);
    await receipts.note({ ...place(2), state: 'kept', why: 'In a file.' });
    expect(await receipts.begin(place(1))).toBe(false);
    expect(await receipts.begin(place(2))).toBe(false);
    expect(await receipts.begin({ ...place(1), recipient: 'host' })).toBe(true);
    const rivals = await Promise.all([3, 4, 5, 6].map((one) => receipts.begin(place(one))));
    expect(rivals.filter((isBegun) => isBegun)).toHaveLength(1);
  });
});

async function stored(start: number): Promise<Booking> {
  const booking = await database.write((em) => bookings.insert(em, newBooking(start)));
  if (!booking) throw new Error('The time is taken.');
  return booking;
}

async function held(
  start: number,
  reservation: Reservation = { uid: newUid(), secret: newToken() },
): Promise<Booking> {
  await database.write((em) =>
    app.nest.get(VisitorHolds).insert(em, {
      ...newBooking(start),
      ...{ reservation, address: 'here', until: START + 300_000 },
    }),
  );
  return database.read((em) => em.findOneOrFail(Booking, { uid: reservation.uid }));
}

const setStatus = ({ id }: Booking, status: string): Promise<unknown> =>
  app.database.query(
    `update booking set status = $2,
            hold_expires_at = case when $2 in ('held', 'pending') then ends_at end where id = $1`,
    [id, status],
  );

const HOLD = `
  insert into booking (uid, host_id, calendar_id, status, title, starts_at, ends_at,
    buffer_before_minutes, buffer_after_minutes, blocked, source, hold_expires_at,
    for_booking_id, held_for)
  select $4, host_id, id, 'held', 'Held', $1::timestamptz, $1::timestamptz + interval '30 min', 0, 0,
         tstzrange($1::timestamptz, $1::timestamptz + interval '30 min'), 'api',
         $1::timestamptz, $2::uuid, case when $2::uuid is not null then 'move' end
    from booking_calendar where host_id = $3`;
