import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../../../src/hosts/identities.service.js';
import { answerText, ChatRoom, formIn } from '../../../../test/chat/chat-room.js';
import {
  at,
  BookingWindow,
  fieldIn,
  hasField,
  labelsIn,
  optionsIn,
} from '../../../../test/chat/booking-window.js';
import { MONDAY_MORNING } from '../../../../test/e2e/app.js';
import { ApprovalGround } from '../../../../test/e2e/life/approval-ground.js';
import { Assistant } from '../../assistant.js';
import type { Form } from '../form.js';

/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
describe('a booking in windows', () => {
  let room: ChatRoom;
  let ground: ApprovalGround;
  let ada: ChatPerson;
  let grace: ChatPerson;
  let window: BookingWindow;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    room.app.clock.set(MONDAY_MORNING);
    ground = await ApprovalGround.in(room);
    [ada, grace] = [ground.ada, room.newcomer()];
    window = new BookingWindow(room, grace);
  });

  const next = (start: string, who = window): Promise<Form> =>
    who.next(`/book @${ada.userKey}`, start);
  const open = (line = `/book @${ada.userKey}`): Promise<Form> => window.open(line);
  const said = (form: Form): string => answerText({ kind: 'form', form });
  const bookings = () =>
    room.app.database.query<Record<string, unknown>>(
      `select b.*, starts_at as "startsAt" from booking b join chat_identity i using (host_id)
        where i.user_key = '${ada.userKey}' and b.status <> 'held' order by b.created_at`,
    );
  /** False when nobody else can have the time. */
  const isFree = async (start: string): Promise<boolean> =>
    (await ground.free(start.slice(0, 10))).includes(start.slice(11, 16));

  it('offers only days that have times, and the times of the chosen one by the part of the day', async () => {
    await ground.says('off add 2027-02-02');
    const form = await open();
    expect(optionsIn(form, 'day').slice(0, 3)).toEqual(['2027-02-01', '2027-02-03', '2027-02-04']);
    expect(fieldIn(form, 'day').value).toBe('2027-02-01');
    const later = await window.change(form, { day: '2027-02-03' });
    expect(labelsIn(later, 'time').slice(0, 2)).toEqual(['09:00', '09:15']);
    expect(new Set(fieldIn(later, 'time').options?.map(({ group }) => group))).toEqual(
      new Set(['Morning', 'Afternoon']),
    );
    expect(['host', 'calendar', 'length', 'existing'].filter((id) => hasField(form, id))).toEqual(
      [],
    );
    expect(form.isHeld).toBe(true);
  });

  it('settles a wish in words, and says what of it is not free', async () => {
    const form = await open(`/book @${ada.userKey} 2027-02-02 afternoon --timezone Tokyo`);
    expect(fieldIn(form, 'zone').value).toBe('Asia/Tokyo');
    expect(fieldIn(form, 'day').value).toBe('2027-02-02');
    expect(optionsIn(form, 'zone')).toContain('Europe/Berlin');
    const exact = await open(`/book @${ada.userKey} 2027-02-02 10:00`);
    expect(fieldIn(exact, 'time').value).toBe(at('2027-02-02T09:00:00Z'));
    const sunday = await open(`/book @${ada.userKey} 2027-02-07`);
    expect(said(sunday)).toContain('Nothing is free on Sun 7 Feb');
    expect(fieldIn(sunday, 'day').value).toBe('2027-02-08');
    const saturday = await open(`/book @${ada.userKey} 2027-02-06 12:00`);
    expect(fieldIn(saturday, 'day').value).toBe('2027-02-05');
    expect(
      answerText(await window.wish({ values: { person: `@${ada.userKey}`, date: '31 feb' } })),
    ).toContain('date');
  });

  it('books in two windows, and says where, when for both, and how to keep it', async () => {
    await ground.says('set timezone America/New_York');
    await ground.says('set location "https://meet.example.com/ada"');
    const details = await next('2027-02-02T15:00:00Z');
    expect(details).toMatchObject({ isHeld: true, submit: 'Book it' });
    expect(said(details)).toContain(`For ${ada.name} that is`);
    expect(said(details)).toContain('Where: Online');
    expect(fieldIn(details, 'name').value).toBe(grace.name);
    expect(await isFree('2027-02-02T15:00:00Z')).toBe(false);
    expect(await bookings()).toEqual([]);
    const done = answerText(
      await window.submit(details, { email: 'grace@example.com', notes: 'Compilers' }),
    );
    expect(done).toContain('Booked: “Intro call”');
    expect(done).toContain('Where: https://meet.example.com/ada');
    expect(done).toContain('https://calendar.google.com/calendar/render?action=TEMPLATE');
    expect(done).toContain('https://outlook.live.com/calendar/0/deeplink/compose?');
    const file = /(\/b\/\w+\/calendar\.ics\?t=\S+)/.exec(done)?.[1] ?? '';
    expect((await room.app.ask({ path: file })).text).toContain('BEGIN:VEVENT');
    expect(await bookings()).toMatchObject([
      {
        ...{ status: 'confirmed', attendee_name: grace.name, notes: 'Compilers' },
        ...{ attendee_email: 'grace@example.com', attendee_time_zone: 'Europe/Berlin' },
      },
    ]);
  });

  it('asks what the calendar asks, by its kind, and gives everything back where one cannot be taken', async () => {
    const questions = [
      ...['Topic select "Sales|Support" required', 'Colours multi-select "red|green|blue"'],
      ...['"Team size" number required', '"Just a box" checkbox', 'Callback phone'],
    ];
    for (const question of questions) await ground.says(`set questions add ${question}`);
    await ground.says('set guests 2');
    const details = await next('2027-02-02T09:00:00Z');
    const asked = details.fields.filter(({ id }) => id.startsWith('question '));
    expect(asked.map(({ kind, isRequired }) => `${kind} ${isRequired}`)).toEqual([
      ...['choice true', 'choices false', 'number true', 'choices false', 'line false'],
    ]);
    const [topic = '', colours = '', size = '', box = '', phone = ''] = asked.map(({ id }) => id);
    const given = {
      [topic]: '2',
      [colours]: '1\n3',
      [box]: '1',
      guests: 'a@example.com b@example.com',
    };
    const again = formIn(await window.submit(details, { ...given, [size]: 'many', [phone]: '+' }));
    expect(said(again)).toContain('Team size: ');
    expect(said(again)).toContain('Callback: ');
    expect(fieldIn(again, colours).value).toBe('1\n3');
    expect(fieldIn(again, size).value).toBe('many');
    expect(fieldIn(again, 'time').value).toBe(at('2027-02-02T09:00:00Z'));
    expect(await isFree('2027-02-02T09:00:00Z')).toBe(false);
    const done = answerText(await window.submit(again, { [size]: '12', [phone]: '' }));
    expect(done).toContain('Booked');
    const values = ['Support', ['red', 'blue'], 12, true];
    expect(await bookings()).toMatchObject([
      { answers: values.map((value) => ({ value })), guests: ['a@example.com', 'b@example.com'] },
    ]);
  });

  it('shows the same instants in another zone', async () => {
    const form = await open(`/book @${ada.userKey} 2027-02-02 10:00`);
    const before = optionsIn(form, 'time');
    const there = await window.change(form, { zone: 'America/New_York' });
    expect(fieldIn(there, 'time').value).toBe(fieldIn(form, 'time').value);
    expect(optionsIn(there, 'time')).toEqual(expect.arrayContaining(before));
    expect(labelsIn(there, 'time')).toContain('04:00');
    const other = await window.change(there, { zone: 'other' });
    const wrong = room.filled(other, { otherZone: 'Nowhereland' });
    expect(room.app.nest.get(Assistant).checkForm(wrong)).toHaveProperty('otherZone');
    const lisbon = await window.change(other, { otherZone: 'Lisbon' });
    expect(fieldIn(lisbon, 'zone').value).toBe('Europe/Lisbon');
    expect(hasField(lisbon, 'otherZone')).toBe(false);
    expect(labelsIn(lisbon, 'time')).toContain('09:00');
  });

  it('gives a time that is gone back with everything typed and fresh times; two people, one booking', async () => {
    const linus = new BookingWindow(room, room.newcomer());
    const details = await next('2027-02-02T09:00:00Z');
    // They thought about it for too long: nothing is held for them any more.
    room.app.clock.set('2027-02-01T07:05:01Z');
    const theirs = await next('2027-02-02T09:00:00Z', linus);
    expect(answerText(await linus.submit(theirs))).toContain('Booked');
    const again = formIn(
      await window.submit(details, { email: 'grace@example.com', notes: 'Compilers' }),
    );
    expect(again.subject).toBe(details.subject);
    expect(said(again)).toContain('just been taken');
    expect(fieldIn(again, 'email').value).toBe('grace@example.com');
    expect(fieldIn(again, 'notes').value).toBe('Compilers');
    expect(fieldIn(again, 'time').value).toBe('');
    expect(optionsIn(again, 'time')).not.toContain(at('2027-02-02T09:00:00Z'));
    expect(labelsIn(again, 'time')).toContain('Tue 2 Feb 2027, 11:00');
    const done = await window.submit(again, { time: at('2027-02-02T10:00:00Z') });
    expect(answerText(done)).toContain('Booked');
    expect(await bookings()).toHaveLength(2);
  });

  it('does not take a time of another day than the window shows', async () => {
    const shown = await open();
    const late = { day: '2027-02-03', time: at('2027-02-02T09:00:00Z') };
    const again = formIn(await window.submit(shown, late));
    expect(again.submit).toBe('Next');
    expect(said(again)).toContain('Choose a time');
    expect(fieldIn(again, 'day').value).toBe('2027-02-03');
  });

  it('goes to one of two who choose it at once, and the other chooses again', async () => {
    const linus = new BookingWindow(room, room.newcomer());
    const chosen = { day: '2027-02-02', time: at('2027-02-02T09:00:00Z') };
    const theirs = await linus.open(`/book @${ada.userKey}`);
    const ours = await open();
    const answers = await Promise.all([window.submit(ours, chosen), linus.submit(theirs, chosen)]);
    const forms = answers.map(formIn);
    expect(forms.filter(({ submit }) => submit === 'Book it')).toHaveLength(1);
    const first = forms.find(({ submit }) => submit === 'Next');
    // Whoever looks a moment later finds it gone, and whoever asks at the same moment is beaten to it.
    expect(first && said(first)).toMatch(/taken|not free any more/);
    expect(first && fieldIn(first, 'day').value).toBe('2027-02-02');
    expect(first && optionsIn(first, 'time')).not.toContain(chosen.time);
  });

  it('takes another time in the second window, and gives the held one back', async () => {
    const details = await next('2027-02-02T09:00:00Z');
    const done = await window.submit(details, { time: at('2027-02-02T13:00:00Z') });
    expect(answerText(done)).toContain('Booked');
    expect(await isFree('2027-02-02T09:00:00Z')).toBe(true);
    expect(await bookings()).toMatchObject([{ startsAt: new Date('2027-02-02T13:00:00Z') }]);
  });

  it('is over when it is closed: the held time is free again, and nothing waits for words', async () => {
    const form = await open();
    const chosen = { day: '2027-02-02', time: at('2027-02-02T09:00:00Z') };
    const details = formIn(await window.submit(form, chosen));
    expect(await isFree('2027-02-02T09:00:00Z')).toBe(false);
    await new BookingWindow(room, ada).leave(details);
    expect(await isFree('2027-02-02T09:00:00Z')).toBe(false);
    await window.leave(details);
    expect(await isFree('2027-02-02T09:00:00Z')).toBe(true);
    expect(answerText(await window.submit(form, chosen))).toContain('This picker has expired.');
    expect(await room.says(grace, 'thanks')).not.toContain("can't read");
  });

  it('books once however often it is handed in, and is over then', async () => {
    const details = await next('2027-02-02T09:00:00Z');
    await Promise.all([window.submit(details), window.submit(details)]);
    expect(await bookings()).toHaveLength(1);
    expect(answerText(await window.submit(details))).toContain('This picker has expired.');
  });

  it('books once although two hands hand it in with different times at once', async () => {
    const details = await next('2027-02-02T09:00:00Z');
    const later = { time: at('2027-02-02T13:00:00Z') };
    const said = await Promise.all([window.submit(details), window.submit(details, later)]);
    const words = said.map(answerText);
    expect(words.filter((one) => one.includes('Booked'))).toHaveLength(1);
    const [other] = words.filter((one) => !one.includes('Booked'));
    expect(other).toMatch(/answered this twice|This picker has expired/);
    expect(await bookings()).toHaveLength(1);
  });

  it('is nobody else’s, and is over once another one is opened', async () => {
    const form = await open();
    expect(answerText(await new BookingWindow(room, room.newcomer()).submit(form))).toContain(
      'expired',
    );
    const details = await next('2027-02-02T09:00:00Z');
    expect(answerText(await window.submit(form))).toContain('expired');
    await open();
    expect(await isFree('2027-02-02T09:00:00Z')).toBe(true);
    expect(answerText(await window.submit(details))).toContain('expired');
  });

  it('lets somebody with a booking make another one or move it', async () => {
    await window.submit(await next('2027-02-02T09:00:00Z'));
    const form = await open();
    expect(labelsIn(form, 'existing')).toEqual([
      'Another one',
      expect.stringContaining('Move Tue 2'),
    ]);
    const [, move = ''] = optionsIn(form, 'existing');
    const moving = await window.change(form, { existing: move });
    expect(moving.title).toBe('Move a booking');
    expect(fieldIn(moving, 'existing').value).toBe(move);
    const details = formIn(
      await window.submit(moving, { day: '2027-02-03', time: at('2027-02-03T10:00:00Z') }),
    );
    expect(await isFree('2027-02-03T10:00:00Z')).toBe(false);
    const back = await window.change(moving, { existing: 'another' });
    expect(back.title).toBe('Book a time');
    expect(await isFree('2027-02-03T10:00:00Z')).toBe(true);
    // What was shown is not what would be written now, so it is shown anew.
    expect((await window.submit(details)).kind).toBe('form');
  });

  it('moves a booking of theirs by its code or a press, with the reason that is demanded', async () => {
    await ground.says('set cutoff reason required');
    const booked = answerText(await window.submit(await next('2027-02-02T09:00:00Z')));
    const code = /Code (\w{6})/.exec(booked)?.[1] ?? '';
    const form = await open(`/book move ${code} 2027-02-03 11:00`);
    expect(hasField(form, 'existing')).toBe(false);
    const details = formIn(await window.submit(form));
    expect(details.submit).toBe('Move it');
    expect(fieldIn(details, 'reason')).toMatchObject({ isRequired: true, kind: 'lines' });
    const done = await window.submit(details, {
      time: at('2027-02-03T12:00:00Z'),
      reason: 'A train',
    });
    expect(answerText(done)).toContain('Moved: “Intro call”');
    expect(await isFree('2027-02-03T10:00:00Z')).toBe(true);
    expect(await bookings()).toMatchObject([{ startsAt: new Date('2027-02-03T12:00:00Z') }]);
    const pressed = formIn(await window.wish({ subject: 'book move', values: { booking: code } }));
    expect(pressed.title).toBe('Move a booking');
    expect(answerText(await window.wish({ subject: 'book move' }))).toContain(
      'Which one do you want',
    );
  });
});
