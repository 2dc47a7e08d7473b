import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChatRoom, textOf } from '../../chat/chat-room.js';
import { MONDAY_MORNING } from '../app.js';
import { textOf as pageText, visit } from '../page/visitor.js';
import { ApprovalGround } from './approval-ground.js';

const START = '2027-02-04T09:00:00.000Z';
const LATER = '2027-02-04T13:00:00.000Z';
const FRIDAY = '2027-02-05T09:00:00.000Z';

let room: ChatRoom;
let ground: ApprovalGround;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  ground = await ApprovalGround.in(room, '/schedule set approval on');
});
afterAll(() => room.close());

const manage = ({ uid, manageToken }: { uid: string; manageToken: string }) =>
  visit(room.app, `/b/${uid}?t=${manageToken}`).then(pageText);

describe('with approval, a booking', () => {
  it('is a request that keeps its time, and says until when', async () => {
    const booking = await ground.book(START);
    expect(booking).toMatchObject({ status: 'pending', answerBy: '2027-02-03T07:00:00.000Z' });
    expect(await ground.free('2027-02-04')).not.toContain('09:00');
    expect((await ground.tryToBook(START)).status).toBe(409);
    const page = await manage(booking);
    expect(page).toContain('Requested');
    expect(page).toContain(
      'answers by Wednesday 3 February, 08:00. Until then nobody else can take this time.',
    );
    expect(await ground.says('bookings pending')).toMatch(
      /Booking request[^]*\nAnswer one: \/schedule bookings confirm or decline, with its code\./,
    );
  });

  it('shows the host its neighbours, and is confirmed by a press', async () => {
    const before = await ground.book('2027-02-04T08:00:00.000Z');
    const booking = await ground.book(START);
    const { message } = await ground.card(booking);
    expect(textOf(message)).toContain('The meeting before ends <time>');
    expect(message.buttons?.map(({ verb }) => verb)).toEqual(['confirm', 'propose', 'decline']);
    expect(await ground.press('confirm', booking.uid)).toBe('Confirmed. Sam Rivers has <time>');
    expect(await ground.press('confirm', booking.uid)).toContain('It is confirmed already');
    expect(await ground.read(booking)).toMatchObject({ status: 'confirmed', sequence: 1 });
    const card = await ground.card(booking);
    expect(card.message.title).toBe('Booked');
    expect(card.replies.map(textOf)).toEqual([`Confirmed by ${ground.ada.name}.`]);
    expect(await ground.history(booking)).toEqual([
      '0 requested by attendee',
      '1 confirmed by host',
    ]);
    expect(await ground.read(before)).toMatchObject({ status: 'pending' });
  });

  it('is confirmed or declined as the card showed it, and shown anew when it changed', async () => {
    const booking = await ground.book(START);
    const buttons = async () => (await ground.card(booking)).message.buttons ?? [];
    const old = await buttons();
    await ground.change(booking, 'reschedule', { start: LATER });
    for (const { verb, subject } of old.filter(({ verb: one }) => one !== 'propose')) {
      const answer = await room.press(ground.ada, { verb, subject });
      expect(answer).toMatch(/^It has changed since this was asked[^]*<time>[^]*until <time>/);
      expect(await ground.read(booking)).toMatchObject({ status: 'pending', start: LATER });
    }
    const [confirm] = await buttons();
    expect(confirm).toEqual({ ...old[0], subject: `${booking.uid}.1` });
    expect(await ground.press('confirm', confirm?.subject ?? '')).toContain('Confirmed.');
    expect(await ground.press('confirm', confirm?.subject ?? '')).toContain('confirmed already');
  });

  it('is declined with a reason, which gives its time back', async () => {
    const booking = await ground.book(START);
    const code = booking.uid.slice(0, 6);
    expect(await ground.says(`bookings decline ${code} I am away`)).toContain('Declined.');
    expect(await ground.read(booking)).toMatchObject({ status: 'declined' });
    expect(await ground.free('2027-02-04')).toContain('09:00');
    expect(await manage(booking)).toContain('Declined');
    expect(textOf((await ground.card(booking)).message)).toContain('Reason: I am away');
    const answer = await ground.change(booking, 'reschedule', { start: LATER });
    expect(answer.json).toMatchObject({ status: 409, bookingStatus: 'declined' });
    expect(await ground.press('confirm', booking.uid)).toBe('It was declined already.');
  });

  it('runs out when nobody answers, after two reminders', async () => {
    const booking = await ground.book(START);
    await ground.at('2027-02-02T06:59:00Z');
    expect(ground.reminders()).toEqual([]);
    for (const now of ['2027-02-02T07:00:00Z', '2027-02-02T07:30:00Z']) await ground.at(now);
    expect(ground.reminders()).toEqual(['This waits for your answer']);
    for (const now of ['2027-02-03T05:00:00Z', '2027-02-03T06:00:00Z']) await ground.at(now);
    expect(ground.reminders()).toEqual([
      'This waits for your answer',
      'This waits for your answer and runs out soon',
    ]);
    expect(await ground.free('2027-02-04')).not.toContain('09:00');
    await ground.at('2027-02-03T07:00:00Z');
    expect(await ground.read(booking)).toMatchObject({ status: 'expired', sequence: 1 });
    expect(await ground.free('2027-02-04')).toContain('09:00');
    expect(await ground.history(booking)).toEqual([
      '0 requested by attendee',
      '1 expired by system',
    ]);
    expect(await manage(booking)).toContain('Not answered in time');
    expect((await ground.card(booking)).message).toMatchObject({ title: 'Expired', buttons: [] });
  });

  it('that ran out is not confirmed, and its time is free, before anybody looks at the clock', async () => {
    const booking = await ground.book(START);
    room.app.clock.set('2027-02-03T07:00:00Z');
    expect(await ground.press('confirm', booking.uid)).toBe('It expired already.');
    expect(await ground.free('2027-02-04')).toContain('09:00');
    await ground.book(START);
    expect(await ground.read(booking)).toMatchObject({ status: 'expired' });
  });

  it('B12 that is withdrawn while the host confirms ends in one state, and says so once', async () => {
    const booking = await ground.book(START);
    const [, withdrawn] = await Promise.all([
      ground.press('confirm', booking.uid),
      ground.change(booking, 'cancel', { reason: 'Found somebody else' }),
    ]);
    expect(withdrawn.status).toBe(200);
    expect(await ground.read(booking)).toMatchObject({ status: 'cancelled' });
    const told = (await ground.history(booking)).map((line) => line.slice(2));
    expect(told.filter((line) => line === 'cancelled by attendee')).toHaveLength(1);
    expect(told.filter((line) => line === 'confirmed by host').length).toBeLessThanOrEqual(1);
    expect((await ground.card(booking)).message.title).toMatch(/^Cancelled/);
    expect(await ground.free('2027-02-04')).toContain('09:00');
  });

  it('is not asked for so late that nobody could answer in time', async () => {
    await ground.says('set notice 0');
    expect((await ground.free('2027-02-01')).at(0)).toBe('10:00');
    const { json } = await ground.tryToBook('2027-02-01T09:45:00.000Z');
    expect(json).toMatchObject({ status: 422, reason: 'notice' });
    const booking = await ground.book('2027-02-01T10:00:00.000Z');
    expect(booking).toMatchObject({ answerBy: '2027-02-01T08:00:00.000Z' });
  });

  it('may be moved while it waits, and then waits anew', async () => {
    const booking = await ground.book(START);
    await ground.settled();
    room.app.clock.set('2027-02-02T07:00:00Z');
    const { json } = await ground.change(booking, 'reschedule', { start: LATER });
    expect(json).toMatchObject({ status: 'pending', start: LATER });
    expect(json).toMatchObject({ answerBy: '2027-02-04T07:00:00.000Z' });
    expect(await ground.history(booking)).toEqual([
      ...['0 requested by attendee', '1 requested by attendee'],
    ]);
    expect((await ground.card(booking)).replies.map(textOf)).toEqual([
      'Sam Rivers asks for another time instead: <time>',
    ]);
  });
});

describe('without approval, a booking', () => {
  it('stands at once, and there is nothing to answer', async () => {
    await ground.says('set approval off');
    const booking = await ground.book(START);
    expect(booking.status).toBe('confirmed');
    expect(await ground.press('decline', booking.uid)).toContain('It is confirmed already');
  });
});

describe('with approval, a move of a booking that stands', () => {
  it('holds the new time and leaves the old one until the host confirms', async () => {
    const booking = await ground.book(START);
    await ground.press('confirm', booking.uid);
    const asked = await ground.change(booking, 'reschedule', { start: LATER });
    expect(asked.json).toMatchObject({
      ...{ status: 'confirmed', start: START, sequence: 2 },
      moveRequested: { times: [{ start: LATER }], answerBy: '2027-02-03T07:00:00.000Z' },
    });
    const free = await ground.free('2027-02-04');
    expect([free.includes('09:00'), free.includes('13:00')]).toEqual([false, false]);
    expect(await manage(booking)).toContain('You asked to move to Thursday 4 February, 14:00');
    const { message, replies } = await ground.card(booking);
    expect(message.title).toBe('Asks to move');
    expect(replies.map(textOf).at(-1)).toBe('Sam Rivers asks to move to <time>');

    const again = await ground.change(booking, 'reschedule', { start: LATER });
    expect(again.json).toMatchObject({ sequence: 2 });
    expect(await ground.press('confirm', booking.uid)).toBe('Confirmed. Sam Rivers has <time>');
    const moved = await ground.read(booking);
    expect(moved).toMatchObject({ uid: booking.uid, start: LATER, rescheduledFrom: START });
    expect(moved.moveRequested).toBeUndefined();
    expect(await ground.free('2027-02-04')).toContain('09:00');
    expect(await manage(booking)).not.toContain('moved this meeting');
  });

  it('takes its place among those of its new day at once, and no second one of its old day', async () => {
    await ground.says('set limit 2 a day');
    const booking = await ground.book(START);
    await ground.press('confirm', booking.uid);
    const wish = (start: string) => ground.change(booking, 'reschedule', { start });
    expect((await wish(LATER)).status).toBe(200);
    expect(await ground.free('2027-02-04')).toContain('11:00');
    expect((await wish(FRIDAY)).status).toBe(200);
    await ground.book('2027-02-05T12:00:00.000Z');
    expect(await ground.free('2027-02-05')).toEqual([]);
    const { json } = await ground.tryToBook('2027-02-05T14:00:00.000Z');
    expect(json).toMatchObject({ status: 422, reason: 'limit' });
    expect((await wish('2027-02-05T14:00:00.000Z')).status).toBe(200);
    await ground.press('confirm', booking.uid);
    expect(await ground.free('2027-02-05')).toEqual([]);
    expect(await ground.free('2027-02-04')).toContain('09:00');
  });

  it('may overlap the old time, and another wish replaces it', async () => {
    const booking = await ground.book(START);
    await ground.press('confirm', booking.uid);
    const near = '2027-02-04T09:15:00.000Z';
    expect((await ground.change(booking, 'reschedule', { start: LATER })).status).toBe(200);
    expect((await ground.change(booking, 'reschedule', { start: near })).json).toMatchObject({
      moveRequested: { times: [{ start: near }] },
    });
    expect(await ground.free('2027-02-04')).toContain('13:00');
    await ground.press('confirm', booking.uid);
    expect(await ground.read(booking)).toMatchObject({ start: near });
  });

  it.each([
    ['declined', (): Promise<unknown> => ground.says('bookings'), 'host'],
    ['not answered', () => ground.at('2027-02-03T07:00:00Z'), 'system'],
  ] as const)('drops only the new time when it is %s', async (_how, wait, actor) => {
    const booking = await ground.book(START);
    await ground.press('confirm', booking.uid);
    await ground.change(booking, 'reschedule', { start: LATER });
    await wait();
    if (actor === 'host') await ground.press('decline', booking.uid);
    const stands = await ground.read(booking);
    expect(stands).toMatchObject({ status: 'confirmed', start: START, sequence: 3 });
    expect(stands.moveRequested).toBeUndefined();
    expect((await ground.history(booking)).at(-1)).toBe(`3 move_declined by ${actor}`);
    expect(await ground.free('2027-02-04')).toContain('13:00');
  });

  it('goes with the booking when that is cancelled', async () => {
    const booking = await ground.book(START);
    await ground.press('confirm', booking.uid);
    await ground.change(booking, 'reschedule', { start: LATER });
    await ground.change(booking, 'cancel');
    expect(await ground.free('2027-02-04')).toEqual(expect.arrayContaining(['09:00', '13:00']));
    await ground.at('2027-02-03T07:00:00Z');
    expect((await ground.history(booking)).at(-1)).toBe('3 cancelled by attendee');
  });
});
