import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { MONDAY_MORNING } from '../../test/e2e/app.js';

describe('time off by mistake:', () => {
  let room: ChatRoom;
  let ada: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    room.app.clock.set(MONDAY_MORNING);
    ada = room.newcomer();
    await room.hear(ada, SETUP);
  });

  const list = () => room.says(ada, '/schedule off');
  const undoOf = async (line: string) => {
    const { buttons = [] } = await room.hear(ada, `/schedule off ${line}`);
    const undo = buttons.find(({ verb }) => verb === 'undo');
    if (!undo) throw new Error(`There is no Undo after ${line}.`);
    return undo;
  };

  it.each([
    ['a day off', [], 'add 2027-02-03 - 2027-02-05 ill', 'Wed 3 Feb 2027 – Fri 5 Feb 2027'],
    ['a day off over other hours', ['open 2027-02-03 18-20'], 'add 2027-02-03', 'Wed 3 Feb 2027'],
    ['a block', [], 'add 2027-02-03 9-12 dentist', 'Wed 3 Feb 2027'],
    ['other hours', ['add 2027-02-06 trip'], 'open 2027-02-06 10-12', 'Sat 6 Feb 2027'],
    ['days given back', ['add 2027-02-03'], 'remove 2027-02-03', 'Wed 3 Feb 2027'],
    ['a block cut', ['add 2027-02-03 9-17'], 'remove 2027-02-03 10-11', 'Wed 3 Feb 2027'],
    ['a block lifted', ['add 2027-02-03 9-17 bank'], 'remove 2027-02-03', 'Wed 3 Feb 2027'],
  ])('%s is undone within ten minutes', async (_what, given, line, dates) => {
    for (const one of given) await room.hear(ada, `/schedule off ${one}`);
    const before = await list();
    const undo = await undoOf(line);
    expect(await list()).not.toBe(before);
    expect(await room.press(ada, undo)).toBe(`Undone.\nAs it was before: ${dates}.`);
    expect(await list()).toBe(before);
    expect(await room.press(ada, undo)).toBe('That was undone already.');
  });

  it('is undone by its host or a delegate, and not after ten minutes', async () => {
    const eve = room.newcomer();
    const [first, second] = [await undoOf('add 2027-02-03'), await undoOf('add 2027-02-04')];
    expect(await room.press(eve, first)).toContain('not yours');
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    expect(await room.press(eve, first)).toContain('As it was before: Wed 3 Feb 2027.');
    room.app.clock.set('2027-02-01T07:11:00Z');
    expect(await room.press(ada, second)).toContain('more than ten minutes ago');
    expect(await list()).not.toContain('3 Feb');
  });

  it('is undone while nothing newer stands there, and offered only where something changed', async () => {
    const undo = await undoOf('add 2027-02-03 - 2027-02-05');
    await room.hear(ada, '/schedule off remove 2027-02-04');
    expect(await room.press(ada, undo)).toContain('Those days or hours were changed again since');
    const again = await room.hear(ada, '/schedule off add 2027-02-03');
    expect(again.buttons ?? []).toEqual([]);
    const cut = await undoOf('add 2027-02-08 9-12');
    await room.hear(ada, '/schedule off remove 2027-02-08 9-10');
    expect(await room.press(ada, cut)).toContain('Those days or hours were changed again since');
  });

  it('is not undone in a calendar that has another host since', async () => {
    const bob = room.newcomer();
    await room.hear(bob, SETUP);
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    await room.hear(ada, '/schedule off add 2027-02-03');
    const undo = await undoOf('remove 2027-02-03');
    await room.hear(ada, '/schedule calendar use 1');
    await room.handOver(ada, bob);
    expect(await room.press(ada, undo)).toContain('Those days or hours were changed again since');
    expect(await list()).toContain('No days off');
  });

  it('is undone where it was done, and says so when a newer calendar keeps it', async () => {
    const undo = await undoOf('add 2027-02-03');
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    expect(await room.press(ada, undo)).toContain(
      'As it was before in “Intro call”: Wed 3 Feb 2027. Your other calendars have the dates that they had.',
    );
    expect(await list()).toContain('3 Feb');
  });

  it('asks what becomes of those who booked meanwhile', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03');
    const undo = await undoOf('remove 2027-02-03');
    await room.hear(ada, '/schedule bookings add x@example.com 2027-02-03 10:00');
    const answer = await room.pressed(ada, undo);
    expect(textOf(answer)).toContain('One booking is now outside your hours:');
  });
});
