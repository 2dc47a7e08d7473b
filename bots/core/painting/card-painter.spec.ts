import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../../src/bookings/booking.entity.js';
import { CancelBooking } from '../../../src/bookings/cancel-booking.service.js';
import { MoveBooking } from '../../../src/bookings/move-booking.service.js';
import type { AlertOptions } from '../../../src/calendars/alerts/alert-options.js';
import { AlertChannels } from '../../../src/calendars/alerts/alert-channels.service.js';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { Database } from '../../../src/database/database.js';
import { Identities } from '../../../src/hosts/identities.service.js';
import { Jobs } from '../../../src/jobs/jobs.js';
import { Receipts } from '../../../src/notifications/receipts.service.js';
import { aBooking } from '../../../test/builders/booking.js';
import { aCalendar } from '../../../test/builders/calendar.js';
import { startTestApp, type TestApp } from '../../../test/e2e/app.js';
import { FakePlatform, type PostedMessage } from '../../../test/fakes/fake-platform.js';
import { CardPainter } from './card-painter.js';
import { ChatPlatforms } from '../chat-platforms.js';

describe('the card painter', () => {
  let app: TestApp;
  let platform: FakePlatform;
  let calendar: CalendarConfiguration;
  let painter: CardPainter;
  let hours = 8;

  beforeAll(async () => {
    app = await startTestApp();
    painter = app.nest.get(CardPainter);
  }, 60_000);
  afterAll(() => app.stop());

  beforeEach(async () => {
    // A name of its own keeps the jobs of one test away from the platform of the next.
    platform = new FakePlatform(`fake-${hours}`);
    app.nest.get(ChatPlatforms).register(platform);
    calendar = await aCalendar(app.nest);
    await announce('bookings');
  });
  afterEach(() => {
    hours += 1;
  });

  const announce = async (name: string, options: Partial<AlertOptions> = {}): Promise<void> => {
    const channel = await platform.findChannel({ ...nobody, platform: platform.name }, name);
    if (!channel.ok) throw new Error('There is no channel.');
    const { id, host } = calendar;
    await app.nest.get(AlertChannels).add({ id, hostId: host.id }, channel.value, options);
  };
  const booked = async (start = '2027-02-02T09:00:00Z'): Promise<Booking> => {
    const { uid } = await aBooking(app.nest, calendar, start);
    return app.nest.get(Database).read((em) => em.findOneOrFail(Booking, { uid }));
  };
  /** In chat. */
  const bookedBySam = async (start: string): Promise<Booking> => {
    const sam = { ...nobody, platform: platform.name, userKey: 'sam', name: 'Sam' };
    const { id: bookedByIdentityId } = await app.nest.get(Identities).identify(sam);
    const { uid } = await booked(start);
    const database = app.nest.get(Database);
    await database.single((em) => em.nativeUpdate(Booking, { uid }, { bookedByIdentityId }));
    return database.read((em) => em.findOneOrFail(Booking, { uid }));
  };
  const moved = async (booking: Booking): Promise<void> => {
    const start = booking.startsAt.getTime() + 3 * 3_600_000;
    await app.nest.get(MoveBooking).run({ booking, start, actor: 'host', reason: null });
  };
  const cards = (): PostedMessage[] => [...platform.messages.values()];
  const cardsIn = (name: string) => cards().filter(({ channel }) => channel === name);
  const ownCards = () => cardsIn('@sam');

  it('posts one card, however often and however many at once ask for it', async () => {
    const { id } = await booked();
    await Promise.all([1, 2, 3, 4].map(() => painter.repaint(id)));
    expect(cards()).toHaveLength(1);
    expect(cards()[0]).toMatchObject({ edits: 0, message: { title: 'Booked' } });
  });

  it('edits the one card through the life of the booking, with one reply per change', async () => {
    const booking = await booked();
    await painter.repaint(booking.id);
    const start = Date.parse('2027-02-02T12:00:00Z');
    await app.nest.get(MoveBooking).run({ booking, start, actor: 'attendee', reason: null });
    await painter.repaint(booking.id);
    expect(cards()[0]?.message.title).toBe('Moved');
    await app.nest.get(CancelBooking).run({ booking, actor: 'host', reason: 'ill' });
    await painter.repaint(booking.id);
    await painter.repaint(booking.id);
    expect(cards()).toHaveLength(1);
    expect(cards()[0]?.message).toMatchObject({ title: 'Cancelled by Ada', buttons: [] });
    expect(cards()[0]?.replies).toHaveLength(2);
  });

  it('takes a turn in the channel for a new message, and for nothing else', async () => {
    await announce('starts', { events: ['booked'] });
    const booking = await bookedBySam('2027-02-02T09:00:00Z');
    await painter.repaint(booking.id, booking.sequence);
    expect(platform.turns.toSorted()).toEqual(['@sam', 'bookings', 'starts']);
    platform.turns.length = 0;
    await painter.repaintOwn([booking]);
    expect(platform.turns).toEqual([]);
    await moved(booking);
    await painter.repaint(booking.id);
    expect(cards().map(({ message }) => message.title)).toEqual(['Moved', 'Moved', 'Moved']);
    expect(platform.turns.toSorted()).toEqual(['@sam', 'bookings']);
  });

  it('waits for its turn, holding nothing, before a card that somebody deleted is posted anew', async () => {
    const booking = await bookedBySam('2027-02-02T09:00:00Z');
    await painter.repaint(booking.id);
    await app.nest.get(Jobs).settle(10_000);
    const held: number[] = [];
    const ready = platform.ready.bind(platform);
    platform.ready = async (channel) => {
      const [row] = await app.database.query<{ count: number }>(PAINTING);
      held.push(row?.count ?? 0);
      return ready(channel);
    };
    platform.messages.clear();
    platform.turns.length = 0;
    await painter.repaintOwn([booking]);
    expect([cards().map(({ channel }) => channel), platform.turns]).toEqual([['@sam'], ['@sam']]);
    expect(held).toEqual([0]);
    await moved(booking);
    await painter.repaint(booking.id);
    expect(cards().map(({ channel }) => channel)).toEqual(['@sam', 'bookings']);
    expect(ownCards()).toMatchObject([{ message: { title: 'Moved' }, replies: [{}] }]);
    expect(cardsIn('bookings')).toMatchObject([{ message: { title: 'Moved' }, replies: [] }]);
  });

  describe('with a platform that is slow', () => {
    const starts = ['09', '11', '13'].map((hour) => `2027-02-02T${hour}:00:00Z`);

    it('keeps four connections busy at most, however many cards wait', async () => {
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await announce(name);
      const held: number[] = [];
      const post = platform.post.bind(platform);
      platform.post = async (channel, message) => {
        const [row] = await app.database.query<{ count: number }>(PAINTING);
        held.push(row?.count ?? 0);
        return post(channel, message);
      };
      const all = await Promise.all(starts.map(booked));
      await Promise.all(all.map(({ id }) => painter.repaint(id)));
      expect(cards()).toHaveLength(21);
      expect(held).toHaveLength(21);
      expect(Math.max(...held)).toBeLessThanOrEqual(4);
    });

    it('paints in other channels while one does not answer', async () => {
      await announce('stuck');
      let answer = (): void => undefined;
      const stuck = new Promise<void>((resolve) => (answer = resolve));
      const post = platform.post.bind(platform);
      platform.post = async (channel, message) => {
        if (channel.channel === 'stuck') await stuck;
        return post(channel, message);
      };
      const all = await Promise.all([...starts, '2027-02-02T15:00:00Z'].map(booked));
      const painting = Promise.all(all.map(({ id }) => painter.repaint(id)));
      while (cardsIn('bookings').length < all.length) await setTimeout(10);
      expect(cardsIn('stuck')).toEqual([]);
      answer();
      await painting;
      expect(cardsIn('stuck')).toHaveLength(all.length);
    });
  });

  describe('when nobody can say where the attendee is told', () => {
    it('alerts the channel all the same, and comes back for them', async () => {
      const { id } = await bookedBySam('2027-02-02T09:00:00Z');
      const directChannel = platform.directChannel.bind(platform);
      platform.directChannel = () => Promise.reject(new Error('Not so fast.'));
      await expect(painter.repaint(id)).rejects.toThrow('waits for a retry');
      expect(cards().map(({ channel }) => channel)).toEqual(['bookings']);
      platform.directChannel = directChannel;
      await painter.repaint(id);
      expect(cards().map(({ channel }) => channel)).toEqual(['bookings', '@sam']);
    });

    it('edits the card that they have', async () => {
      const booking = await bookedBySam('2027-02-02T09:00:00Z');
      await painter.repaint(booking.id);
      platform.directChannel = () => Promise.reject(new Error('Not so fast.'));
      await moved(booking);
      await painter.repaint(booking.id);
      expect(ownCards()).toMatchObject([{ message: { title: 'Moved' }, edits: 1 }]);
    });
  });

  describe('for somebody who reads times in another zone now', () => {
    /** Their cards stand. */
    const ownBookings = async (...starts: string[]): Promise<Booking[]> => {
      const own = await Promise.all(starts.map(bookedBySam));
      for (const { id } of own) await painter.repaint(id);
      return own;
    };
    it('paints the cards anew without a reply, and tells of the next change', async () => {
      const own = await ownBookings('2027-02-02T09:00:00Z');
      await painter.repaintOwn(own);
      expect(ownCards()).toMatchObject([{ edits: 1, replies: [] }]);
      await moved(own[0]!);
      await painter.repaint(own[0]!.id);
      expect(ownCards()[0]?.replies).toHaveLength(1);
    });

    it('tells of a change that no job has painted yet', async () => {
      const own = await ownBookings('2027-02-02T09:00:00Z');
      await moved(own[0]!);
      await painter.repaintOwn(own);
      await painter.repaint(own[0]!.id);
      expect(ownCards()[0]?.message.title).toBe('Moved');
      expect(ownCards()[0]?.replies).toHaveLength(1);
    });

    it('goes on after a card that fails, which tells of its next change all the same', async () => {
      const own = await ownBookings('2027-02-02T09:00:00Z', '2027-02-03T09:00:00Z');
      const edit = platform.edit.bind(platform);
      const [first] = [...platform.messages].filter(([, { channel }]) => channel === '@sam');
      platform.edit = (channel, reference, message) =>
        reference === first?.[0]
          ? Promise.reject(new Error('The platform is down.'))
          : edit(channel, reference, message);
      await expect(painter.repaintOwn(own)).rejects.toThrow('1 of 2 bookings');
      expect(ownCards().map(({ edits }) => edits)).toEqual([0, 1]);
      platform.edit = edit;
      for (const booking of own) {
        await moved(booking);
        await painter.repaint(booking.id);
      }
      expect(ownCards().map(({ replies }) => replies.length)).toEqual([1, 1]);
    });
  });

  it('shows only the latest state when several changes waited', async () => {
    platform.trouble = 'down';
    const booking = await booked();
    await app.nest.get(CancelBooking).run({ booking, actor: 'attendee', reason: null });
    await expect(painter.repaint(booking.id)).rejects.toThrow('waits for a retry');
    platform.trouble = 'none';
    await painter.repaint(booking.id);
    expect(cards().map(({ message }) => message.title)).toEqual(['Cancelled by Sam Rivers']);
  });

  it('keeps a receipt that says what became of the card, and why', async () => {
    platform.trouble = 'down';
    const { id } = await booked();
    await painter.repaint(id).catch(() => undefined);
    const receipts = async () =>
      (await app.nest.get(Receipts).ofBooking(id)).filter(({ recipient }) =>
        recipient.endsWith(' #bookings'),
      );
    expect(await receipts()).toMatchObject([{ state: 'queued' }]);
    platform.trouble = 'channel-gone';
    await painter.repaint(id);
    expect(await receipts()).toMatchObject([{ state: 'failed', why: 'It is gone.' }]);
    platform.trouble = 'none';
    await painter.repaint(id);
    expect(await receipts()).toMatchObject([{ state: 'handed_over', why: null }]);
    // As a process leaves it that died between the card and the receipt.
    await app.database.query(`delete from receipt where booking_id = '${id}'`);
    await painter.repaint(id);
    expect(await receipts()).toMatchObject([{ state: 'handed_over', why: null }]);
    expect(cards()).toMatchObject([{ edits: 0 }]);
  });
});

/** Connections that paint: each has written to the cards in its transaction. */
/** Databases made from one template have their tables under the same numbers. */
const PAINTING = `
  select count(distinct pid)::int as count
    from pg_locks join pg_database on pg_database.oid = pg_locks.database
   where datname = current_database()
     and relation = 'posted_card'::regclass and mode = 'RowExclusiveLock'`;

const nobody = { workspace: 'local', userKey: 'nobody', name: 'Nobody' };
