import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '../../bots/core/message.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { MONDAY_MORNING } from '../e2e/app.js';
import { ApprovalGround } from '../e2e/life/approval-ground.js';
import { ChatRoom, textOf } from './chat-room.js';

const START = '2027-02-04T09:00:00.000Z';
const TUESDAY = '2027-02-02T09:00:00.000Z';

/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
describe('the times that a host has chosen in a search', () => {
  let room: ChatRoom;
  let ground: ApprovalGround;
  let ada: ChatPerson;
  let last: Message;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    room.app.clock.set(MONDAY_MORNING);
    ground = await ApprovalGround.in(room);
    ada = ground.ada;
  });

  const says = async (text: string): Promise<string> => {
    last = await room.hear(ada, text);
    return textOf(last);
  };
  const search = (subject: string) => room.pressed(ada, { verb: 'propose', subject });
  const labels = (): string[] => (last.choices?.options ?? []).map(({ label }) => label);

  it.each([
    ['adds another one', 'wednesday 12:00', 2],
    ['says yes', 'yes', 1],
  ])('stay insisted on when the host loses another one and %s', async (_, line, left) => {
    const booking = await ground.book(START);
    await search(booking.uid);
    await says('2027-02-07 10:00');
    await says('yes');
    expect(await says('tuesday 10:00')).toContain('Propose 2 other times');
    room.app.clock.set('2027-02-01T07:06:00Z');
    await ground.book(TUESDAY);
    const answer = await says(line);
    expect(answer.match(/has just been taken/g)).toHaveLength(1);
    expect(answer).not.toContain('Not offered');
    await says('back');
    expect(labels()[0]).toBe(left === 1 ? 'Propose it' : `Propose these ${left}`);
    await says('yes');
    expect((await ground.read(booking)).proposed.times).toHaveLength(left);
  });

  it.each([
    ['a move of another booking is typed', (code: string) => `bookings move ${code} tuesday 10:00`],
    ['other times are typed', (code: string) => `bookings propose ${code} tuesday 10:00`],
    ['somebody is booked', () => 'bookings add x@example.com tuesday 10:00'],
  ])('do not stand in their own way when %s', async (_, line) => {
    const [booking, other] = [await ground.book(START), await ground.book('2027-02-05T09:00:00Z')];
    await search(booking.uid);
    await says('tuesday 10:00');
    expect(await ground.free('2027-02-02')).not.toContain('09:00');
    const answer = await says(`/schedule ${line(other.uid.slice(0, 6))}`);
    expect(answer).toMatch(/^(?:Moved|Proposed|Booked)/);
    expect(await says('yes')).toContain('just been taken');
  });

  it.each([
    ['another search', (uid: string) => `/schedule bookings propose ${uid.slice(0, 6)}`],
    [
      'the question before a cancel',
      (uid: string) => `/schedule bookings cancel ${uid.slice(0, 6)}`,
    ],
    ['a question for a yes', () => '/schedule calendar delete 1 --bookings keep'],
    ['a set-up', () => '/schedule setup'],
  ])('are given back for %s', async (_, line) => {
    const [booking, other] = [await ground.book(START), await ground.book('2027-02-05T09:00:00Z')];
    await search(booking.uid);
    await says('tuesday 10:00');
    expect(await ground.free('2027-02-02')).not.toContain('09:00');
    await says(line(other.uid));
    expect(await ground.free('2027-02-02')).toContain('09:00');
  });

  it('are named with the reason when the rules have come to forbid one', async () => {
    const booking = await ground.book(START);
    await search(booking.uid);
    await says('tuesday 10:00');
    await says('/schedule off add 2027-02-02');
    const answer = await says('wednesday 12:00');
    expect(answer).toContain('Tue 2 Feb 2027, 10:00 (Europe/Berlin): Not offered: ');
    expect(answer).not.toContain('just been taken');
    await says('back');
    expect(await says('yes')).toBe('Proposed to Sam Rivers, held for a day at most: <time>');
  });
});
