import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AttendanceLists } from '../../src/bookings/attendance/attendance-lists.service.js';
import { Booking } from '../../src/bookings/booking.entity.js';
import { CancelBooking } from '../../src/bookings/cancel-booking.service.js';
import { MoveBooking } from '../../src/bookings/move-booking.service.js';
import { Database } from '../../src/database/database.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { refused } from '../../src/shared/outcome.js';
import { aRequest } from '../../test/builders/booking.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import type { PostedMessage } from '../../test/fakes/fake-platform.js';
import type { Button, ButtonVerb } from './message.js';

let room: ChatRoom;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());

interface World {
  readonly host: ChatPerson;
  readonly page: string;
}

async function aWorld(...lines: readonly string[]): Promise<World> {
  const host = room.newcomer();
  const set = SETUP.replace(' --alerts #bookings', '');
  const [, page = ''] =
    /https:\/\/book\.example\.com(\/\S+)/.exec(await room.says(host, set)) ?? [];
  for (const line of lines) await room.says(host, `/schedule ${line}`);
  return { host, page };
}

const settled = () => room.app.nest.get(Jobs).settle(20_000);

async function book({ page }: World, start: string, more: object = {}): Promise<Booking> {
  const path = `/api/v1/calendars${page}/bookings`;
  const { json, status } = await room.app.ask({ path, body: aRequest(start, { ...more }) });
  expect(status).toBe(201);
  await settled();
  return read(json.uid);
}

const read = (uid: string): Promise<Booking> =>
  room.app.nest.get(Database).read((entities) => entities.findOneOrFail(Booking, { uid }));

async function move(booking: Booking, start: string): Promise<void> {
  const wish = { booking, start: Date.parse(start), actor: 'attendee', reason: null } as const;
  await room.app.nest.get(MoveBooking).run(wish);
  await settled();
}

async function cancel({ uid }: Booking): Promise<void> {
  const booking = await read(uid);
  const wish = { booking, actor: 'attendee', reason: 'My cat Tom is ill' } as const;
  await room.app.nest.get(CancelBooking).run(wish);
  await settled();
}

const cardsIn = (channel: string): PostedMessage[] =>
  [...room.platform.messages.values()].filter((message) => message.channel === channel);

const whole = ({ message, replies }: PostedMessage): string =>
  [message, ...replies].map(textOf).join('\n');

const nothing: Button = { verb: 'keep', subject: 'nothing', label: '' };

describe('a calendar without alerts', () => {
  const request = '2027-02-03T09:00:00Z';
  const titles = (cards: readonly PostedMessage[]) => cards.map(({ message }) => message.title);

  it('has its living cards in the direct messages of its host, who answers there', async () => {
    const world = await aWorld('set approval on');
    const direct = `@${world.host.userKey}`;
    const { uid } = await book(world, request, { notes: 'hello' });
    const [card] = cardsIn(direct);
    expect(card && whole(card)).toMatch(/sam@example.com[^]*Notes: hello/);
    const confirm = card?.message.buttons?.find(({ verb }) => verb === 'confirm');
    await room.press(world.host, confirm ?? { verb: 'confirm', subject: 'none' });
    await settled();
    expect(titles(cardsIn(direct))).toEqual(['Booked']);
    // Whoever reads it alone has had the answer to their press.
    expect(cardsIn(direct)).toMatchObject([{ edits: 1, replies: [] }]);
    await move(await read(uid), '2027-02-03T12:00:00Z');
    expect(cardsIn(direct)).toMatchObject([{ edits: 2, replies: [expect.anything()] }]);
  });

  it('leads its host alone into the meeting, and afterwards asks whether they came', async () => {
    const world = await aWorld('set location https://meet.example.com/ada', 'alerts add #leads');
    await book(world, request);
    await book(world, '2027-02-03T11:00:00Z');
    const [posted, deleted] = [...room.platform.messages].filter(
      ([, { channel }]) => channel === 'leads',
    );
    const card = () => room.platform.messages.get(posted?.[0] ?? '')?.message;
    const press = (who: ChatPerson, verb: ButtonVerb) =>
      room.press(who, card()?.buttons?.find((button) => button.verb === verb) ?? nothing);
    expect(card()?.buttons?.map(({ verb }) => verb)).toEqual(['join', 'reschedule', 'cancel']);
    expect(textOf(card())).not.toContain('meet.example.com');
    expect(await press(world.host, 'join')).toContain('https://meet.example.com/ada');
    expect(await press(room.newcomer(), 'join')).toBe('That is not your booking.');
    room.platform.messages.delete(deleted?.[0] ?? '');
    room.app.clock.set('2027-02-03T16:00:00Z');
    await room.app.nest.get(AttendanceLists).attend(room.app.clock.now());
    await settled();
    expect(titles(cardsIn('leads'))).toEqual(['Done']);
    expect(card()?.buttons?.map(({ verb }) => verb)).toEqual(['showed', 'no-show']);
    expect(await press(world.host, 'no-show')).toContain('did not come');
    await settled();
    expect(card()).toMatchObject({ title: 'No-show', buttons: [{ verb: 'showed' }] });
    room.app.clock.set('2027-02-01T07:00:00Z');
  });

  it('tells whoever hands a booking over that they did, and nothing that follows', async () => {
    const world = await aWorld();
    const direct = `@${world.host.userKey}`;
    const bob = room.newcomer();
    const { uid } = await book(world, request);
    await room.handOver(world.host, bob, 'give');
    await settled();
    const handed = [{ message: { title: 'Handed over', buttons: [] }, edits: 1, replies: [] }];
    expect(cardsIn(direct)).toMatchObject(handed);
    expect(textOf(cardsIn(direct)[0]?.message)).toContain(`${bob.name} is the host now.`);
    await move(await read(uid), '2027-02-03T12:00:00Z');
    expect(cardsIn(direct)).toMatchObject(handed);
    expect(titles(cardsIn(`@${bob.userKey}`))).toEqual(['Moved']);
  });

  it('has nothing posted later to a channel that was not there and is announced to no more', async () => {
    const world = await aWorld('alerts add #closed');
    room.platform.trouble = 'channel-gone';
    const booking = await book(world, request);
    room.platform.trouble = 'none';
    await room.says(world.host, '/schedule alerts remove #closed');
    await move(booking, '2027-02-03T12:00:00Z');
    expect(cardsIn('closed')).toEqual([]);
    expect(titles(cardsIn(`@${world.host.userKey}`))).toEqual(['Moved']);
  });

  it('that has some later tells of new bookings there, and of older ones where they stand', async () => {
    const world = await aWorld();
    const direct = `@${world.host.userKey}`;
    const older = await book(world, request);
    await room.says(world.host, '/schedule alerts add #later');
    await book(world, '2027-02-04T09:00:00Z');
    expect([cardsIn(direct).length, cardsIn('later').length]).toEqual([1, 1]);
    await move(older, '2027-02-03T12:00:00Z');
    expect(titles(cardsIn(direct))).toEqual(['Moved']);
    await room.says(world.host, '/schedule alerts remove #later');
    await move(await read(older.uid), '2027-02-03T14:00:00Z');
    expect(cardsIn(direct)).toMatchObject([{ replies: { length: 2 } }]);
  });
});

describe('a channel that refuses the card', () => {
  it('is none, so that its host is told in direct messages, once', async () => {
    const world = await aWorld('alerts add #ajar', 'alerts add #shut');
    const direct = () => cardsIn(`@${world.host.userKey}`);
    const taken = room.platform.post.bind(room.platform);
    const post = jest.spyOn(room.platform, 'post');
    const close = (...names: readonly string[]) => {
      post.mockImplementation((place, message) =>
        names.includes(place.channel)
          ? Promise.resolve(refused({ sentence: 'It is closed.' }))
          : taken(place, message),
      );
    };
    close('shut');
    await book(world, '2027-02-03T09:00:00Z');
    expect([cardsIn('ajar').length, cardsIn('shut').length, direct().length]).toEqual([1, 0, 0]);
    close('ajar', 'shut');
    const booking = await book(world, '2027-02-03T12:00:00Z');
    await move(booking, '2027-02-03T14:00:00Z');
    post.mockRestore();
    expect(direct()).toMatchObject([{ message: { title: 'Moved' }, replies: { length: 1 } }]);
  });
});

describe('a channel', () => {
  it('hears of the chosen events, and its card stays true all the same', async () => {
    const world = await aWorld('alerts add #ends cancelled', 'alerts add #moves moved name');
    const booking = await book(world, '2027-02-03T09:00:00Z');
    const direct = `@${world.host.userKey}`;
    expect([cardsIn('ends'), cardsIn('moves'), cardsIn(direct)]).toEqual([[], [], []]);
    await move(booking, '2027-02-03T12:00:00Z');
    expect(cardsIn('ends')).toEqual([]);
    expect(cardsIn('moves').map((card) => textOf(card.message).split('\n')[0])).toEqual(['Moved']);
    await cancel(booking);
    const [standing] = cardsIn('moves');
    expect(textOf(standing?.message)).toMatch(/^Cancelled by Sam Rivers\n/);
    expect(standing?.replies).toEqual([]);
    expect(cardsIn('ends')).toHaveLength(1);
  });

  it('says the place that an attendee named, unless it may know nothing of them', async () => {
    const world = await aWorld(
      ...['set location ask', 'alerts add #wide', 'alerts add #narrow --detail none'],
    );
    await book(world, '2027-02-03T09:00:00Z', { answers: { location: 'Café Kotti' } });
    const [wide, narrow] = [cardsIn('wide')[0], cardsIn('narrow')[0]];
    expect(wide && whole(wide)).toContain('Café Kotti');
    expect(narrow && whole(narrow)).not.toContain('Café Kotti');
    expect(narrow && whole(narrow)).toContain('A place the guest chose');
  });

  it('says the number to call to those who may know everything, and to the host alone', async () => {
    const details = ['none', 'first-name', 'name', 'full'] as const;
    const channelOf = (detail: string) => `call${detail.replace('-', '')}`;
    const channels = details.map((detail) => `alerts add #${channelOf(detail)} --detail ${detail}`);
    const world = await aWorld('set location phone host calls', ...channels);
    const { uid } = await book(world, '2027-02-03T09:00:00Z', {
      answers: { phone: '+49 30 123456' },
    });
    for (const detail of details) {
      const [card] = cardsIn(channelOf(detail));
      expect(card && whole(card)).toContain(`Where: Phone call from ${world.host.name}`);
      expect(card && whole(card).includes('123456')).toBe(detail === 'full');
    }
    const number = `Where: Phone call from ${world.host.name} to +49 30 123456`;
    expect(await room.says(world.host, `/schedule bookings show ${uid}`)).toContain(number);
    const direct = await aWorld('set location phone host calls');
    await book(direct, '2027-02-03T09:00:00Z', { answers: { phone: '+49 30 123456' } });
    const [own] = cardsIn(`@${direct.host.userKey}`);
    expect(own && whole(own)).toContain('to +49 30 123456');
  });

  it.each([
    ['none', /Somebody · Intro call/, /Sam|Rivers|cat|sam@|hello/i],
    ['first-name', /Sam · Intro call/, /Rivers|cat|sam@|hello/i],
    ['name', /Sam Rivers · Intro call[^]*cat Tom/, /sam@|hello/i],
    ['full', /Sam Rivers · Intro call[^]*sam@example.com[^]*Notes: hello/, /undefined/],
  ] as const)(
    'is shown as much of the attendee as it may know: %s',
    async (detail, has, hasNot) => {
      const channel = detail.replace('-', '');
      const world = await aWorld(`alerts add #${channel} --detail ${detail}`);
      const booking = await book(world, '2027-02-03T09:00:00Z', { notes: 'hello' });
      await move(booking, '2027-02-03T12:00:00Z');
      await cancel(booking);
      const [card] = cardsIn(channel);
      expect(card?.replies).toHaveLength(2);
      expect(card && whole(card)).toMatch(has);
      expect(card && whole(card)).not.toMatch(hasNot);
    },
  );

  it('that everybody can read is shown first names only, and its host is told why', async () => {
    const { host } = await aWorld();
    const line = '/schedule alerts add #everybody';
    const why = /first names only\.\n[^]*open to everybody[^]*alerts add #everybody --detail name/;
    expect(await room.says(host, line)).toMatch(why);
    expect(await room.says(host, line)).not.toContain('open to everybody');
    expect(await room.says(host, `${line} --detail full`)).toContain(
      'addresses, phone numbers, answers and notes',
    );
    expect(await room.says(host, '/schedule alerts')).toContain('first names only');
    expect(await room.says(host, `${line} --detail name`)).toContain(
      'everything that happens; names.',
    );
    const set = SETUP.replace('#bookings', '#everybody').replace('Intro', 'Second');
    expect(await room.says(host, set)).toMatch(/open to everybody[^]*first names only/);
    expect(await room.says(host, '/schedule alerts')).toContain(
      '#everybody: everything that happens; first names only',
    );
  });

  it('is listed with what it hears, which can be changed', async () => {
    const { host } = await aWorld('alerts add #sales booked,cancelled first-name');
    const list = () => room.says(host, '/schedule alerts');
    expect(await list()).toContain('• #sales: booked, cancelled; first names only');
    await room.says(host, '/schedule alerts add #sales --detail none');
    expect(await list()).toContain('• #sales: booked, cancelled; no names');
    await room.says(host, '/schedule alerts add #sales all');
    expect(await list()).toContain('• #sales: everything that happens; no names');
    const wrong = await room.says(host, '/schedule alerts add #sales births');
    expect(wrong).toContain(
      "I don't know the event “births”. Use all, or some of requested, booked",
    );
    expect(await room.says(host, '/schedule alerts test')).toBe('Posted a test to #sales.');
  });
});
