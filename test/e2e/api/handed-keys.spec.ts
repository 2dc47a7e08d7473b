import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { ForgetAttendee } from '../../../src/bookings/personal-data/forget-attendee.service.js';
import { Database } from '../../../src/database/database.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { aRequest } from '../../builders/booking.js';
import { apiPath } from '../../builders/calendar.js';
import { calendarOfHost } from '../../chat/handed-things.js';
import { ChatRoom, SETUP } from '../../chat/chat-room.js';
import { MONDAY_MORNING } from '../app.js';
import type { Answer } from '../ask.js';

const START = '2027-02-02T09:00:00Z';
const LATER = '2027-02-02T13:00:00Z';

let room: ChatRoom;
let ada: ChatPerson;
let bob: ChatPerson;
let path: string;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  [ada, bob] = [room.newcomer(), room.newcomer()];
  await room.hear(ada, SETUP);
  path = apiPath(await calendarOfHost(room, ada));
});

const sent = (to: string, body: object, token?: string): Promise<Answer> =>
  room.app.ask({
    ...{ path: to, body, headers: { 'idempotency-key': 'one-and-the-same' } },
    ...(token === undefined ? {} : { token }),
  });
const apiKeyOf = async (host: ChatPerson): Promise<string> =>
  /vav_[\w-]+/.exec(await room.says(host, '/schedule account api-key'))?.[0] ?? '';
const isReplay = ({ headers }: Answer): boolean => headers.get('idempotent-replayed') === 'true';
const bookingsAt = (start: string): Promise<number> =>
  room.app.nest
    .get(Database)
    .read((em) => em.count(Booking, { startsAt: new Date(start), title: 'Intro call' }));

describe('an Idempotency-Key that was answered before the calendar changed hands', () => {
  it.each(['keep', 'give'] as const)('books nothing twice (%s)', async (bookings) => {
    const before = await bookingsAt(START);
    const first = await sent(`${path}/bookings`, aRequest(START));
    await room.handOver(ada, bob, bookings);
    const again = await sent(`${path}/bookings`, aRequest(START));
    expect([again.status, again.text, isReplay(again)]).toEqual([201, first.text, true]);
    expect(await bookingsAt(START)).toBe(before + 1);
    const other = await sent(`${path}/bookings`, aRequest(LATER));
    expect([other.status, other.json.type]).toEqual([
      422,
      expect.stringContaining('idempotency-conflict'),
    ]);
  });

  it('changes nothing twice', async () => {
    const { json } = await room.app.ask({ path: `${path}/bookings`, body: aRequest(START) });
    const move = `/api/v1/bookings/${json.uid}/reschedule`;
    const first = await sent(move, { start: LATER }, json.manageToken);
    await room.handOver(ada, bob, 'give');
    const again = await sent(move, { start: LATER }, json.manageToken);
    expect([again.status, again.text, isReplay(again)]).toEqual([200, first.text, true]);
  });

  it('is another host’s own where their programs send it', async () => {
    const calendars = async (host: ChatPerson): Promise<Answer> => {
      const body = { start: '2027-03-01T09:00:00Z', end: '2027-03-01T10:00:00Z' };
      return sent('/api/v1/me/blocks', body, await apiKeyOf(host));
    };
    await room.hear(bob, SETUP);
    const [first, other] = [await calendars(ada), await calendars(bob)];
    expect([first.status, other.status, isReplay(other)]).toEqual([201, 201, false]);
    // Nor does a guest’s key stand in the way of a program’s.
    expect((await sent(`${path}/bookings`, aRequest(START))).status).toBe(201);
  });

  it.each([
    ['confirm', {}, {}],
    ['decline', {}, {}],
    ['cancel', {}, {}],
    ['reschedule', { start: '2027-02-03T09:00:00Z' }, { start: '2027-02-03T13:00:00Z' }],
    ['attendance', { status: 'showed' }, { status: 'no_show' }],
  ])('is another host’s own where their programs %s', async (act, adas, bobs) => {
    const isAnswer = act === 'confirm' || act === 'decline';
    if (isAnswer) await room.hear(ada, '/schedule set approval on');
    const { json: first } = await sent(`${path}/bookings`, aRequest(START));
    const { json: other } = await room.app.ask({
      ...{ path: `${path}/bookings`, body: aRequest(LATER) },
    });
    const does = async (host: ChatPerson, { uid }: { uid: string }, body: object) =>
      sent(`/api/v1/bookings/${uid}/${act}`, body, await apiKeyOf(host));
    if (act === 'attendance') room.app.clock.set('2027-02-02T12:00:00Z');
    // Nor does the key of the guest who booked stand in the way.
    const done = await does(ada, first, adas);
    const again = await does(ada, first, adas);
    expect([done.status, again.status, again.text, isReplay(again)]).toEqual([
      ...[200, 200, done.text, true],
    ]);
    await room.handOver(ada, bob, 'give');
    if (act === 'attendance') room.app.clock.set('2027-02-02T20:00:00Z');
    const byBob = await does(bob, other, bobs);
    expect([byBob.status, isReplay(byBob)]).toEqual([200, false]);
  });

  it('remembers no answer about somebody who is forgotten, whoever hosts them by then', async () => {
    const grace = room.newcomer();
    await room.hear(grace, `/book @${ada.userKey} 2027-02-03 10:00`);
    for (const text of ['-', '-', 'yes']) await room.hear(grace, text);
    await room.handOver(ada, bob, 'give');
    const [row] = await room.app.database.query<{ id: string; uid: string }>(
      `select i.id, b.uid from booking b join chat_identity i on i.id = b.booked_by_identity_id
        where i.user_key = '${grace.userKey}'`,
    );
    room.app.clock.set('2027-02-04T09:00:00Z');
    await room.app.nest.get(ForgetAttendee).run(row?.id ?? '');
    room.app.clock.set('2027-02-01T07:00:00Z');
    const answers = await room.app.database.query(
      `select key from idempotency_key where booking_uid = '${row?.uid}'`,
    );
    expect(answers).toEqual([]);
  });
});
