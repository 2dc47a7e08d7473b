import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Message } from '../message.js';
import { AttendanceLists } from '../../../src/bookings/attendance/attendance-lists.service.js';
import type { ChatPerson } from '../../../src/hosts/identities.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { aRequest } from '../../../test/builders/booking.js';
import { ChatRoom, SETUP, textOf } from '../../../test/chat/chat-room.js';

let room: ChatRoom;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 90_000);
afterAll(() => room.close());

/** The clock shows this time, and two processes look at it. */
async function at(now: string): Promise<void> {
  room.app.clock.set(now);
  const lists = room.app.nest.get(AttendanceLists);
  await Promise.all([lists.attend(Date.parse(now)), lists.attend(Date.parse(now))]);
  await room.app.nest.get(Jobs).settle(20_000);
}

async function booked(host: ChatPerson, starts: readonly string[]): Promise<void> {
  const [, page] = /https:\/\/book\.example\.com(\/\S+)/.exec(await room.says(host, SETUP)) ?? [];
  for (const start of starts) {
    const path = `/api/v1/calendars${page}/bookings`;
    expect((await room.app.ask({ path, body: aRequest(start) })).status).toBe(201);
  }
}

const told = ({ userKey }: ChatPerson) =>
  room.platform.told.filter(({ person }) => person === userKey).map(({ message }) => message);

const isList = ({ title = '' }: Message): boolean => title.includes('mark a no-show');

describe('the list at the end of the day', () => {
  it('comes once, when hours and meetings of the host’s own day are over', async () => {
    const [host, late] = [room.newcomer(), room.newcomer()];
    await booked(host, ['2027-02-02T09:00:00Z', '2027-02-02T12:00:00Z', '2027-02-03T09:00:00Z']);
    await booked(late, ['2027-02-04T12:00:00Z']);
    // Hours end at 17:00 in Berlin.
    await at('2027-02-02T15:59:59Z');
    expect(told(host)).toEqual([]);
    await at('2027-02-02T16:00:00Z');
    await at('2027-02-02T16:01:00Z');
    expect(told(host)).toHaveLength(1);
    const [list] = told(host);
    expect(list?.title).toBe('2 meetings today: mark no-shows');
    expect(list?.buttons?.map(({ verb }) => verb)).toEqual(['no-show', 'no-show']);
    const [button] = list?.buttons ?? [];
    expect(button && (await room.press(host, button))).toContain('did not come');
    // After an outage it is about the day before, and a day without meetings has none.
    await at('2027-02-04T06:00:00Z');
    expect(told(host).map(textOf)[1]).toMatch(/^One meeting on Wed 3 Feb 2027: mark a no-show/);
    await at('2027-02-04T23:30:00Z');
    expect([told(host).length, told(late).length]).toEqual([2, 1]);
  });

  it('counts a long day whole, begins with its first meetings, and names the way to the rest', async () => {
    const host = room.newcomer();
    room.app.clock.set('2027-02-05T06:00:00Z');
    const starts = Array.from({ length: 11 }, (_, index) => 8 * 60 + index * 45);
    await booked(
      host,
      starts.map((start) => new Date(Date.UTC(2027, 1, 8, 0, start)).toISOString()),
    );
    await at('2027-02-08T16:30:00Z');
    const [list] = told(host);
    expect(list?.title).toBe('11 meetings today: mark no-shows');
    expect(list?.buttons).toHaveLength(10);
    const [first, ...others] = list?.lines ?? [];
    expect(first).toContainEqual(
      expect.objectContaining({ at: Date.parse('2027-02-08T08:00:00Z') }),
    );
    expect(others.at(-1)).toEqual(['And one more; mark it with: /schedule bookings attendance']);
  });

  it('comes to a host who gave their only calendar away and kept its meetings', async () => {
    const [host, next] = [room.newcomer(), room.newcomer()];
    room.app.clock.set('2027-02-08T06:00:00Z');
    await booked(host, ['2027-02-10T12:00:00Z']);
    await room.handOver(host, next);
    await at('2027-02-10T11:59:00Z');
    expect(told(host).filter(isList)).toEqual([]);
    await at('2027-02-10T12:30:00Z');
    expect(told(host).filter(isList)).toHaveLength(1);
    expect(told(next).filter(isList)).toEqual([]);
  });
});
