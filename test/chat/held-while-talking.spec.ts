import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Form } from '../../bots/core/forms/form.js';
import type { Message } from '../../bots/core/message.js';
import { MONDAY_MORNING } from '../e2e/app.js';
import { ApprovalGround } from '../e2e/life/approval-ground.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { at, BookingWindow, fieldIn, labelsIn } from './booking-window.js';
import { answerText, ChatRoom, textOf } from './chat-room.js';

/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
describe('somebody who books or changes a booking by talk', () => {
  let room: ChatRoom;
  let ground: ApprovalGround;
  let ada: ChatPerson;
  let grace: ChatPerson;
  let last: Message;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    room.app.clock.set(MONDAY_MORNING);
    ground = await ApprovalGround.in(room);
    [ada, grace] = [ground.ada, room.newcomer()];
  });

  const says = async (text: string): Promise<string> => {
    last = await room.hear(grace, text);
    return textOf(last);
  };
  const talk = async (...lines: string[]): Promise<string> => {
    let answer = '';
    for (const line of lines) answer = await says(line);
    return answer;
  };
  const labels = (): string[] => (last.choices?.options ?? []).map(({ label }) => label);
  /** Somebody else books; false when they cannot have the time. */
  const book = async (start: string): Promise<boolean> =>
    (await ground.tryToBook(start)).status === 201;
  const bookings = () =>
    room.app.database.query(
      `select b.id from booking b join chat_identity i on i.host_id = b.host_id
        where i.user_key = '${ada.userKey}' and b.status <> 'held'`,
    );

  it('holds the chosen time while the rest is asked, and longer with each answer', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`);
    expect(await book('2027-02-02T09:00:00Z')).toBe(false);
    room.app.clock.set('2027-02-01T07:04:00Z');
    await says('grace@example.com');
    room.app.clock.set('2027-02-01T07:08:00Z');
    expect(await book('2027-02-02T09:00:00Z')).toBe(false);
    expect(await says('back')).toContain('e-mail');
    expect(await talk('-', '-', 'yes')).toContain('Booked');
    expect(await bookings()).toHaveLength(1);
  });

  it('sees in the last window the time that it would book, which is held once it is changed', async () => {
    await ground.says('set timezone America/New_York');
    const window = new BookingWindow(room, grace);
    const details = await window.next(`/book @${ada.userKey}`, '2027-02-02T15:00:00Z');
    const said = (form: Form): string => answerText({ kind: 'form', form });
    expect(fieldIn(details, 'time').isLive).toBe(true);
    expect(said(details)).toContain('Tue 2 Feb 2027, 16:00');
    const dated = /^\w{3} \d Feb 2027, \d\d:\d\d$/;
    expect(labelsIn(details, 'time').filter((label) => !dated.test(label))).toEqual([]);
    const typed = { email: 'grace@', notes: 'Compilers' };
    const changed = await window.change(details, { time: at('2027-02-03T16:00:00Z'), ...typed });
    expect(changed.subject).toBe(details.subject);
    expect(said(changed)).toMatch(/Wed 3 Feb 2027, 17:00[^]*that is .*11:00/);
    expect(said(changed)).not.toContain('16:00');
    expect(fieldIn(changed, 'notes').value).toBe('Compilers');
    expect(fieldIn(changed, 'email').value).toBe('grace@');
    expect(await book('2027-02-03T16:00:00Z')).toBe(false);
    expect(await book('2027-02-02T15:00:00Z')).toBe(true);
    const gone = await window.change(changed, { time: at('2027-02-02T15:00:00Z') });
    expect(said(gone)).toContain('taken');
    expect(said(gone)).not.toContain('that is');
    expect(fieldIn(gone, 'time').value).toBe('');
    const back = await window.change(gone, { time: at('2027-02-03T16:00:00Z') });
    expect(said(back)).not.toContain('taken');
    expect(answerText(await window.submit(back, { email: '' }))).toContain('Booked');
    expect(await ground.free('2027-02-03')).not.toContain('16:00');
  });

  it('gives a held time back for another one, on stop, and when it starts anew', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-');
    await says('2027-02-02 11:00');
    expect(await book('2027-02-02T09:00:00Z')).toBe(true);
    expect(await book('2027-02-02T10:00:00Z')).toBe(false);
    await says('stop');
    expect(await book('2027-02-02T10:00:00Z')).toBe(true);
    await says(`/book @${ada.userKey} 2027-02-02 12:00`);
    await says(`/book @${ada.userKey} 2027-02-02 14:00`);
    expect(await book('2027-02-02T11:00:00Z')).toBe(true);
    expect(await book('2027-02-02T13:00:00Z')).toBe(false);
  });

  it('offers fresh times when somebody else has the time before it could be held', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02`);
    await book('2027-02-02T09:00:00Z');
    expect(
      textOf(await room.choose(grace, last, String(Date.parse('2027-02-02T09:00:00Z')))),
    ).toContain('just been taken');
  });

  it('holds the time to which a booking is to move, too, until it is confirmed or left', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    const noon = '2027-02-05T11:00:00Z';
    await says(`/book move ${code} --when "friday 12:00"`);
    expect(await book(noon)).toBe(false);
    await says('friday 14:00');
    expect(await book(noon)).toBe(true);
    expect(await book('2027-02-05T13:00:00Z')).toBe(false);
    await says('stop');
    expect(await book('2027-02-05T13:00:00Z')).toBe(true);
    const question = await says(`/book move ${code} --when "friday 12:00"`);
    expect(question).not.toContain('Move “Intro call”');
    await says('friday 16:00');
    // They think about it for too long.
    room.app.clock.set('2027-02-01T07:06:00Z');
    expect(await book('2027-02-05T15:00:00Z')).toBe(true);
    expect(await says('yes')).toContain('just been taken');
    await says('friday 15:00');
    expect(await says('yes')).toContain('Moved');
    expect(await book('2027-02-02T09:00:00Z')).toBe(true);
  });

  it('gives a time back when the booking can’t be moved any more', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    await says(`/book move ${code} --when "friday 12:00"`);
    await room.hear(ada, '/schedule set cutoff never');
    expect(await says('friday 14:00')).toContain('can’t be moved here');
    expect(await ground.free('2027-02-05')).toEqual(expect.arrayContaining(['11:00', '13:00']));
  });

  it('takes any words for an answer where words are asked for', async () => {
    await room.hear(ada, '/schedule set cutoff reason required');
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-');
    expect(await says('book list')).toContain('Notes: book list');
    expect(await says('yes')).toContain('Booked');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    await says(`/book cancel ${code}`);
    expect(await says('schedule show')).toContain('Reason: schedule show');
    // Where nothing but a choice is asked for, it is a command.
    expect(await says('book list')).toContain('Intro call with');
  });

  it('asks why before a move where the calendar demands it, and before a cancel', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    await room.hear(ada, '/schedule set cutoff reason required');
    expect(await says(`/book move ${code} --when "friday 12:00"`)).toContain('Why do you want to');
    expect(await says('A train is late')).toContain('Reason: A train is late');
    expect(await says('yes')).toContain('Moved');
    const asked = await says(`/book cancel ${code}`);
    expect(asked).toContain('First say why');
    expect(labels()).toEqual(['Keep']);
    expect(await says('yes')).toContain('A reason is needed');
    expect(await says('I am ill')).toContain('Reason: I am ill');
    // Whoever gives another command has left the question behind.
    await says('/book list');
    expect(await says('yes')).not.toContain('Cancelled');
    expect(await says(`/book cancel ${code} I am ill`)).toContain('Reason: I am ill');
    expect(await says('cancel')).toContain('Cancelled: “Intro call”');
    const reasons = await room.app.database.query(
      `select c.kind, c.reason from booking_change c join booking b on b.id = c.booking_id
        where b.uid like '${code}%' and c.reason is not null order by c.sequence`,
    );
    expect(reasons).toEqual([
      { kind: 'moved', reason: 'A train is late' },
      { kind: 'cancelled', reason: 'I am ill' },
    ]);
  });

  it('says at once that it is too late to move or cancel', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    await room.hear(ada, '/schedule set cutoff never');
    expect(await says(`/book move ${code}`)).toContain('can’t be moved here');
    expect(await says(`/book cancel ${code}`)).toContain('can’t be cancelled here');
  });
});
