import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../src/bookings/booking.entity.js';
import { MoveBooking } from '../../src/bookings/move-booking.service.js';
import { ViewBooking } from '../../src/bookings/manage/view-booking.service.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import { PauseCalendar } from '../../src/calendars/pause-calendar.service.js';
import { Database } from '../../src/database/database.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { aBooking } from '../../test/builders/booking.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { CardPainter } from './painting/card-painter.js';

describe('a handover', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  let bob: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    [ada, bob] = [room.newcomer(), room.newcomer()];
    room.platform.trouble = 'none';
    room.platform.messages.clear();
    room.platform.told.length = 0;
    await room.hear(ada, SETUP);
  });

  const calendarOf = async (host: ChatPerson): Promise<CalendarConfiguration> => {
    const [row] = await room.app.database.query<{ calendar_id: string }>(
      `select c.id as calendar_id from booking_calendar c join chat_identity i on i.host_id = c.host_id
        where i.user_key = '${host.userKey}'`,
    );
    return read((em) => calendars().findById(em, row?.calendar_id ?? ''));
  };
  const calendars = () => room.app.nest.get(CalendarRepository);
  const read = async <T>(
    work: (em: Parameters<Parameters<Database['read']>[0]>[0]) => Promise<T | null>,
  ): Promise<T> => {
    const found = await room.app.nest.get(Database).read(work);
    if (found === null) throw new Error('It is not there.');
    return found;
  };
  const bookingWith = (uid: string): Promise<Booking> => read((em) => em.findOne(Booking, { uid }));
  /** Ada's booking of Tuesday 09:00 UTC, after her only calendar went to Bob. */
  const leftBehind = async (): Promise<Booking> => {
    const { uid } = await aBooking(room.app.nest, await calendarOf(ada), '2027-02-02T09:00:00Z');
    await room.handOver(ada, bob);
    return bookingWith(uid);
  };

  it('leaves the former host every command about the bookings that stay', async () => {
    const { uid } = await leftBehind();
    const code = uid.slice(0, 6);
    expect(await room.says(ada, '/schedule bookings')).toContain('Upcoming: 1 appointment');
    expect(await room.says(ada, '/schedule agenda week')).toContain('1 appointment');
    const moved = await room.says(ada, `/schedule bookings move ${code} 2027-02-03 11:00`);
    expect(moved).toBe('Moved. Sam Rivers now has <time>');
    expect((await bookingWith(uid)).startsAt.toISOString()).toBe('2027-02-03T10:00:00.000Z');
    const cancelled = await room.says(ada, `/schedule bookings cancel ${code} I am ill --yes`);
    expect(cancelled).toBe('Cancelled. Sam Rivers no longer has <time>');
    expect(await room.says(ada, '/schedule bookings')).toContain('You have no booking calendar');
  });

  it('is answered by a typed word like any other question', async () => {
    const ask = () => room.says(ada, `/schedule calendar host @${bob.userKey}`);
    await ask();
    expect(textOf(room.platform.told.at(-1)?.message)).toContain('Answer yes to accept, or no');
    expect(await room.says(bob, 'no')).toContain('You declined.');
    expect(await room.says(bob, 'yes')).not.toContain('You are the host');
    await ask();
    expect(await room.says(bob, 'book')).not.toContain('Answer yes to accept');
    await room.hear(bob, 'stop');
    expect(await room.says(bob, '/schedule calendar host')).toContain('Answer yes to accept');
    expect(await room.says(bob, 'yes')).toContain('You are the host of “Intro call” now.');
    expect(await room.says(bob, 'yes')).not.toContain('You are the host');
  });

  it('interrupts nobody, and is answered by words no more once a button was pressed', async () => {
    await room.hear(bob, '/schedule setup');
    await room.hear(ada, `/schedule calendar host @${bob.userKey}`);
    expect(textOf(room.platform.told.at(-1)?.message)).not.toContain('Answer yes');
    await room.hear(bob, 'stop');
    expect(await room.says(bob, '/schedule calendar host')).toContain('Answer yes to accept');
    expect(await room.press(bob, room.toldButton('decline-host'))).toContain('You declined.');
    expect(await room.says(bob, 'yes')).not.toContain('That question is not open');
  });

  describe('of which another is asked before the answer', () => {
    const lastTold = () => textOf(room.platform.told.at(-1)?.message);

    it('leaves a typed yes to the question that was asked last', async () => {
      const carol = room.newcomer();
      await room.hear(carol, SETUP.replace('Intro call', 'Second'));
      await room.hear(ada, `/schedule calendar host @${bob.userKey}`);
      await room.hear(carol, `/schedule calendar host @${bob.userKey}`);
      expect(lastTold()).toContain('Answer yes to accept');
      expect(await room.says(bob, 'yes')).toContain('You are the host of “Second” now.');
      expect((await calendarOf(ada)).settings.title).toBe('Intro call');
      expect(await room.says(bob, 'yes')).not.toContain('You are the host');
    });

    it('takes a typed yes for the newer of two about the same calendar', async () => {
      const { uid } = await aBooking(room.app.nest, await calendarOf(ada), '2027-02-02T09:00:00Z');
      await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings keep`);
      await room.hear(ada, `/schedule calendar host @${bob.userKey} --bookings give`);
      expect(lastTold()).toContain('Answer yes to accept');
      expect(await room.says(bob, 'yes')).toContain('You are the host of “Intro call” now.');
      expect((await bookingWith(uid)).hostId).toBe((await calendarOf(bob)).host.id);
    });
  });

  it('is heard in words by somebody whose earlier conversation is over by itself', async () => {
    const { clock } = room.app;
    const before = clock.now();
    await room.hear(bob, '/schedule setup');
    clock.set(new Date(before + 31 * 60_000).toISOString());
    await room.hear(ada, `/schedule calendar host @${bob.userKey}`);
    expect(textOf(room.platform.told.at(-1)?.message)).toContain('Answer yes to accept');
    expect(await room.says(bob, 'yes')).toContain('You are the host of “Intro call” now.');
    clock.set(new Date(before).toISOString());
  });

  it('leaves nothing to pause or resume to a former host who looked before', async () => {
    const calendar = await calendarOf(ada);
    await room.handOver(ada, bob);
    const pause = room.app.nest.get(PauseCalendar);
    expect(await pause.pause(calendar, null)).toBe(false);
    expect(await room.says(bob, '/schedule calendar')).toContain('open');
    await room.hear(bob, '/schedule pause');
    expect(await pause.resume(calendar)).toBe(false);
    expect(await room.says(bob, '/schedule calendar')).toContain('paused');
  });

  it('leaves the former host the buttons of their cards', async () => {
    const { uid } = await leftBehind();
    const question = await room.pressed(ada, { verb: 'cancel', subject: uid });
    expect(textOf(question)).toContain('Cancel “Intro call” with Sam Rivers?');
    expect((await bookingWith(uid)).status).toBe('confirmed');
    const answer = await room.choose(ada, question, 'yes');
    expect(textOf(answer)).toBe('Cancelled. Sam Rivers no longer has <time>');
  });

  it.each(['cancel', 'propose', 'reschedule'] as const)(
    'lets nobody else press %s',
    async (verb) => {
      const { uid } = await leftBehind();
      const stranger = room.newcomer();
      for (const person of [stranger, bob]) {
        expect(await room.press(person, { verb, subject: uid })).toBe('That is not your booking.');
      }
      expect((await bookingWith(uid)).status).toBe('confirmed');
    },
  );

  it('keeps naming the host with whom the meeting is, in the API and on the page', async () => {
    const calendar = await calendarOf(ada);
    const { uid, manageUrl } = await aBooking(room.app.nest, calendar, '2027-02-02T09:00:00Z');
    await room.handOver(ada, bob);
    const answer = await room.app.nest.get(ViewBooking).answer(await bookingWith(uid));
    expect(answer?.host).toEqual({ name: ada.name });
    const { pathname, search } = new URL(manageUrl);
    const page = await (await fetch(`${room.app.url}${pathname}${search}`)).text();
    expect(page).toContain(ada.name);
    expect(page).not.toContain(bob.name);
  });

  it('keeps the cards of the former host out of the channels of the new one', async () => {
    const painter = room.app.nest.get(CardPainter);
    const { uid } = await aBooking(room.app.nest, await calendarOf(ada), '2027-02-02T09:00:00Z');
    const { id } = await bookingWith(uid);
    await painter.repaint(id);
    await room.handOver(ada, bob);
    await room.hear(bob, '/schedule alerts add #bobs');
    await room.hear(ada, `/schedule bookings cancel ${uid} --yes`);
    await painter.repaint(id);
    const cards = [...room.platform.messages.values()];
    expect(cards.map(({ channel }) => channel)).toEqual(['bookings']);
    expect(textOf(cards[0]?.message)).toContain(`Cancelled by ${ada.name}`);
  });

  it('tells the channels of the former host nothing of the bookings that come to the new one', async () => {
    const painter = room.app.nest.get(CardPainter);
    await room.hear(ada, `/schedule calendar host @${bob.userKey}`);
    const question = textOf(room.platform.told.at(-1)?.message);
    expect(question).toContain(`${ada.name}'s channels do not come along`);
    const answer = await room.press(bob, room.toldButton('accept-host'));
    expect(answer).toContain('/schedule alerts add #channel');
    expect(await room.says(bob, '/schedule alerts list')).toContain(
      'are announced to the host in direct messages',
    );
    const { uid } = await aBooking(room.app.nest, await calendarOf(bob), '2027-02-02T09:00:00Z');
    await painter.repaint((await bookingWith(uid)).id);
    const told = [...room.platform.messages.values()].map(({ channel }) => channel);
    expect(told).toEqual([`@${bob.userKey}`]);
  });

  it('leaves guests of the former host free to move while the new one pauses', async () => {
    const booking = await leftBehind();
    await room.hear(bob, '/schedule pause');
    const start = Date.parse('2027-02-03T10:00:00Z');
    const moved = await room.app.nest
      .get(MoveBooking)
      .run({ booking, start, actor: 'attendee', reason: null });
    expect(moved).toMatchObject({ ok: true, value: { value: { host: { name: ada.name } } } });
  });

  it('is done once it is accepted, whether or not the former host can be told', async () => {
    await room.hear(ada, `/schedule calendar host @${bob.userKey}`);
    const button = room.toldButton('accept-host');
    room.platform.trouble = 'down';
    expect(await room.press(bob, button)).toContain('You are the host of “Intro call” now.');
    expect((await calendarOf(bob)).host.name).toBe(bob.name);
  });

  it.each(['down', 'answer-lost', 'channel-gone'] as const)(
    'is not asked when the new host cannot be told (%s)',
    async (trouble) => {
      room.platform.trouble = trouble;
      const answer = await room.says(ada, `/schedule calendar host @${bob.userKey}`);
      expect(answer).toContain(`${bob.userKey} could not be told`);
      room.platform.trouble = 'none';
      const open = await room.app.database.query(
        `select from host_handover h join chat_identity i on i.id = h.from_identity_id
          where h.state = 'asked' and i.user_key = '${ada.userKey}'`,
      );
      expect(open).toEqual([]);
    },
  );
});
