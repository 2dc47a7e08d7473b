import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChatRoom } from '../../chat/chat-room.js';
import { MONDAY_MORNING } from '../app.js';
import {
  arrive,
  follow,
  formOf,
  headingOf,
  links,
  type Page,
  send,
  textOf,
} from '../page/visitor.js';
import { ApprovalGround } from './approval-ground.js';

const START = '2027-02-02T09:00:00.000Z';
const TWO = '14:00 to 14:30, Tuesday 2 February';
const THREE = '15:00 to 15:30, Tuesday 2 February';
const [LATER, LATEST] = ['2027-02-02T13:00:00.000Z', '2027-02-02T14:00:00.000Z'];

let room: ChatRoom;
let ground: ApprovalGround;
let booking: Awaited<ReturnType<ApprovalGround['book']>>;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  ground = await ApprovalGround.in(room);
  booking = await ground.book(START);
});
afterAll(() => room.close());

const times = (): Promise<Page> => {
  const { uid, manageToken } = booking;
  return arrive(room.app, `/b/${uid}/reschedule?t=${manageToken}&date=2027-02-02`);
};
const choose = async (name: string): Promise<Page> => follow(room.app, await times(), name);
const tryToBook = async (start: string): Promise<number> => (await ground.tryToBook(start)).status;
const isFree = async (start: string): Promise<boolean> =>
  (await ground.free('2027-02-02')).includes(start.slice(11, 16));
const heldRows = () =>
  room.app.database.query(
    `select held.starts_at from booking held join booking own on own.id = held.for_booking_id
      where own.uid = $1`,
    [booking.uid],
  );

describe('the time that an attendee chose to move to', () => {
  it('is held while they confirm it, and nobody hears of that', async () => {
    const told = room.platform.told.length;
    const before = await ground.read(booking);
    const question = await choose(TWO);
    expect(headingOf(question)).toBe('Move to this time?');
    expect(await isFree(LATER)).toBe(false);
    expect(await tryToBook(LATER)).toBe(409);
    expect(await ground.read(booking)).toEqual(before);
    expect(await ground.history(booking)).toEqual(['0 booked by attendee']);
    expect(room.platform.told).toHaveLength(told);
    // To themselves it is free as before.
    expect(links(await times())).toContain(TWO);
    expect((await send(room.app, question)).status).toBe(303);
    expect(await ground.read(booking)).toMatchObject({ start: LATER, sequence: 1 });
    expect(await heldRows()).toEqual([]);
    expect(await tryToBook(START)).toBe(201);
  });

  it('is given back for another one, stays theirs when that is gone, and runs out', async () => {
    await choose(TWO);
    await choose(THREE);
    expect([await isFree(LATER), await isFree(LATEST)]).toEqual([true, false]);
    const list = await times();
    expect(await tryToBook(LATER)).toBe(201);
    expect(textOf(await follow(room.app, list, TWO))).toContain('This time was just taken.');
    expect(await isFree(LATEST)).toBe(false);
    room.app.clock.set('2027-02-01T07:04:00Z');
    const again = await choose(THREE);
    room.app.clock.set('2027-02-01T07:08:59Z');
    expect(await isFree(LATEST)).toBe(false);
    await ground.at('2027-02-01T07:09:00Z');
    expect([await isFree(LATEST), await heldRows()]).toEqual([true, []]);
    expect(await ground.history(booking)).toEqual(['0 booked by attendee']);
    expect((await send(room.app, again)).status).toBe(303);
    expect(await ground.read(booking)).toMatchObject({ start: LATEST });
  });

  it('came in time, whatever the notice says while it is confirmed, but not for the past', async () => {
    await ground.says('set notice 4h');
    const soon = await ground.book('2027-02-03T09:00:00.000Z');
    booking = soon;
    room.app.clock.set('2027-02-02T09:00:00Z');
    const question = await choose(TWO);
    room.app.clock.set('2027-02-02T09:04:00Z');
    expect(links(await times())).not.toContain(TWO);
    expect((await send(room.app, question)).status).toBe(303);
    expect(await ground.read(soon)).toMatchObject({ start: LATER });

    await ground.says('set notice 0');
    room.app.clock.set('2027-02-02T12:58:00Z');
    booking = await ground.book('2027-02-03T10:00:00.000Z');
    const late = await choose(THREE);
    await room.app.database.query(
      `update booking set hold_expires_at = '2027-02-02T15:00:00Z' where held_for = 'choice'`,
    );
    room.app.clock.set('2027-02-02T14:00:00Z');
    expect((await send(room.app, late)).status).toBe(422);
    expect(await ground.read(booking)).toMatchObject({ start: '2027-02-03T10:00:00.000Z' });
  });

  it('may overlap the booking’s own, and counts towards no limit until they have it', async () => {
    await ground.says('set limit 2 a day');
    await choose('10:15 to 10:45, Tuesday 2 February');
    const elsewhere = await ground.book('2027-02-03T09:00:00.000Z');
    booking = elsewhere;
    const question = await choose(TWO);
    expect(await tryToBook(LATEST)).toBe(201);
    expect((await send(room.app, question)).status).toBe(422);
  });

  it('becomes a question where the host confirms, and is gone with what is decided otherwise', async () => {
    await ground.says('set approval on');
    await send(room.app, await choose(TWO));
    expect(await ground.read(booking)).toMatchObject({
      ...{ start: START, moveRequested: { times: [{ start: LATER }] } },
    });
    // Choosing anew takes nothing back.
    const other = await choose(THREE);
    expect([await isFree(LATER), await isFree(LATEST)]).toEqual([false, false]);
    await ground.press('decline', booking.uid);
    expect([await isFree(LATER), await isFree(LATEST)]).toEqual([true, true]);
    expect((await send(room.app, other)).status).toBe(409);
    await choose(THREE);
    await ground.change(booking, 'cancel');
    expect([await heldRows(), await isFree(LATEST)]).toEqual([[], true]);
  });

  it('is held for nobody who may not move any more', async () => {
    const list = await times();
    await ground.says('set cutoff never');
    await follow(room.app, list, TWO);
    expect(await heldRows()).toEqual([]);
    expect(formOf(list).fields).toMatchObject({ choose: '1' });
  });

  it('is the former host’s no more once the calendar has another one', async () => {
    await choose(TWO);
    const bob = room.newcomer();
    await room.handOver(ground.ada, bob);
    expect(await heldRows()).toEqual([]);
    const question = await choose(TWO);
    // The booking stayed with Ada, and so did what is held for it, whoever hands the calendar on.
    await room.handOver(bob, room.newcomer());
    expect(await heldRows()).toHaveLength(1);
    expect((await send(room.app, question)).status).toBe(303);
  });
});
