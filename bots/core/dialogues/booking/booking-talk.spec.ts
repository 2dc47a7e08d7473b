import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CreateBooking } from '../../../../src/bookings/create-booking.service.js';
import type { ChatPerson } from '../../../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../../../test/chat/chat-room.js';
import type { Message } from '../../message.js';

/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
describe('a booking by talk', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  let grace: ChatPerson;
  let last: Message;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    // Every test has a workspace of its own, so that nobody else can be booked there.
    [ada, grace] = [room.newcomer(), room.newcomer()];
    await room.hear(ada, SETUP);
  });

  const says = async (text: string, person = grace): Promise<string> => {
    last = await room.hear(person, text);
    return textOf(last);
  };
  const labels = (): string[] => (last.choices?.options ?? []).map(({ label }) => label);
  const bookings = () =>
    room.app.database.query<Record<string, unknown>>(
      `select b.status, b.starts_at as "startsAt", b.attendee_name as name, b.attendee_email as email,
              b.notes, b.attendee_time_zone as zone, b.source
         from booking b join chat_identity i on i.host_id = b.host_id
        where i.user_key = '${ada.userKey}' and b.status <> 'held' order by b.created_at`,
    );
  const talk = async (...lines: string[]): Promise<string> => {
    for (const line of lines) await says(line);
    return textOf(last);
  };

  it('asks for what is missing, and writes nothing before the yes', async () => {
    expect(await says(`/book with @${ada.userKey}`)).toContain('On which day');
    expect(labels()[0]).toBe('Mon 1 Feb 2027');
    expect(labels()).toContain('Later days');
    expect(await says('2')).toContain('At what time on Tue 2 Feb 2027? (times in Europe/Berlin)');
    expect(last.choices?.options[0]).toMatchObject({ label: '09:00', group: 'Morning' });
    expect(await says('15:00')).toContain('e-mail');
    expect(await says('not an address')).toContain('That is not an e-mail address');
    expect(await says('grace@example.com')).toContain('should know?');
    const question = await says('About compilers');
    expect(question).toContain(`Book “Intro call” with ${ada.name}?`);
    expect(question).toContain('E-mail: grace@example.com');
    expect(question).toContain('Notes: About compilers');
    expect(await bookings()).toEqual([]);
    expect(await says('yes')).toContain('Booked: “Intro call”');
    expect(await bookings()).toMatchObject([
      {
        ...{ status: 'confirmed', name: grace.name, email: 'grace@example.com' },
        ...{ notes: 'About compilers', zone: 'Europe/Berlin' },
        startsAt: new Date('2027-02-02T14:00:00Z'),
      },
    ]);
    expect(await says('/book list')).toContain(`Intro call with ${ada.name}`);
  });

  it('goes straight to what a line has not said', async () => {
    expect(await says(`/book @${ada.userKey} tomorrow 15:00 tokyo`)).toContain(
      '(times in Asia/Tokyo)',
    );
    expect(await says(`/book @${ada.userKey} tomorrow afternoon`)).toContain('At what time');
    expect(labels()).toEqual(expect.arrayContaining(['13:00', 'All times of that day']));
    expect(labels()).not.toContain('09:00');
    expect(await says(`/book @${ada.userKey} 2027-02-02 10:00`)).toContain('e-mail');
    await talk('', '');
    expect(textOf(last)).not.toContain('E-mail:');
    expect(last.choices?.options.map(({ id }) => id)).toEqual(['yes', 'time', 'stop']);
  });

  it('says what of a wish is not free, and what is no date', async () => {
    await room.hear(ada, '/schedule hours set mon-fri 9-11');
    expect(await says(`/book @${ada.userKey} tomorrow afternoon`)).toContain(
      'Nothing is free in the afternoon on Tue 2 Feb 2027. These are:',
    );
    expect(labels()).toContain('09:00');
    expect(await says('9:00')).not.toContain('Nothing is free');
    expect(await says(`/book @${ada.userKey} evening`)).toContain('free in the evening. These');
    expect(await says(`/book @${ada.userKey} 31 feb`)).toContain('“31 feb” as a date');
    expect(await says(`/book @${ada.userKey} berlinn`)).toContain('no time zone');
    await says('stop');
  });

  it('lets a name, an e-mail address and the time be mended before the yes', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-');
    expect(await says('name Grace Hopper')).toContain('Name: Grace Hopper');
    expect(await says('email grace@example.com')).toContain('E-mail: grace@example.com');
    expect(await says('2027-02-03 11:00')).toContain('Book “Intro call”');
    await says('yes');
    expect(await bookings()).toMatchObject([
      { name: 'Grace Hopper', startsAt: new Date('2027-02-03T10:00:00Z') },
    ]);
  });

  it('goes back, and stops without a trace', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02`, '1');
    expect(await says('back')).toContain('At what time');
    expect(await says('back')).toContain('On which day');
    expect(await says('cancel')).toContain('Nothing was saved');
    expect(await bookings()).toEqual([]);
  });

  it('offers fresh times and keeps what was typed when the time was just taken', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, 'grace@example.com', 'Compilers');
    // They thought about it for too long: nothing is held for them any more.
    room.app.clock.set('2027-02-01T07:05:01Z');
    await book('2027-02-02T09:00:00Z');
    const answer = await says('yes');
    expect(answer).toContain('just been taken');
    expect(labels()).not.toContain('10:00');
    expect(await says('11:00')).toContain('Notes: Compilers');
    expect(await says('yes')).toContain('Booked');
    expect(await bookings()).toHaveLength(2);
    room.app.clock.set('2027-02-01T07:00:00Z');
  });

  it('books once, however often the yes is pressed', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-');
    const question = last;
    const press = () => room.choose(grace, question, 'yes');
    const answers = (await Promise.all([press(), press()])).map(textOf);
    expect(answers.filter((text) => text.startsWith('Booked'))).not.toEqual([]);
    expect(await bookings()).toHaveLength(1);
    expect(textOf(await press())).toContain('This picker has expired.');
  });

  it('says that a picker has expired, and starts again', async () => {
    await says(`/book @${ada.userKey}`);
    const old = last;
    room.app.clock.set('2027-02-01T08:00:00Z');
    expect(await says('3')).toContain('This picker has expired.');
    expect(last.buttons).toMatchObject([{ verb: 'start-booking', label: 'Start again' }]);
    expect(textOf(await room.choose(grace, old, '2027-02-02'))).toContain(
      'This picker has expired.',
    );
    room.app.clock.set('2027-02-01T07:00:00Z');
  });

  it('asks whoever has a booking with the host: another one, or move it', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    expect(await says(`/book @${ada.userKey}`)).toContain('Another one, or move it?');
    expect(await says('2')).toContain('On which day');
    expect(await says('wednesday 11:00')).toContain('Move “Intro call”');
    expect(await says('yes')).toContain('Moved: “Intro call”');
    expect(await bookings()).toMatchObject([{ startsAt: new Date('2027-02-03T10:00:00Z') }]);
  });

  it('needs an e-mail address where no direct message gets through', async () => {
    room.platform.profiles.set(grace.userKey, { isReachable: false });
    expect(await says(`/book @${ada.userKey} 2027-02-02 10:00`)).toContain("can't send you");
    expect(await says('-')).toContain('That is not an e-mail address');
  });

  it('asks for the zone where the platform does not know it, once', async () => {
    room.platform.profiles.set(grace.userKey, { timeZone: null });
    expect(await says(`/book @${ada.userKey}`)).toContain('In which time zone');
    expect(await says('tokyo')).toContain('Asia/Tokyo');
    expect(await says(`/book @${ada.userKey} tuesday 18:00`)).toContain('e-mail');
    expect(await talk('-', '-')).toContain('10:00 (Europe/Berlin)');
  });

  it('starts from plain words, and confirms in full', async () => {
    expect(await says(`next tuesday afternoon with ${ada.userKey}`)).toContain(
      'At what time on Tue 9 Feb 2027?',
    );
    await talk('14:00', '-', '-');
    expect(await says('ok')).toContain('Booked');
    expect(await says('cancel')).toContain(`Cancel “Intro call” with ${ada.name}?`);
    expect(await bookings()).toMatchObject([{ status: 'confirmed' }]);
    expect(textOf(await room.choose(ada, last, 'yes'))).toContain('This picker has expired.');
    expect(await bookings()).toMatchObject([{ status: 'confirmed' }]);
    expect(textOf(await room.choose(grace, last, 'yes'))).toContain('Cancelled: “Intro call”');
    expect(await bookings()).toMatchObject([{ status: 'cancelled' }]);
  });

  it('says who can be booked, and that others cannot', async () => {
    expect(await says('/book people')).toContain(`• ${ada.userKey} · Intro call`);
    expect(await says('/book with @nobodyhere')).toContain('no booking calendar');
    await room.hear(ada, '/schedule account listed no');
    expect(await says('/book people')).not.toContain(`• ${ada.userKey} ·`);
    await room.hear(ada, '/schedule pause');
    expect(await says(`/book with @${ada.userKey}`)).toContain('takes no bookings for now');
  });

  it('asks the questions of the calendar, and whom else to invite', async () => {
    for (const question of [
      '"Company" text required',
      '"Size" select "small|large"',
      '"Topics" multi-select "ai|law"',
    ]) {
      await room.hear(ada, `/schedule set questions add ${question}`);
    }
    await says(`/book @${ada.userKey} 2027-02-02 10:00`);
    expect(await says('-')).toContain('Company');
    expect(await says('Acme')).toContain('Size');
    expect(await says('2')).toContain('Topics (several, with commas)');
    expect(await says('1, law')).toContain('should know?');
    const question = await says('-');
    expect(question).toContain('Topics: ai, law');
    expect(await says('yes')).toContain('Booked');
    expect(await answered()).toEqual(['Acme', 'large', ['ai', 'law']]);
  });

  it('takes every option by its name, and says why an answer is none', async () => {
    for (const question of [
      '"Diet" select "None|Vegan"',
      '"Used before?" checkbox',
      '"Area" multi-select "Sales, EMEA|Support" required',
    ]) {
      await room.hear(ada, `/schedule set questions add ${question}`);
    }
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-');
    expect(await says('none')).toContain('Used before?');
    expect(await says('no')).toContain('Area');
    expect(await says('marketing')).toContain('Choose from: Sales, EMEA, Support.');
    const chosen = await room.choose(grace, last, 'Finance');
    expect(textOf(chosen)).toContain('Choose from: Sales, EMEA, Support.');
    await says('support, sales, emea');
    expect(await says('-')).toContain('Diet: None');
    expect(textOf(last)).toContain('Used before?: no');
    expect(await says('yes')).toContain('Booked');
    expect(await answered()).toEqual(['None', false, ['Sales, EMEA', 'Support']]);
  });

  it('tells whoever may book once only so in words for them', async () => {
    await room.hear(ada, '/schedule set one-at-a-time on');
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    await talk(`/book @${ada.userKey} 2027-02-03 10:00`, '1', '-', '-', 'yes');
    expect(textOf(last)).toBe(
      `You have a booking with ${ada.name} that is still ahead, and they take one at a time. ` +
        'Move or cancel that one first: /book list',
    );
  });

  it('takes the number of what is numbered, and lets no needed answer be skipped', async () => {
    await room.hear(ada, '/schedule set questions add "Team size" number');
    await room.hear(ada, '/schedule set questions add "Anything else" text');
    await room.hear(ada, '/schedule set location ask');
    const number = () => String(labels().indexOf('Skip') + 1);
    expect(await says(`/book @${ada.userKey} 2027-02-02 10:00`)).toContain('e-mail');
    expect(await says(number())).toContain('meet');
    expect(labels()).toEqual([]);
    expect(await says('Skip')).toContain('has to be answered');
    expect(await says('Café Sol')).toContain('Team size (or say skip)');
    expect(labels()).toEqual([]);
    expect(await says('1')).toContain('Anything else');
    expect(await says(number())).toContain('should know?');
    const question = await says(number());
    expect(question).toContain('Team size: 1');
    expect(question).not.toContain('Anything else');
    expect(question).not.toContain('Notes');
    await says('stop');
  });

  it('lets people move and cancel only what they booked', async () => {
    await talk(`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes');
    const code = /Code (\w{6})/.exec(textOf(last))?.[1] ?? '';
    const eve = room.newcomer();
    expect(await says(`/book cancel ${code}`, eve)).toContain('You have booked nothing');
    expect(await says(`/book move ${code} --when "friday 12:00"`)).toContain('Move “Intro call”');
    await says('stop');
    expect(await says(`/book cancel ${code} I am ill`)).toContain('Reason: I am ill');
    expect(await says('yes')).toContain('Cancelled: “Intro call”');
  });

  /** What stands in the booking, in the order of the questions. */
  const answered = async (): Promise<unknown[] | undefined> => {
    const [row] = await room.app.database.query<{ answers: { value: unknown }[] }>(
      `select answers from booking b join chat_identity i on i.id = b.booked_by_identity_id
        where i.user_key = '${grace.userKey}'`,
    );
    return row?.answers.map(({ value }) => value);
  };

  /** Somebody else books. */
  const book = async (start: string): Promise<void> => {
    const [row] = await room.app.database.query<{ id: string; host: string }>(
      `select c.id, c.host_id as host from booking_calendar c
         join chat_identity i on i.host_id = c.host_id where i.user_key = '${ada.userKey}'`,
    );
    await room.app.nest.get(CreateBooking).run({
      ...{ hostId: row?.host ?? '', calendarId: row?.id ?? '', start: Date.parse(start) },
      attendee: { name: 'Sam', email: 'sam@example.com', timeZone: 'UTC', locale: null },
      ...{ notes: '', source: 'web', utm: {} },
    });
  };
});
