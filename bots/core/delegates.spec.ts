import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../src/bookings/booking.entity.js';
import { Database } from '../../src/database/database.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { MONDAY_MORNING } from '../../test/e2e/app.js';
import { CardPainter } from './painting/card-painter.js';

let room: ChatRoom;
let ada: ChatPerson;
let eve: ChatPerson;
let grace: ChatPerson;

beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
beforeEach(async () => {
  [ada, eve, grace] = [room.newcomer(), room.newcomer(), room.newcomer()];
  room.platform.messages.clear();
  await room.hear(ada, SETUP);
});

/** Grace books Ada by talk, Tuesday 10:00 in Berlin. */
const booked = async (): Promise<Booking> => {
  for (const text of [`/book @${ada.userKey} 2027-02-02 10:00`, '-', '-', 'yes']) {
    await room.hear(grace, text);
  }
  const code = /Code (\w{6})/.exec(await room.says(grace, '/book list'))?.[1];
  const found = await room.app.nest
    .get(Database)
    .read((em) => em.findOne(Booking, { attendeeName: grace.name }));
  if (!found) throw new Error(`There is no booking ${code ?? ''}.`);
  return found;
};
const repaint = ({ id }: Booking) => room.app.nest.get(CardPainter).repaint(id);
const cardIn = (channel: string): string =>
  textOf([...room.platform.messages.values()].find((one) => one.channel === channel)?.message);

describe('a delegate', () => {
  it('sees, moves and cancels the bookings of the host, in the host’s name', async () => {
    const booking = await booked();
    const code = booking.uid.slice(0, 6);
    expect(await room.says(eve, '/schedule bookings')).toContain('no booking calendar');
    const added = await room.says(ada, `/schedule calendar delegate add @${eve.userKey}`);
    expect(added).toContain(`“${eve.name} for ${ada.name}”`);
    expect(await room.says(eve, '/schedule bookings')).toContain(`for ${ada.name}`);
    await room.hear(eve, `/schedule bookings move ${code} 2027-02-03 11:00`);
    await repaint(booking);
    expect(cardIn('bookings')).toContain(`By ${eve.name} for ${ada.name}`);
    const question = await room.pressed(eve, { verb: 'cancel', subject: booking.uid });
    expect(textOf(question)).toContain(`Cancel “Intro call” with ${grace.name}?`);
    await room.choose(eve, question, 'yes');
    await repaint(booking);
    expect(cardIn('bookings')).toContain(`Cancelled by ${eve.name} for ${ada.name}`);
  });

  it('blocks a person once, in capitals or without', async () => {
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    const says = (line: string) => room.says(eve, `/schedule bookings ${line}`);
    await says('block-person Foo@Example.com');
    expect(await says('block-person foo@example.com')).toContain('No more bookings from');
    expect(await says('blocked')).toMatch(/^[^•]*• foo@example.com$/);
    expect(await says('unblock-person FOO@example.com')).not.toContain('was not blocked');
    expect(await says('blocked')).not.toContain('foo');
  });

  it('of several hosts names the one for whom somebody is blocked, and sees the meetings of all', async () => {
    const bob = room.newcomer();
    await room.hear(bob, SETUP.replace('Intro call', 'Bob call'));
    for (const host of [ada, bob]) {
      await room.hear(host, `/schedule calendar delegate add @${eve.userKey}`);
      await room.hear(host, '/schedule bookings add x@example.com 2027-02-01 09:00');
      await room.hear(host, 'yes');
    }
    const says = (line: string) => room.says(eve, `/schedule bookings ${line}`);
    const block = 'block-person spam@example.com';
    expect(await says(block)).toContain('Say which calendar, like: --calendar');
    expect(await says('blocked')).toContain('from everybody');
    expect(await says(`${block} --calendar "Bob call"`)).toContain(
      `That holds for all calendars of ${bob.name}.`,
    );
    expect(await says('blocked')).toBe(`${bob.name} takes no bookings from\n• spam@example.com`);
    expect(await room.says(ada, '/schedule bookings blocked')).toContain('from everybody');
    expect(await says(`un${block} --calendar "Intro call"`)).toContain('was not blocked');
    expect(await room.says(ada, `/schedule bookings ${block}`)).not.toContain('That holds');
    expect(await says('blocked')).toContain(`${ada.name} takes no bookings from`);
    room.app.clock.set('2027-02-01T10:00:00Z');
    const begun = await says('attendance');
    room.app.clock.set(MONDAY_MORNING);
    for (const { name } of [ada, bob]) expect(begun).toContain(`for ${name}`);
  });

  it('books in the host’s calendar, and says which where there are several', async () => {
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    const add = (text: string) => room.says(eve, `/schedule bookings add ${text}`);
    expect(await add('x@example.com 2027-02-04 10:00')).toContain('Booked. x has');
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    expect(await add('y@example.com 2027-02-05 10:00')).toContain('Say which calendar, like:');
    expect(await add('y@example.com 2027-02-05 06:00 --calendar second')).toContain('all the same');
    expect(await room.says(eve, 'yes')).toContain('Booked. y has');
    const rows = await room.app.database.query(
      `select b.title from booking b join chat_identity i on i.host_id = b.host_id
        where i.user_key = $1 order by b.starts_at`,
      [ada.userKey],
    );
    expect(rows).toEqual([{ title: 'Intro call' }, { title: 'Second' }]);
    expect(await room.says(grace, '/schedule bookings add z@example.com today 15:00')).toContain(
      'no booking calendar',
    );
  });

  it('is told in words that nothing is booked yet', async () => {
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    for (const [line, answer] of [
      ['bookings', 'No bookings yet.'],
      ['bookings all', 'No bookings yet.'],
      ['bookings pending', 'Nothing waits for you.'],
      ['bookings past', 'Nothing is over yet.'],
      ['agenda', 'Mon 1 Feb 2027: nothing booked.'],
      ['bookings attendance', 'No meeting began in the last seven days.'],
      ['bookings cancel abc', 'You have no booking with the code “abc”.'],
    ] as const) {
      expect(await room.says(eve, `/schedule ${line}`)).toContain(answer);
    }
  });

  it('is told that calendars and days off are their host’s to set', async () => {
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    for (const line of ['off add friday', 'show', 'pause', 'set duration 45']) {
      const answer = await room.says(eve, `/schedule ${line}`);
      expect(answer).toContain('You act on the bookings of others.');
      expect(answer).toContain('/schedule bookings');
    }
    expect(await room.says(grace, '/schedule off add friday')).toContain('no booking calendar');
  });

  it('is one no more when the host says so, and cannot be booked or name others', async () => {
    const { uid } = await booked();
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    expect(await room.says(grace, `/book @${eve.userKey}`)).toContain('no booking calendar');
    expect(await room.says(eve, '/schedule calendar delegate add @sam')).toContain(
      'no booking calendar',
    );
    expect(await room.says(ada, '/schedule calendar delegate list')).toContain(eve.name);
    await room.hear(ada, `/schedule calendar delegate remove @${eve.userKey}`);
    const pressed = await room.press(eve, { verb: 'cancel', subject: uid });
    expect(pressed).toBe('That is not your booking.');
  });
});

describe('the account of a host', () => {
  it.each([
    'api-key --access all',
    'keys',
    'revoke 1 --yes',
    'email eve@example.com',
    'listed no',
    'export',
  ])('is not a delegate’s to see or change: account %s', async (words) => {
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    await room.hear(ada, '/schedule account api-key Zapier');
    const stored = () =>
      room.app.database.query(
        `select h.email, h.is_listed, k.id from host h left join api_key k on k.host_id = h.id
          where h.id = (select host_id from chat_identity where user_key = '${ada.userKey}')`,
      );
    const before = await stored();
    expect(before).toHaveLength(1);
    expect(await room.says(eve, `/schedule account ${words}`)).toContain('no booking calendar');
    expect(await stored()).toEqual(before);
  });
});

describe('the card of whoever booked in chat', () => {
  it('is one living message in their direct messages, with buttons for them alone', async () => {
    const booking = await booked();
    await repaint(booking);
    const direct = `@${grace.userKey}`;
    expect(cardIn(direct)).toContain(`Intro call with ${ada.name}`);
    const [move, cancel] =
      [...room.platform.messages.values()].find(({ channel }) => channel === direct)?.message
        .buttons ?? [];
    if (!move || !cancel) throw new Error('There are no buttons.');
    expect(await room.press(ada, cancel)).toBe('That is not your booking.');
    expect(await room.press(grace, move)).toContain('On which day');
    await room.hear(grace, 'friday 12:00');
    await room.hear(grace, 'yes');
    await repaint(booking);
    expect(cardIn(direct)).toContain('Moved');
    expect(await room.press(grace, cancel)).toContain(`Cancel “Intro call” with ${ada.name}?`);
    await room.hear(grace, 'yes');
    await repaint(booking);
    expect(cardIn(direct)).toContain(`Cancelled by ${grace.name}`);
    const own = [...room.platform.messages.values()].filter(({ channel }) => channel === direct);
    expect(own).toHaveLength(1);
  });
});

describe('a booking that the host made for somebody here', () => {
  it('is theirs: on a card, in their list, to move, and told when it is cancelled', async () => {
    room.platform.profiles.set(grace.userKey, { timeZone: 'Asia/Tokyo' });
    const added = await room.says(ada, `/schedule bookings add @${grace.userKey} 2027-02-02 10:00`);
    expect(added).toContain(`Booked. ${grace.name} has`);
    const list = await room.says(grace, '/book list');
    expect(list).toContain(`Intro call with ${ada.name}`);
    const booking = await room.app.nest
      .get(Database)
      .read((em) => em.findOneOrFail(Booking, { attendeeName: grace.name }));
    const code = booking.uid.slice(0, 6);
    await repaint(booking);
    const direct = `@${grace.userKey}`;
    const card = [...room.platform.messages.values()].find(({ channel }) => channel === direct);
    expect(textOf(card?.message)).toContain('Booked');
    expect(booking.attendeeTimeZone).toBe('Asia/Tokyo');
    expect(await room.says(grace, `/book move ${code} --when "friday 20:00"`)).toContain('Move');
    await room.hear(grace, 'yes');
    await repaint(booking);
    // The card and what stands under it are in the zone of whoever reads them.
    const shown = JSON.stringify([card?.message.lines, card?.replies]);
    expect(shown).toContain('Asia/Tokyo');
    expect(shown).not.toContain('Europe/Berlin');
    await room.hear(ada, `/schedule bookings cancel ${code} ill`);
    await room.hear(ada, 'yes');
    await repaint(booking);
    expect(textOf(card?.message)).toContain(`Cancelled by ${ada.name}`);
    // Their own move they know of.
    expect(card?.replies.map(textOf)).toEqual([`Cancelled by ${ada.name}\nReason: ill`]);
    expect(await room.says(ada, `/schedule bookings receipts ${code}`)).toContain(
      `card: fake ${direct} · handed over`,
    );
  });
});

describe('who may host', () => {
  const admin = (): ChatPerson => {
    const boss = room.newcomer();
    room.platform.profiles.set(boss.userKey, { isAdmin: true });
    return boss;
  };

  it('is for admins to say, and the refusal says whom to ask', async () => {
    const boss = admin();
    expect(await room.says(ada, `/schedule-admin hosts remove @${eve.userKey}`)).toBe(
      'Only admins may do that. Ask an admin.',
    );
    await room.hear(boss, `/schedule-admin hosts remove @${eve.userKey}`);
    expect(await room.says(eve, SETUP)).toContain('You may not have booking calendars here. Ask');
    expect(await room.says(ada, `/schedule calendar host @${eve.userKey}`)).toContain(
      'may not have booking calendars',
    );
    expect(await room.says(boss, '/schedule-admin hosts list')).toContain(`${eve.name} may not`);
    await room.hear(boss, `/schedule-admin hosts add @${eve.userKey}`);
    expect(await room.says(eve, SETUP)).toContain('Saved');
  });

  it('pauses the calendars of whoever is removed, and leaves what is booked', async () => {
    const { uid } = await booked();
    const removed = await room.says(admin(), `/schedule-admin hosts remove @${ada.userKey}`);
    expect(removed).toContain('Their calendar is paused');
    expect(removed).toContain('one upcoming appointment stands');
    expect(await room.says(ada, '/schedule resume')).toContain('You may not have');
    expect(await room.says(grace, `/book @${ada.userKey}`)).toMatch(/Another one|no bookings/);
    const moved = `/schedule bookings move ${uid.slice(0, 6)} 2027-02-03 11:00`;
    expect(await room.says(ada, moved)).not.toContain('may not');
  });

  it('can be nobody but those who were added', async () => {
    const boss = admin();
    await room.hear(boss, '/schedule-admin hosts remove @everyone');
    expect(await room.says(eve, SETUP)).toContain('You may not have');
    expect(await room.says(boss, SETUP)).toContain('Saved');
    await room.hear(boss, `/schedule-admin hosts add @${eve.userKey}`);
    expect(await room.says(eve, SETUP)).toContain('Saved');
    await room.hear(boss, '/schedule-admin hosts add @everyone');
  });
});
