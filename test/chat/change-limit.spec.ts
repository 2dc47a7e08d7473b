import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApprovalGround } from '../e2e/life/approval-ground.js';
import { ChatRoom } from './chat-room.js';

const TOO_MANY = 'Too many bookings or changes in a short time.';

let room: ChatRoom;
beforeAll(async () => {
  room = await ChatRoom.open({ environment: { RATE_LIMITS: 'on' } });
});
afterAll(() => room.close());

describe('presses about one booking', () => {
  it('count like those on its page, twenty in ten minutes', async () => {
    const { ada } = await ApprovalGround.in(room);
    const grace = room.newcomer();
    for (const line of [`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-']) {
      await room.says(grace, line);
    }
    expect(await room.says(grace, 'yes')).toContain('Booked');
    const [row] = await room.app.database.query<{ uid: string }>(
      `select uid from booking where attendee_name = '${grace.name}'`,
    );
    const subject = row?.uid ?? '';
    const press = (verb: 'keep-time' | 'withdraw-move' | 'take-none') =>
      room.press(grace, { verb, subject });
    for (let times = 0; times < 10; times += 1) {
      expect(await press('keep-time')).not.toContain(TOO_MANY);
      expect(await press('withdraw-move')).not.toContain(TOO_MANY);
    }
    for (const verb of ['keep-time', 'withdraw-move', 'take-none'] as const) {
      expect(await press(verb)).toContain(TOO_MANY);
    }
    await room.says(grace, `/book cancel ${subject.slice(0, 6)}`);
    expect(await room.says(grace, 'cancel')).toContain(TOO_MANY);
    const kept = await room.app.database.query(
      `select status from booking where attendee_name = '${grace.name}'`,
    );
    expect(kept).toEqual([{ status: 'confirmed' }]);
  });
});

describe('times that are held for a move', () => {
  it('do not count when their attendee gives them back', async () => {
    const ground = await ApprovalGround.in(room);
    const grace = room.newcomer();
    for (const line of [`/book @${ground.ada.userKey} 2027-02-02 10:00`, '-', '-']) {
      await room.says(grace, line);
    }
    const code = /Code (\w{6})/.exec(await room.says(grace, 'yes'))?.[1] ?? '';
    let question = await room.hear(grace, `/book move ${code} --when "friday 12:00"`);
    for (let times = 0; times < 5; times += 1) {
      await room.choose(grace, question, 'time');
      question = await room.hear(grace, 'friday 12:00');
    }
    expect(await ground.free('2027-02-05')).not.toContain('11:00');
  });

  it('do not count for a host, who acts by hand', async () => {
    const ground = await ApprovalGround.in(room);
    const booking = await ground.book('2027-02-04T09:00:00.000Z');
    await ground.says(`bookings move ${booking.uid.slice(0, 6)}`);
    for (const hour of [9, 10, 11, 12, 13, 14, 15, 9, 10, 11, 14]) {
      await room.says(ground.ada, `tuesday ${hour}:00`);
    }
    expect(await ground.free('2027-02-02')).not.toContain('13:00');
  });
});
