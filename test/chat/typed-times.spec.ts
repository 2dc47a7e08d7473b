import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Form } from '../../bots/core/forms/form.js';
import { MONDAY_MORNING } from '../e2e/app.js';
import { ApprovalGround } from '../e2e/life/approval-ground.js';
import { optionsIn } from './booking-window.js';
import { answerText, ChatRoom, formIn } from './chat-room.js';

const START = '2027-02-04T09:00:00.000Z';
const TUESDAY = '2027-02-02T09:00:00.000Z';

let room: ChatRoom;
let ground: ApprovalGround;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  ground = await ApprovalGround.in(room);
});

const says = (text: string): Promise<string> => room.says(ground.ada, text);

describe('a time that a host types', () => {
  const OVER = 'Sun 31 Jan 2027, 10:00 (Europe/Berlin) is over already. Name a time that is ahead';

  it('is refused at once when it is over, with times that are free', async () => {
    const booking = await ground.book(TUESDAY);
    const code = booking.uid.slice(0, 6);
    for (const line of [`move ${code}`, `propose ${code}`, 'add x@example.com']) {
      const answer = await says(`/schedule bookings ${line} 2027-01-31 10:00`);
      expect(answer).toContain(OVER);
      expect(answer).not.toContain('all the same');
      expect(await says('yes')).not.toMatch(/Moved|Proposed|Booked/);
    }
    expect(await says(`/schedule bookings move ${code} 2027-01-31 10:00`)).toContain('free:');
    const several = `propose ${code} 2027-02-03 10:00, 2027-01-31 10:00`;
    expect(await says(`/schedule bookings ${several}`)).toContain(OVER);
  });

  it('is refused when it passed while the question stood', async () => {
    const { uid } = await ground.book(TUESDAY);
    const question = await says(`/schedule bookings move ${uid.slice(0, 6)} 2027-02-01 08:15`);
    expect(question).toContain('Do you want it all the same');
    room.app.clock.set('2027-02-01T07:20:00Z');
    expect(await says('yes')).toContain('08:15 (Europe/Berlin) is over already');
  });

  it('is no other time when the booking has it', async () => {
    const { uid } = await ground.book(TUESDAY);
    const code = uid.slice(0, 6);
    const same = 'It stands at Tue 2 Feb 2027, 10:00 (Europe/Berlin) already';
    expect(await says(`/schedule bookings propose ${code} tuesday 10:00`)).toContain(same);
    expect(await says(`/schedule bookings move ${code} tuesday 10:00`)).toContain(same);
    await says(`/schedule bookings cancel ${code} --yes`);
    expect(await says(`/schedule bookings move ${code} tuesday 10:00`)).toContain('cancelled');
  });
});

describe('a time without a day that a host types', () => {
  it('is one of the day of the booking, by the clock of that day', async () => {
    const booking = await ground.book(START);
    const move = `/schedule bookings move ${booking.uid.slice(0, 6)}`;
    expect(await says(`${move} 16:00`)).toContain('Moved.');
    expect((await ground.read(booking)).start).toBe('2027-02-04T15:00:00.000Z');
    expect(await says(`${move} 16:00`)).toContain('It stands at Thu 4 Feb 2027, 16:00');
    expect(await says(`${move} 20:00`)).toContain('Thu 4 Feb 2027, 20:00');
    await says('no');
    expect(await says(`${move} today 16:00`)).toContain('Moved.');
    expect((await ground.read(booking)).start).toBe('2027-02-01T15:00:00.000Z');
    expect(await says(`${move} 07:00`)).toContain('Mon 1 Feb 2027, 07:00 (Europe/Berlin) is over');
  });

  it('is proposed for that day, or for the one that is named before it', async () => {
    const booking = await ground.book(START);
    const propose = `/schedule bookings propose ${booking.uid.slice(0, 6)}`;
    expect(await says(`${propose} 16:00, tomorrow 10:00, 11:00`)).toContain('Proposed to');
    expect((await ground.read(booking)).proposed.times).toEqual([
      expect.objectContaining({ start: '2027-02-02T09:00:00.000Z' }),
      expect.objectContaining({ start: '2027-02-02T10:00:00.000Z' }),
      expect.objectContaining({ start: '2027-02-04T15:00:00.000Z' }),
    ]);
  });

  it('is of the day that stands in a window, which is first the booking’s own', async () => {
    const booking = await ground.book(START);
    const open = () =>
      room.openForm(ground.ada, `/schedule bookings move ${booking.uid.slice(0, 6)}`);
    const handedIn = async (form: Form, words: string) =>
      answerText(await room.submitForm(ground.ada, room.filled(form, { words })));
    expect(await handedIn(await open(), '14:00')).toContain('Moved.');
    expect((await ground.read(booking)).start).toBe('2027-02-04T13:00:00.000Z');
    const onFriday = room.filled(await open(), { day: '2027-02-05' });
    const friday = formIn(await room.changeForm(ground.ada, onFriday, 'day'));
    expect(await handedIn(friday, 'at 2pm')).toContain('Moved.');
    expect((await ground.read(booking)).start).toBe('2027-02-05T13:00:00.000Z');
  });

  it('is one of the day that is talked about in a dialogue', async () => {
    const booking = await ground.book(START);
    await room.pressed(ground.ada, { verb: 'reschedule', subject: booking.uid });
    const times = async (text: string) => {
      const { lines } = await room.hear(ground.ada, text);
      return lines.flat().flatMap((part) => {
        const isTime = typeof part !== 'string' && part.kind === 'time';
        return isTime ? [new Date(part.at).toISOString()] : [];
      });
    };
    expect(await times('11:30')).toEqual([START, '2027-02-04T10:30:00.000Z']);
    await says('move without asking');
    expect(await times('friday 12:00')).toEqual([START, '2027-02-05T11:00:00.000Z']);
    expect(await times('13:00')).toEqual([START, '2027-02-05T12:00:00.000Z']);
    await says('another time');
    expect(await times('14:00')).toEqual([START, '2027-02-05T13:00:00.000Z']);
    // A time that is asked about, or taken, is talked about too.
    expect(await says('saturday 07:00')).toContain('all the same');
    expect(await says('08:00')).toContain('Sat 6 Feb 2027, 08:00');
    await says('stop');
  });
});

describe('the list of appointments', () => {
  it('says of each what waits for an answer', async () => {
    const booking = await ground.book(TUESDAY);
    const code = booking.uid.slice(0, 6);
    const row = async (list = 'bookings') => {
      const lines = (await says(`/schedule ${list}`)).split('\n');
      return lines.find((line) => line.includes(code)) ?? '';
    };
    expect(await row()).toMatch(new RegExp(`${code}$`));
    await says(`/schedule bookings propose ${code} wednesday 10:00, thursday 10:00`);
    expect(await row()).toMatch(/ · Other times proposed: <time>, <time>$/);
    expect(await row('agenda week')).toMatch(/ · Other times proposed: <time>, <time>$/);
    await ground.change(booking, 'proposal', { start: null });
    expect(await row()).toMatch(new RegExp(`${code}$`));
    await says('/schedule set approval on');
    await ground.change(booking, 'reschedule', { start: START });
    expect(await row()).toMatch(/ · Asks to move: <time>$/);
    expect(await row('bookings pending')).toMatch(/ · Asks to move: <time>$/);
    for (const verb of ['confirm', 'decline']) {
      expect(await says(`/schedule bookings ${verb}`)).toContain(`bookings ${verb} ${code}`);
      const form = await room.openForm(ground.ada, `/schedule bookings ${verb}`);
      expect(optionsIn(form, 'booking')).toEqual([code]);
    }
    await says(`/schedule bookings decline ${code}`);
    expect(await row()).toMatch(new RegExp(`${code}$`));
    expect(await says('/schedule bookings pending')).toBe('Nothing waits for you.');
    await ground.change(booking, 'reschedule', { start: START });
    expect(await says('/schedule bookings pending')).toContain('Waiting for you: 1 request');
    room.app.clock.set('2027-02-02T08:59:00Z');
    expect(await says('/schedule bookings pending')).toBe('Nothing waits for you.');
  });
});
