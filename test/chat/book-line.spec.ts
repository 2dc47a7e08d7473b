import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { at, BookingWindow, fieldIn, labelsIn, optionsIn } from './booking-window.js';
import { ChatRoom, SETUP } from './chat-room.js';

/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
describe('the command that books', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  let grace: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    [ada, grace] = [room.newcomer(), room.newcomer()];
    for (const host of [ada, room.newcomer()]) await room.hear(host, SETUP);
  });

  const says = (text: string): Promise<string> => room.says(grace, text);

  it('hears when first and whom second, or nobody', async () => {
    for (const line of [`tomorrow with ${ada.userKey}`, `tomorrow @${ada.userKey}`]) {
      expect(await says(`/book ${line}`)).toContain('At what time on Tue 2 Feb 2027?');
    }
    expect(await says('/book friday 10:00')).toContain('Who would you like to meet?');
    expect(await says(ada.userKey)).toContain('e-mail');
    const window = new BookingWindow(room, grace);
    const asked = await window.open('/book friday 10:00');
    const whom = optionsIn(asked, 'host')[labelsIn(asked, 'host').indexOf(ada.name)] ?? '';
    const named = await window.change(asked, { host: whom });
    expect(fieldIn(named, 'time').value).toBe(at('2027-02-05T09:00:00Z'));
    await window.leave(named);
  });

  it('says until when somebody takes no bookings, however they are named', async () => {
    await room.hear(ada, '/schedule pause');
    for (const line of [`/book with @${ada.userKey}`, `/book ${ada.userKey}`, ada.userKey]) {
      expect(await says(line)).toBe(`${ada.name} takes no bookings for now. Try again later.`);
    }
    await room.hear(ada, '/schedule pause until friday');
    for (const line of [`/book @${ada.userKey}`, `friday with ${ada.userKey}`]) {
      expect(await says(line)).toBe(`${ada.name} takes no bookings until Fri 5 Feb 2027.`);
    }
    expect(await says('/book people')).not.toContain(ada.userKey);
  });
});
