import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Button, Message } from '../../bots/core/message.js';
import { Booking } from '../../src/bookings/booking.entity.js';
import { Database } from '../../src/database/database.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { MONDAY_MORNING } from '../e2e/app.js';
import { ApprovalGround } from '../e2e/life/approval-ground.js';
import { ChatRoom, textOf } from './chat-room.js';

const START = '2027-02-04T09:00:00.000Z';
const TUESDAY = '2027-02-02T09:00:00.000Z';

let room: ChatRoom;
let ground: ApprovalGround;
let ada: ChatPerson;
let last: Message;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  ground = await ApprovalGround.in(room);
  ada = ground.ada;
});

const press = async (verb: Button['verb'], subject: string, person = ada): Promise<string> => {
  last = await room.pressed(person, { verb, subject });
  return textOf(last);
};
const says = async (text: string, person = ada): Promise<string> => {
  last = await room.hear(person, text);
  return textOf(last);
};
const choose = async (label: string | RegExp, person = ada): Promise<string> => {
  const found = last.choices?.options.find((option) => option.label.match(label));
  if (!found) throw new Error(`No choice ${String(label)} under: ${textOf(last)}`);
  last = await room.choose(person, last, found.id);
  return textOf(last);
};
const labels = (): string[] => (last.choices?.options ?? []).map(({ label }) => label);

describe('the host’s Propose and Reschedule', () => {
  it('read and show times by the clock of the trip that they fall on', async () => {
    const booking = await ground.book(START);
    await says('/schedule set travel Asia/Tokyo 2027-02-08..2027-02-12');
    const shown = () =>
      last.lines.flat().flatMap((part) => {
        const isTime = typeof part !== 'string' && part.kind === 'time';
        return isTime ? [`${new Date(part.at).toISOString()} ${part.timeZone}`] : [];
      });
    const tokyo = (hour: string) => `2027-02-09T${hour}:00.000Z Asia/Tokyo`;
    expect(await press('reschedule', booking.uid)).toContain('days in Europe/Berlin, Asia/Tokyo');
    await says('2027-02-09 10:00');
    expect(shown()).toEqual([`${START} Europe/Berlin`, tokyo('01:00')]);
    await choose('Add another time');
    expect(await choose('Tue 9 Feb 2027')).toContain('times in Asia/Tokyo');
    expect(labels()[0]).toBe('09:00');
    await says('11:30');
    expect(shown()).toEqual([`${START} Europe/Berlin`, tokyo('01:00'), tokyo('02:30')]);
    expect(await choose('Add another time')).toContain('One more');
    expect(await says('2027-02-09 20:00')).toContain('Tue 9 Feb 2027, 20:00 (Asia/Tokyo)');
    await choose('Another time');
    await says('friday 12:00');
    await says('yes');
    expect(shown()).toEqual([
      '2027-02-05T11:00:00.000Z Europe/Berlin',
      ...[tokyo('01:00'), tokyo('02:30')],
    ]);
  });

  it('lead from a day and times to a proposal of up to three, confirmed in full', async () => {
    const booking = await ground.book(START);
    expect(await press('reschedule', booking.uid)).toContain('another time suit you?');
    expect(textOf(last)).toContain('To leave at any time, say stop.');
    expect(labels()).toEqual(expect.arrayContaining(['Tue 2 Feb 2027', 'Move without asking']));
    expect(await choose('Tue 2 Feb 2027')).toContain('At what time on Tue 2 Feb 2027?');
    expect(textOf(last)).not.toContain('stop');
    expect(await choose('10:00')).toContain('Propose another time for “Intro call” to Sam Rivers?');
    expect(labels()[0]).toBe('Propose it');
    expect(await choose('Add another time')).toContain('One more time for Sam Rivers');
    await choose('Tue 2 Feb 2027');
    expect(labels()).not.toContain('10:00');
    await choose('11:00');
    // A third one can simply be typed.
    expect(await says('friday 12:00')).toContain('Propose 3 other times');
    expect(labels()).toEqual(['Propose these 3', 'Other times instead', 'Stop']);
    // What was chosen is held already, and nobody was told.
    expect(await ground.free('2027-02-02')).not.toContain('09:00');
    expect(await ground.history(booking)).toEqual(['0 booked by attendee']);
    const done = await says('yes');
    expect(done).toBe('Proposed to Sam Rivers, held for a day at most: <time>, <time>, <time>');
    expect((await ground.read(booking)).proposed.times).toHaveLength(3);
    expect(await ground.free('2027-02-02')).not.toContain('09:00');
  });

  it('move without asking, second', async () => {
    const booking = await ground.book(START);
    await press('reschedule', booking.uid);
    expect(await choose('Move without asking')).toContain('To which day does the meeting');
    await choose('Tue 2 Feb 2027');
    expect(await choose('10:00')).toContain('Move “Intro call” with Sam Rivers?');
    expect(await ground.free('2027-02-02')).not.toContain('09:00');
    await says('stop');
    expect(await ground.free('2027-02-02')).toContain('09:00');
    await says(`/schedule bookings move ${booking.uid.slice(0, 6)}`);
    await says('tuesday 10:00');
    expect(await choose('Move it')).toBe('Moved. Sam Rivers now has <time>');
    expect(await ground.read(booking)).toMatchObject({ start: TUESDAY, rescheduledFrom: START });
    expect((await ground.history(booking)).at(-1)).toBe('1 moved by host');
  });

  it('ask before a time against the host’s own rules, and never allow one that is taken', async () => {
    const booking = await ground.book(START);
    await ground.book(TUESDAY);
    await says(`/schedule bookings move ${booking.uid.slice(0, 6)}`);
    expect(await says('2027-02-06 07:00')).toContain('outside your weekly hours. Do you want it');
    expect(await choose('Another time')).toContain('To which day');
    expect(await says('2027-02-02 10:05')).toContain('Something else is booked or blocked then.');
    expect(await says('2027-02-04 10:00')).toContain('That is its present time.');
    expect(await says('2027-01-04 10:00')).toContain('over already');
    await says('2027-02-06 07:00');
    expect(await says('yes')).toContain('Move “Intro call” with Sam Rivers?');
    expect(await says('yes')).toBe('Moved. Sam Rivers now has <time>');
    expect(await ground.read(booking)).toMatchObject({ start: '2027-02-06T06:00:00.000Z' });
  });

  it.each([
    ['paused', '/schedule pause', 'Paused.'],
    [
      'deleted, with its bookings kept',
      '/schedule calendar delete 1 --bookings keep --yes',
      'eleted',
    ],
  ])('are there on a calendar that is %s, which takes new bookings only', async (_, line, done) => {
    const booking = await ground.book(START);
    expect(await says(line)).toContain(done);
    const code = booking.uid.slice(0, 6);
    await says(`/schedule bookings propose ${code}`);
    await says('tuesday 10:00');
    expect(await says('yes')).toBe('Proposed to Sam Rivers, held for a day at most: <time>');
    await says(`/schedule bookings move ${code}`);
    expect(await says('2027-02-06 07:00')).toContain('outside your weekly hours. Do you want it');
    await says('yes');
    expect(await says('yes')).toBe('Moved. Sam Rivers now has <time>');
    const again = `/schedule bookings move ${code} 2027-02-02 10:00`;
    expect(await says(again)).toBe('Moved. Sam Rivers now has <time>');
  });

  it('offer fresh times when one was taken meanwhile, and keep the others', async () => {
    const booking = await ground.book(START);
    await press('propose', booking.uid);
    await says('tuesday 10:00');
    expect(await says('friday 12:00')).toContain('Propose 2 other times');
    expect((await ground.tryToBook(TUESDAY)).status).toBe(409);
    // They think about it for too long: nothing is held for them any more.
    room.app.clock.set('2027-02-01T07:06:00Z');
    await ground.book(TUESDAY);
    expect(await choose('Propose these 2')).toMatch(/has just been taken[^]*One more time/);
    await says('back');
    expect(labels()[0]).toBe('Propose it');
    expect(await says('1')).toBe('Proposed to Sam Rivers, held for a day at most: <time>');
  });

  it('are nobody else’s, and end by themselves', async () => {
    const booking = await ground.book(START);
    const [eve, stranger] = [room.newcomer(), room.newcomer()];
    expect(await press('reschedule', booking.uid, stranger)).toBe('That is not your booking.');
    await press('reschedule', booking.uid);
    expect(await choose('Tue 2 Feb 2027', stranger)).toContain('This picker has expired.');
    await ground.says(`calendar delegate add @${eve.userKey}`);
    expect(await press('propose', booking.uid, eve)).toContain('another time suit you?');
    await ground.says(`calendar delegate remove @${eve.userKey}`);
    expect(await choose('Tue 2 Feb 2027', eve)).toBe('That is not your booking.');
    await press('reschedule', booking.uid);
    room.app.clock.set('2027-02-01T07:30:00Z');
    expect(await choose('Tue 2 Feb 2027')).toContain('This picker has expired.');
    expect(last.buttons).toMatchObject([{ verb: 'reschedule', subject: booking.uid }]);
    await ground.change(booking, 'cancel');
    expect(await press('reschedule', booking.uid)).toBe('It was cancelled already.');
  });

  it('cancel after a yes alone, with a reason if the host gives one', async () => {
    const booking = await ground.book(START);
    const code = booking.uid.slice(0, 6);
    expect(await ground.says(`bookings cancel ${code}`)).toContain('Cancel “Intro call” with Sam');
    expect(await says('I am ill')).toContain('Reason: I am ill');
    expect(await says('no')).toBe('Kept. Nothing was changed.');
    await press('cancel', booking.uid);
    expect(await choose('Keep')).toBe('Kept. Nothing was changed.');
    expect(await ground.read(booking)).toMatchObject({ status: 'confirmed' });
    await press('cancel', booking.uid);
    expect(await choose('Yes, cancel')).toBe('Cancelled. Sam Rivers no longer has <time>');
  });
});

describe('whoever booked in chat', () => {
  let grace: ChatPerson;
  let booking: Booking;
  beforeEach(() => {
    grace = room.newcomer();
  });

  /** Grace books Ada by talk, Thursday 10:00 in Berlin. */
  const booked = async (): Promise<void> => {
    for (const text of [`/book @${ada.userKey} 2027-02-04 10:00`, '-', '-', 'yes']) {
      await room.hear(grace, text);
    }
    booking = await room.app.nest
      .get(Database)
      .read((em) => em.findOneOrFail(Booking, { attendeeName: grace.name }));
  };
  const card = async (): Promise<Message> => {
    await ground.settled();
    return room.cardIn(`@${grace.userKey}`) ?? { lines: [] };
  };
  const cardButton = async (label: string | RegExp): Promise<Button> => {
    const found = (await card()).buttons?.find((button) => button.label.match(label));
    if (!found) throw new Error(`No button ${String(label)} under: ${textOf(await card())}`);
    return found;
  };
  const hostCard = async (): Promise<string> => {
    await ground.settled();
    const cards = [...room.platform.messages.values()].filter(
      ({ channel }) => channel === 'bookings',
    );
    const code = booking.uid.slice(0, 6);
    return cards.map(({ message }) => textOf(message)).find((text) => text.includes(code)) ?? '';
  };
  const history = () => ground.history(booking);

  it('takes one of the proposed times by one press on their card, or none', async () => {
    await booked();
    const code = booking.uid.slice(0, 6);
    await ground.says(`bookings propose ${code} 2027-02-05 10:00, 2027-02-05 11:00`);
    expect((await card()).title).toBe(`${ada.name} proposes other times`);
    const [first] = [await cardButton(/10:00/)];
    expect(await room.press(ada, first)).toBe('That is not your booking.');
    expect(await room.press(grace, await cardButton('None of these'))).toContain('stays at its');
    expect((await history()).at(-1)).toBe('2 proposal_ended by attendee');
    expect(await room.press(grace, first)).toContain('nobody asks for another time');
    await ground.says(`bookings propose ${code} 2027-02-05 10:00, 2027-02-05 11:00`);
    expect(await room.press(grace, await cardButton(/11:00/))).toContain('Moved: “Intro call”');
    expect((await card()).title).toBe('Moved');
    expect((await history()).at(-1)).toBe('4 moved by attendee');
  });

  it('asks to move on a calendar that its host confirms, and takes that back', async () => {
    await booked();
    await ground.says('set approval on');
    expect(await press('move-mine', booking.uid, grace)).toContain('On which day');
    await says('friday 12:00', grace);
    expect(await says('yes', grace)).toContain('Until then the old time stands.');
    expect(await hostCard()).toContain('Asks to move');
    expect((await card()).title).toBe('You asked to move');
    const withdraw = await cardButton('Keep the present time');
    expect(await room.press(ada, withdraw)).toBe('That is not your booking.');
    expect(await room.press(grace, withdraw)).toContain('No longer asked to move.');
    expect(await room.press(grace, withdraw)).toContain('nobody asks for another time');
    expect(await hostCard()).not.toContain('Asks to move');
    expect(await ground.free('2027-02-05')).toContain('11:00');
    expect((await history()).at(-1)).toBe('2 move_withdrawn by attendee');
  });

  it('keeps the time where the host asks to move, and the host sees it', async () => {
    await booked();
    const off = await room.hear(ada, '/schedule off add 2027-02-04');
    const ask = off.buttons?.find(({ verb }) => verb === 'move-affected');
    if (!ask) throw new Error(textOf(off));
    await room.press(ada, ask);
    expect((await card()).title).toBe(`${ada.name} asks you to choose another time`);
    expect(await hostCard()).toContain('is asked to choose another time');
    expect(await room.press(grace, await cardButton('Keep this time'))).toContain('is told that');
    expect(await hostCard()).toContain(`${grace.name} keeps this time.`);
    expect((await history()).at(-1)).toBe('2 move_kept by attendee');
    expect((await card()).title).toBe('Booked');
  });
});
