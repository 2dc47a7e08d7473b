import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ChatRoom, textOf } from '../../chat/chat-room.js';
import { MONDAY_MORNING } from '../app.js';
import { arrive, formOf, type Page, textOf as pageText, visit } from '../page/visitor.js';
import { ApprovalGround } from './approval-ground.js';

const START = '2027-02-04T09:00:00.000Z';
const LATER = '2027-02-04T13:00:00.000Z';
const FRIDAY = '2027-02-05T10:00:00.000Z';

let room: ChatRoom;
let ground: ApprovalGround;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  ground = await ApprovalGround.in(room);
});
afterAll(() => room.close());

type Booked = { readonly uid: string; readonly manageToken: string };

const manage = ({ uid, manageToken }: Booked) => visit(room.app, `/b/${uid}?t=${manageToken}`);
const codeOf = ({ uid }: Booked): string => uid.slice(0, 6);
const propose = (booking: Booked, when = '2027-02-04 14:00, 2027-02-05 11:00') =>
  ground.says(`bookings propose ${codeOf(booking)} ${when}`);

function answer(page: Page, choice: Readonly<Record<string, string>>): Promise<Page> {
  const { action, fields } = formOf(page);
  return arrive(room.app, action, { fields: { ...fields, ...choice } });
}

describe('proposed times', () => {
  it('are held for a day; one click on the page takes one, and the others are free again', async () => {
    const booking = await ground.book(START);
    expect(await propose(booking)).toBe(
      'Proposed to Sam Rivers, held for a day at most: <time>, <time>',
    );
    const free = await ground.free('2027-02-04');
    expect([free.includes('09:00'), free.includes('13:00')]).toEqual([false, false]);
    const { message, replies } = await ground.card(booking);
    expect(message.title).toBe('Other times proposed');
    expect(replies.map(textOf)).toEqual([`${ground.ada.name} proposes <time>, <time>`]);
    expect(await ground.read(booking)).toMatchObject({
      ...{ start: START, status: 'confirmed' },
      proposed: {
        times: [{ start: LATER }, { start: FRIDAY }],
        answerBy: '2027-02-02T07:00:00.000Z',
      },
    });

    const page = await manage(booking);
    expect(pageText(page)).toContain('proposes another time');
    const taken = await answer(page, { start: FRIDAY });
    expect(pageText(taken)).toContain('Friday 5 February 2027');
    expect(await ground.read(booking)).toMatchObject({ start: FRIDAY, rescheduledFrom: START });
    expect(await ground.free('2027-02-04')).toEqual(expect.arrayContaining(['09:00', '13:00']));
    expect(await ground.history(booking)).toEqual([
      ...['0 booked by attendee', '1 proposed by host', '2 moved by attendee'],
    ]);
    const again = await answer(page, { start: FRIDAY });
    expect(again.status).toBe(200);
    const late = await answer(page, { start: LATER });
    expect([late.status, pageText(late)]).toEqual([
      409,
      expect.stringContaining('This question is no longer open'),
    ]);
  });

  it('none of which suits leave the booking where it is', async () => {
    const booking = await ground.book(START);
    await propose(booking);
    const page = await answer(await manage(booking), { none: '1' });
    expect(pageText(page)).not.toContain('proposes');
    expect(await ground.read(booking)).toMatchObject({ start: START, status: 'confirmed' });
    expect((await ground.history(booking)).at(-1)).toBe('2 proposal_ended by attendee');
    expect(await ground.free('2027-02-04')).toContain('13:00');
  });

  it('run out after a day, and are gone when the booking is', async () => {
    const [kept, dropped] = [await ground.book(START), await ground.book('2027-02-03T09:00:00Z')];
    await propose(kept);
    await propose(dropped, '2027-02-03 15:00');
    await ground.change(dropped, 'cancel');
    expect(await ground.free('2027-02-03')).toContain('14:00');
    await ground.at('2027-02-02T07:00:00Z');
    expect((await ground.history(kept)).at(-1)).toBe('2 proposal_ended by system');
    expect((await ground.history(dropped)).at(-1)).toBe('2 cancelled by attendee');
    expect(await ground.free('2027-02-04')).toContain('13:00');
  });

  it('are not held beyond the start of the meeting they could replace', async () => {
    const booking = await ground.book(START);
    room.app.clock.set('2027-02-04T05:00:00Z');
    await propose(booking, '2027-02-05 11:00');
    expect(await ground.read(booking)).toMatchObject({ proposed: { answerBy: START } });
  });

  it('leave a request waiting, of which the host is reminded as before', async () => {
    await ground.says('set approval on');
    const booking = await ground.book(START);
    await propose(booking);
    await answer(await manage(booking), { none: '1' });
    await propose(booking);
    await ground.at('2027-02-02T07:00:00Z');
    expect((await ground.history(booking)).at(-1)).toBe('4 proposal_ended by system');
    expect(ground.reminders()).toEqual(['This waits for your answer']);
    const last = 'This waits for your answer and runs out soon';
    await ground.at('2027-02-03T05:00:00Z');
    expect(ground.reminders().at(-1)).toBe(last);
    // Who proposes in the last hours has longer to wait, and is reminded again.
    await propose(booking, '2027-02-05 11:00');
    await ground.at('2027-02-04T03:00:00Z');
    expect(ground.reminders()).toEqual(['This waits for your answer', last, last]);
    await ground.at('2027-02-04T05:00:00Z');
    expect(await ground.read(booking)).toMatchObject({ status: 'expired' });
  });

  it('that suit confirm a request', async () => {
    await ground.says('set approval on');
    const booking = await ground.book(START);
    expect(await ground.press('propose', booking.uid)).toContain('another time suit you?');
    await propose(booking);
    await answer(await manage(booking), { start: LATER });
    expect(await ground.read(booking)).toMatchObject({ start: LATER, status: 'confirmed' });
    expect((await ground.history(booking)).at(-1)).toBe('2 confirmed by attendee');
  });

  it('are three at most, and never over another booking', async () => {
    const booking = await ground.book(START);
    await ground.book(LATER);
    expect(await propose(booking)).toContain(
      'Thu 4 Feb 2027, 14:00 (Europe/Berlin): That time has just been taken.',
    );
    expect(await propose(booking, 'fri 9:00, fri 10:00, fri 11:00, fri 12:00')).toBe(
      'Propose at most 3 times.',
    );
  });
});

describe('what an attendee answers by the API', () => {
  it('takes a proposed time once, or none, and nothing that was not proposed', async () => {
    const booking = await ground.book(START);
    const pick = (start: string | null) => ground.change(booking, 'proposal', { start });
    expect((await pick(FRIDAY)).status).toBe(409);
    await propose(booking);
    expect((await ground.change(booking, 'proposal', {})).status).toBe(400);
    expect((await pick('2027-02-05T11:00:00Z')).status).toBe(409);
    const none = await pick(null);
    expect([none.status, none.json.start, none.json.proposed]).toEqual([200, START, undefined]);
    await propose(booking);
    expect((await pick(FRIDAY)).json).toMatchObject({ start: FRIDAY, rescheduledFrom: START });
    expect((await pick(FRIDAY)).status).toBe(200);
    expect((await pick(LATER)).status).toBe(409);
    expect((await ground.history(booking)).slice(1)).toEqual([
      ...['1 proposed by host', '2 proposal_ended by attendee', '3 proposed by host'],
      '4 moved by attendee',
    ]);
  });

  it('takes back a request to move, there and on the page', async () => {
    await ground.says('set approval on');
    const booking = await ground.book(START);
    expect((await ground.change(booking, 'withdraw-move')).status).toBe(409);
    await ground.press('confirm', booking.uid);
    await ground.change(booking, 'reschedule', { start: LATER });
    const back = await ground.change(booking, 'withdraw-move');
    expect([back.status, back.json.moveRequested]).toEqual([200, undefined]);
    expect(await ground.free('2027-02-05')).toContain('10:00');
    await ground.change(booking, 'reschedule', { start: FRIDAY });
    expect(await ground.free('2027-02-05')).not.toContain('10:00');
    const page = await manage(booking);
    expect(pageText(page)).toContain('Keep the present time after all');
    expect(pageText(await answer(page, {}))).not.toContain('You asked to move');
    expect((await answer(page, {})).status).toBe(409);
    expect(await ground.free('2027-02-05')).toContain('10:00');
    expect((await ground.history(booking)).at(-1)).toMatch(/move_withdrawn by attendee$/);
  });

  it('keeps the time, where the host asks to move', async () => {
    const booking = await ground.book(START);
    expect((await ground.change(booking, 'keep')).status).toBe(409);
    const off = await room.hear(ground.ada, '/schedule off add 2027-02-04');
    const ask = off.buttons?.find(({ verb }) => verb === 'move-affected');
    if (!ask) throw new Error(textOf(off));
    const eve = room.newcomer();
    expect(await room.press(eve, ask)).toContain('not yours');
    await ground.says(`calendar delegate add @${eve.userKey}`);
    expect(await room.press(eve, ask)).toContain('Asked to choose another time');
    expect(await ground.read(booking)).toMatchObject({ moveWanted: true });
    const page = await manage(booking);
    expect(pageText(page)).toContain('asks you to choose another time');
    expect(pageText(page)).toContain('Keep this time');
    const kept = await ground.change(booking, 'keep');
    expect([kept.status, kept.json.moveWanted]).toEqual([200, undefined]);
    expect(pageText(await manage(booking))).not.toContain('asks you to choose');
    await ground.settled();
    const told = await room.app.database.query(
      `select r.recipient from receipt r join booking b on b.id = r.booking_id
        where b.uid = '${booking.uid}' and r.kind = 'mail move_kept' order by 1`,
    );
    expect(told).toEqual([{ recipient: 'attendee' }]);
  });

  it('answers a host who asks to move what they have not confirmed', async () => {
    await ground.says('set approval on');
    const booking = await ground.book(START);
    await askedToMove();
    const page = pageText(await manage(booking));
    for (const words of ['Keep this time', 'Pick another time', 'Cancel']) {
      expect(page).toContain(words);
    }
    await ground.press('confirm', booking.uid);
    expect((await ground.read(booking)).moveWanted).toBeUndefined();
    expect(pageText(await manage(booking))).not.toContain('asks you to choose');
  });

  it('cannot keep a time and ask for another at once', async () => {
    await ground.says('set approval on');
    const booking = await ground.book(START);
    await ground.press('confirm', booking.uid);
    await askedToMove();
    await ground.change(booking, 'reschedule', { start: FRIDAY });
    const page = pageText(await manage(booking));
    expect(page).toContain('Keep the present time after all');
    expect(page).toContain('Cancel');
    expect((await ground.change(booking, 'keep')).json.type).toMatch(/booking-changed$/);
    await ground.change(booking, 'withdraw-move');
    expect((await ground.change(booking, 'keep')).status).toBe(200);
  });

  async function askedToMove(): Promise<void> {
    const off = await room.hear(ground.ada, '/schedule off add 2027-02-04');
    const ask = off.buttons?.find(({ verb }) => verb === 'move-affected');
    if (!ask) throw new Error(textOf(off));
    await room.press(ground.ada, ask);
  }
});

describe('what the host does without asking', () => {
  it('is asked about on the page: keep it, pick another, cancel', async () => {
    const booking = await ground.book(START);
    await ground.says(`bookings move ${codeOf(booking)} 2027-02-04 14:00`);
    const page = await manage(booking);
    expect(pageText(page)).toContain('moved this meeting');
    expect(pageText(page)).toContain('Keep this timePick another timeCancel meeting');
    const kept = await answer(page, {});
    expect(pageText(kept)).not.toContain('moved this meeting');
    expect((await ground.history(booking)).at(-1)).toBe('2 move_kept by attendee');
    expect(textOf((await ground.card(booking)).message)).toContain('Sam Rivers keeps this time.');
    // The page that was left open says the same again, which changes nothing.
    expect((await answer(page, {})).status).toBe(200);
    expect(await ground.history(booking)).toHaveLength(3);
  });

  it('goes against their own rules after a question, and never over another booking', async () => {
    const booking = await ground.book(START);
    await ground.book(LATER);
    const line = `bookings move ${codeOf(booking)} 2027-02-06 07:00`;
    expect(await ground.says(line)).toContain('outside your weekly hours. Do you want it');
    expect(await room.says(ground.ada, 'yes')).toContain('Moved. Sam Rivers now has');
    await ground.says(`bookings move ${codeOf(booking)} 2027-02-04 14:05`);
    expect(await room.says(ground.ada, 'yes')).toContain('That time has just been taken.');
  });

  it('books for an e-mail address, or for somebody here, who is told', async () => {
    await ground.says('set approval on');
    expect(await ground.says('bookings add bob@example.com 2027-02-04 10:00')).toMatch(
      /^Booked. bob has <time>\n/,
    );
    expect(await ground.says(`bookings add @${ground.ada.userKey} 2027-02-04 11:00`)).toContain(
      'is the host of this calendar. Name somebody else',
    );
    const bob = room.newcomer();
    const asked = await ground.says(`bookings add @${bob.userKey} 2027-02-06 10:00`);
    expect(asked).toContain('outside your weekly hours');
    expect(await room.says(ground.ada, 'yes')).toContain(`Booked. ${bob.userKey} has <time>\n`);
    const told = room.platform.told.filter(({ person }) => person === bob.userKey).at(-1);
    expect(textOf(told?.message)).toMatch(/booked “Intro call” with you: <time>\nhttps:.*\/b\//);
    const list = await ground.says('bookings');
    expect(list).toContain('bob');
    expect(await ground.free('2027-02-04')).not.toContain('09:00');
  });
});
