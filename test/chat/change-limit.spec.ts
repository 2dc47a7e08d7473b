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
    const [row] = await room.app.database.query<{ uid: string }>('select uid from booking');
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
    const kept = await room.app.database.query('select status from booking');
    expect(kept).toEqual([{ status: 'confirmed' }]);
  });
});
