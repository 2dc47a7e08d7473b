import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { aBooking } from '../../test/builders/booking.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { Database } from '../../src/database/database.js';
import { Booking } from '../../src/bookings/booking.entity.js';
import { CardPainter } from './painting/card-painter.js';

describe('a command', () => {
  let room: ChatRoom;
  let ada: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(() => {
    ada = room.newcomer();
    room.platform.messages.clear();
    room.platform.turns.length = 0;
  });

  const says = (text: string): Promise<string> => room.says(ada, text);
  const calendar = async (): Promise<CalendarConfiguration> => {
    const [row] = await room.app.database.query<{ host_id: string }>(
      `select host_id from chat_identity where user_key = '${ada.userKey}'`,
    );
    const [found] = await room.app.nest
      .get(Database)
      .read((em) => room.app.nest.get(CalendarRepository).ofHost(em, row?.host_id ?? ''));
    if (!found) throw new Error('There is no calendar.');
    return found;
  };
  const booked = (start: string) =>
    calendar().then((found) => aBooking(room.app.nest, found, start));

  it('tells the host how to reach whoever booked', async () => {
    await says(SETUP);
    await booked('2027-02-02T09:00:00Z');
    expect(await says('/schedule bookings')).toContain('sam@example.com');
  });

  it('says of a time that is over that it is over', async () => {
    await says(SETUP);
    expect(await says('/schedule why 2027-01-04 10:00')).toContain('That time is over already.');
  });

  it('sets up with a channel named twice as with a channel named once', async () => {
    expect(await says(SETUP.replace('#bookings', '#aa,#aa'))).toContain('Alerts: #aa\n');
  });

  it('reads the window of a set-up in the zone of that set-up', async () => {
    // It is Tuesday in Auckland by now, and Monday in the zone that the product takes otherwise.
    room.app.clock.set('2027-02-01T12:00:00Z');
    const line = SETUP.replace('Europe/Berlin', 'Pacific/Auckland');
    const answer = await says(`${line} --window today --notice 0`);
    room.app.clock.set('2027-02-01T07:00:00Z');
    expect(answer).toContain('Saved');
    expect((await calendar()).settings.bookingWindow).toMatchObject({
      ...{ from: '2027-02-02', to: '2027-02-02' },
    });
  });

  describe('about alerts', () => {
    beforeEach(() => room.hear(ada, SETUP));

    it('tests every channel, or only the one that is named', async () => {
      await room.hear(ada, '/schedule alerts add #bobs');
      expect(await says('/schedule alerts test #bobs')).toBe('Posted a test to #bobs.');
      expect([...room.platform.messages.values()].map(({ channel }) => channel)).toEqual(['bobs']);
      expect(await says('/schedule alerts test')).toBe(
        'Posted a test to #bookings.\nPosted a test to #bobs.',
      );
      expect(room.platform.turns).toEqual(['bobs', 'bookings', 'bobs']);
      expect(await says('/schedule alerts test #none')).toContain('not announced in #none');
    });

    it('leaves the name of the channel on the cards that stand there', async () => {
      const { uid } = await booked('2027-02-02T09:00:00Z');
      const { id } = await room.app.nest
        .get(Database)
        .read((em) => em.findOneOrFail(Booking, { uid }));
      const painter = room.app.nest.get(CardPainter);
      await painter.repaint(id);
      await room.hear(ada, '/schedule alerts remove #bookings');
      await room.hear(ada, `/schedule bookings cancel ${uid} --yes`);
      await painter.repaint(id);
      const receipts = await room.app.database.query(
        `select distinct recipient from receipt
          where booking_id = '${id}' and kind = 'card'`,
      );
      expect(receipts).toEqual([{ recipient: 'fake #bookings' }]);
    });
  });

  it('leaves the link in a channel, and says where', async () => {
    await says(SETUP);
    expect(await says('/schedule link post')).toContain('In which channel?');
    expect(await says('/schedule link post #general')).toBe('The link is now in #general.');
    const posted = [...room.platform.messages.values()].map(({ message }) => textOf(message));
    expect(posted).toEqual([expect.stringContaining(`/${ada.name}/intro-call`)]);
    expect(posted[0]).toMatch(/^Book a time: Intro call\n30 min with/);
    expect(room.platform.turns).toEqual(['general']);
    expect(await says('/schedule link post #42')).toBe('No such channel.');
  });

  describe('that shows the calendar', () => {
    beforeEach(() => room.hear(ada, SETUP));

    it.each(['/schedule show', '/schedule link'])('says when it is paused: %s', async (line) => {
      await room.hear(ada, '/schedule pause');
      expect(await says(line)).toContain('Paused. Nobody can book “Intro call” until you resume');
      await room.hear(ada, '/schedule pause 2027-02-05');
      const answer = await says(line);
      expect(answer).toContain('Paused. Nobody can book “Intro call” until <time>');
      expect(answer).not.toContain('Nothing free');
    });

    it.each(['/schedule show', '/schedule link'])('says when it is off: %s', async (line) => {
      await room.app.database.query(
        `update booking_calendar set active = false where id = '${(await calendar()).id}'`,
      );
      const answer = await says(line);
      expect(answer).toContain('“Intro call” is switched off. Nobody can book it.');
      expect(answer).not.toContain('Nothing free');
    });

    it('and chooses one takes its number, its slug and its title', async () => {
      await room.hear(ada, SETUP.replace('Intro call', 'Second'));
      expect(await says('/schedule calendar')).toContain('2. Second (second)');
      expect(await says('/schedule calendar use 1')).toBe('Commands now mean “Intro call”.');
      expect(await says('/schedule calendar use 2')).toBe('Commands now mean “Second”.');
      expect(await says('/schedule calendar use Intro call')).toContain('“Intro call”');
      expect(await says('/schedule calendar use 3')).toContain('You have no calendar “3”');
    });
  });

  describe('about bookings', () => {
    beforeEach(() => room.hear(ada, SETUP));

    it('takes a reason as people write them, and refuses what no reason is', async () => {
      const { uid } = await booked('2027-02-02T09:00:00Z');
      const cancel = `/schedule bookings cancel ${uid}`;
      expect(await says(`${cancel} ${'x'.repeat(2_001)}`)).toContain('at most 2000');
      expect(await says(`${cancel} ill\0`)).not.toContain('Cancelled');
      expect(await says(`${cancel} I am \u202Eill`)).toContain('Reason: I am ill');
      expect(await says('yes')).toContain('Cancelled');
      const { cancelReason } = await room.app.nest
        .get(Database)
        .read((em) => em.findOneOrFail(Booking, { uid }));
      expect(cancelReason).toBe('I am ill');
      expect(await says('/schedule off add 2027-02-04 gone \u202Efishing')).toContain('Closed');
      expect(await says('/schedule off')).toContain('gone fishing');
    });

    it('opens one of a list where there are no windows, and asks which', async () => {
      const uids = [];
      for (const hour of ['09', '11']) uids.push((await booked(`2027-02-02T${hour}:00:00Z`)).uid);
      const [code = '', other = ''] = uids.map((uid) => uid.slice(0, 6));
      const { buttons = [] } = await room.hear(ada, '/schedule bookings');
      const open = buttons.find(({ label }) => label === 'Open one');
      const which = await room.pressed(ada, open ?? { verb: 'keep', subject: '' });
      expect(textOf(which)).toBe(
        'Show its card again: which one?\n' +
          `Tue 2 Feb 2027, 10:00 (Europe/Berlin) · Sam Rivers · Intro call · ${code}\n` +
          `Tue 2 Feb 2027, 12:00 (Europe/Berlin) · Sam Rivers · Intro call · ${other}\n` +
          `Or say its code: /schedule bookings show ${code}`,
      );
      const second = which.buttons?.find(({ label }) => label === other);
      expect(await room.press(ada, second ?? { verb: 'keep', subject: '' })).toContain(
        `Code ${other}`,
      );
      expect(await says('/schedule bookings decline')).toContain('nothing to choose');
      expect(await says('/schedule why')).toContain('“when” is missing');
    });

    it('turns no page behind the last one', async () => {
      for (let hour = 0; hour < 11; hour += 1) {
        const day = 2 + Math.floor(hour / 6);
        await booked(`2027-02-0${day}T${String(8 + (hour % 6)).padStart(2, '0')}:00:00Z`);
      }
      expect(await says('/schedule bookings')).toContain('Page 1 of 2. The next one: ');
      for (const page of [2, 3, 999]) {
        const text = await says(`/schedule bookings list --page ${page}`);
        expect(text).toMatch(/\nPage 2 of 2\.$/);
        expect(text.match(/<time>/g)).toHaveLength(1);
      }
    });
  });
});
