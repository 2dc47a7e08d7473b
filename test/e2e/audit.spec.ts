import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBooking } from '../builders/booking.js';
import { apiPath } from '../builders/calendar.js';
import { aKey, type GivenKey } from '../builders/key.js';
import { ChatRoom, SETUP } from '../chat/chat-room.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { Database } from '../../src/database/database.js';
import { Identities, type ChatPerson } from '../../src/hosts/identities.service.js';
import type { TestApp } from './app.js';

let room: ChatRoom;
let app: TestApp;
let host: ChatPerson;
let ada: GivenKey;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  room = await ChatRoom.open();
  app = room.app;
  host = room.newcomer();
  await room.hear(host, SETUP);
  const person = await app.nest.get(Identities).identify(host);
  ada = await aKey(app.nest, { person });
  const [first] = await app.nest
    .get(Database)
    .read((entities) => app.nest.get(CalendarRepository).ofHost(entities, ada.hostId));
  calendar = first!;
});
afterAll(() => room.close());

interface Entry {
  readonly action: string;
  readonly actor: string;
  readonly actorId: string | null;
  readonly subject: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

const log = async (): Promise<Entry[]> =>
  (await app.ask({ path: '/api/v1/me/audit?limit=100', token: ada.key })).json.entries;
const latest = async (): Promise<Entry> => (await log())[0]!;

describe('the audit log', () => {
  it('says who made the calendar, and every setting of it', async () => {
    const made = (await log()).find(({ action }) => action === 'calendar.created');
    expect(made).toMatchObject({ actor: 'host', actorId: ada.person.id, subject: calendar.id });
    expect(made?.after).toMatchObject({ title: 'Intro call', durationMinutes: 30 });
  });

  it('says of each setting what it was and what it became, and by which program or person', async () => {
    await room.hear(host, '/schedule set duration 45');
    expect(await latest()).toMatchObject({
      ...{ action: 'calendar.changed', actor: 'host', actorId: ada.person.id },
      ...{ before: { durationMinutes: 30 }, after: { durationMinutes: 45 } },
    });
    const path = `/api/v1/me/calendars/${calendar.id}`;
    await app.ask({ method: 'PATCH', path, token: ada.key, body: { title: 'Hello' } });
    expect(await latest()).toMatchObject({
      ...{ action: 'calendar.changed', actor: 'key', actorId: ada.id },
      ...{ before: { title: 'Intro call' }, after: { title: 'Hello' } },
    });
    const entries = (await log()).length;
    await app.ask({ method: 'PATCH', path, token: ada.key, body: { title: 'Hello' } });
    expect(await log()).toHaveLength(entries);
  });

  it.each([
    ['/schedule pause', 'calendar.paused'],
    ['/schedule resume', 'calendar.resumed'],
    ['/schedule off add 3 may 2027', 'dates.set'],
    ['/schedule off remove 3 may 2027', 'dates.cleared'],
    ['/schedule off add 4 may 2027 9-12', 'time.blocked'],
    ['/schedule alerts add #sales', 'alert.added'],
    ['/schedule alerts remove #sales', 'alert.removed'],
    ['/schedule hours set fri 9-12', 'calendar.changed'],
    ['/schedule api-key Robot', 'key.made'],
    ['/schedule account revoke Robot --yes', 'key.revoked'],
  ])('tells of %s', async (line, action) => {
    await room.hear(host, line);
    expect(await latest()).toMatchObject({ action, actor: 'host', actorId: ada.person.id });
  });

  it('follows a booking from whoever booked to whoever ended it, without a word about the attendee', async () => {
    const booking = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const path = `/api/v1/bookings/${booking.uid}`;
    const body = { start: '2027-02-03T09:00:00Z' };
    await app.ask({ path: `${path}/reschedule`, token: booking.manageToken, body });
    await app.ask({
      method: 'POST',
      path: `${path}/cancel`,
      token: ada.key,
      body: { reason: 'Sam is ill' },
    });
    const own = (await log()).filter(({ subject }) => subject === booking.uid);
    expect(own).toMatchObject([
      { action: 'booking.cancelled', actor: 'key', actorId: ada.id },
      {
        ...{ action: 'booking.moved', actor: 'attendee', actorId: null },
        before: { startsAt: '2027-02-02T09:00:00.000Z' },
        after: { startsAt: '2027-02-03T09:00:00.000Z', status: 'confirmed', sequence: 1 },
      },
      { action: 'booking.booked', actor: 'attendee', actorId: null, before: null },
    ]);
    expect(JSON.stringify(own)).not.toMatch(/sam|rivers|ill/i);
  });

  it('holds nothing of what was refused', async () => {
    const entries = await log();
    await room.hear(host, '/schedule set duration 5000');
    const body = {
      start: '2027-02-02T03:00:00Z',
      attendee: { name: 'S', email: 's@example.com', timeZone: 'UTC' },
    };
    expect((await app.ask({ path: `${apiPath(calendar)}/bookings`, body })).status).toBe(422);
    expect(await log()).toEqual(entries);
  });

  it('is read by its own host alone, page by page', async () => {
    const foreign = await aKey(app.nest);
    const theirs = await app.ask({ path: '/api/v1/me/audit', token: foreign.key });
    expect(theirs.json.entries.map(({ action }: Entry) => action)).toEqual(['key.made']);
    const all = await log();
    const first = await app.ask({ path: '/api/v1/me/audit?limit=5', token: ada.key });
    const next = /<https:\/\/book\.example\.com([^>]+)>; rel="next"/.exec(
      first.headers.get('link')!,
    );
    const second = await app.ask({ path: next![1]!, token: ada.key });
    expect([...first.json.entries, ...second.json.entries]).toEqual(all.slice(0, 10));
  });

  it('is never rewritten: the database refuses', async () => {
    for (const statement of [
      `update audit_entry set actor = 'system'`,
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      await expect(app.database.query(statement)).rejects.toThrow('append-only');
    }
  });
});
