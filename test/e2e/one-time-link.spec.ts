import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChatRoom, SETUP } from '../chat/chat-room.js';
import { startTestApp, type TestApp } from './app.js';
import { follow, headingOf, type Page, send, textOf, visit } from './page/visitor.js';

let room: ChatRoom;
let second: TestApp;
beforeAll(async () => {
  room = await ChatRoom.open();
  second = await startTestApp({ database: room.app.database });
}, 90_000);
afterAll(async () => {
  await second.stop();
  await room.close();
});

/** A link of a new host that books once: path and query. */
async function aLink(): Promise<string> {
  const host = room.newcomer();
  await room.says(host, SETUP);
  const answer = await room.says(host, '/schedule link one-time');
  expect(answer).toContain('books once, within 30 days');
  return /https:\/\/book\.example\.com(\/\S+)/.exec(answer)?.[1] ?? '';
}

const details = { name: 'Sam Rivers', email: 'sam@example.com' };

/** The form of one time, sent in one go. */
function book(app: TestApp, link: string, start: string): Promise<Page> {
  const { pathname, searchParams } = new URL(link, app.url);
  const fields = { ...details, ...Object.fromEntries(searchParams), start, tz: 'Europe/Berlin' };
  return visit(app, `${pathname}/bookings`, { fields });
}

const bookings = async (): Promise<number> => {
  const [row] = await room.app.database.query<{ count: number }>(
    `select count(*)::int as count from booking where status = 'confirmed'`,
  );
  return row?.count ?? NaN;
};

describe('a link that books once', () => {
  it('leads through the pages to one booking, and to no second one', async () => {
    const link = await aLink();
    const month = await visit(room.app, `${link}&date=2027-02-03&tz=Europe/Berlin`);
    const form = await follow(room.app, month, /^10:00/);
    const booked = await send(room.app, form, details);
    expect(booked.status).toBe(303);
    // The same form sent again leads to the same booking.
    expect((await send(room.app, form, details)).headers.get('location')).toBe(
      booked.headers.get('location'),
    );
    const again = await visit(room.app, link);
    expect([again.status, headingOf(again)]).toEqual([410, 'This link was used']);
    const refused = await book(room.app, link, '2027-02-04T09:00:00Z');
    expect([refused.status, headingOf(refused)]).toEqual([409, 'This link was used']);
    expect(textOf(refused)).toContain('ask for a new one');
    const [page = ''] = link.split('?');
    expect((await visit(room.app, page)).status).toBe(200);
  });

  it('books through the API as it does on pages: looking and holding spend nothing', async () => {
    const link = await aLink();
    const { pathname, searchParams } = new URL(link, room.app.url);
    const once = searchParams.get('once');
    const api = `/api/v1/calendars${pathname}`;
    const start = '2027-02-04T09:00:00Z';
    const slots = () =>
      room.app.ask({ path: `${api}/slots?start=2027-02-04&end=2027-02-04&once=${once}` });
    const hold = () => room.app.ask({ path: `${api}/reservations`, body: { start, once } });
    expect((await slots()).status).toBe(200);
    const held = await hold();
    expect(held.status).toBe(201);
    const { uid, secret } = held.json;
    const request = { start, once, attendee: { ...details, timeZone: 'Europe/Berlin' } };
    const body = { ...request, reservation: { uid, secret } };
    expect((await room.app.ask({ path: `${api}/bookings`, body })).status).toBe(201);
    const later = { ...request, start: '2027-02-04T12:00:00Z' };
    const refused = [
      await slots(),
      await hold(),
      await room.app.ask({ path: `${api}/bookings`, body: later }),
    ];
    for (const { status, json } of refused) {
      expect([status, json.type]).toEqual([409, 'https://book.example.com/problems/link-used']);
    }
    expect((await visit(room.app, link)).status).toBe(410);
  });

  it('is spent by nothing that fails, and runs out', async () => {
    const link = await aLink();
    const [page = ''] = link.split('?');
    await book(room.app, page, '2027-02-03T09:00:00Z');
    const taken = `${page}/bookings`;
    const once = new URL(link, room.app.url).searchParams.get('once') ?? '';
    const fields = { ...details, start: '2027-02-03T09:00:00Z', once };
    expect((await visit(room.app, taken, { fields })).status).toBe(409);
    expect((await visit(room.app, link)).status).toBe(200);
    room.app.clock.set('2027-03-03T07:00:00Z');
    expect((await visit(room.app, link)).status).toBe(410);
    room.app.clock.set('2027-02-01T07:00:00Z');
    const foreign = link.replace(/once=.*/, `once=${'x'.repeat(43)}`);
    expect((await book(room.app, foreign, '2027-02-05T09:00:00Z')).status).toBe(409);
  });

  it('books once when several people press at once, in two processes', async () => {
    for (let round = 0; round < 5; round += 1) {
      const link = await aLink();
      const before = await bookings();
      const starts = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'];
      const answers = await Promise.all(
        starts.map((start, index) =>
          book(index % 2 === 0 ? room.app : second, link, `2027-02-04T${start}:00Z`),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409, 409]);
      expect(await bookings()).toBe(before + 1);
    }
  });
});
