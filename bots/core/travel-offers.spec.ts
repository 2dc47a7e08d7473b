import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import type { ButtonVerb } from './message.js';
import { TravelOffers } from './notices/travel-offers.js';

let room: ChatRoom;
let ada: ChatPerson;

beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
beforeEach(async () => {
  room.app.clock.set('2027-02-01T07:00:00Z');
  room.platform.trouble = 'none';
  room.platform.told.length = 0;
  ada = room.newcomer();
  await room.hear(ada, SETUP);
});

const isIn = (zone: string, person = ada) =>
  room.app.nest.get(TravelOffers).offerTravelZone(person, zone);
const offers = () => room.platform.told.map(({ message }) => textOf(message));
const button = (verb: ButtonVerb) => room.toldButton(verb);
const travel = () => room.says(ada, '/schedule set travel list');

describe('a host whose platform has them in another zone', () => {
  it('is offered it once, and goes by it until the day that they name', async () => {
    await Promise.all([isIn('Asia/Tokyo'), isIn('Asia/Tokyo')]);
    await isIn('Asia/Tokyo');
    expect(offers()).toEqual([
      'You seem to be in Asia/Tokyo now. “Intro call” offers your hours by the clock of Europe/Berlin.\n' +
        'Show your hours there until …?\n' +
        'For other dates, or another calendar: /schedule set travel Asia/Tokyo 3-9 may',
    ]);
    expect(room.platform.told[0]?.message.buttons?.map(({ label }) => label)).toEqual([
      ...['Until Thu 4 Feb 2027', 'Until Mon 8 Feb 2027', 'Until Mon 15 Feb 2027'],
      'No, keep Europe/Berlin',
    ]);
    expect(await room.press(ada, button('travel-zone'))).toContain(
      'Travel: none → Asia/Tokyo Mon 1 Feb 2027 – Thu 4 Feb 2027',
    );
    await isIn('Asia/Tokyo');
    expect(offers()).toHaveLength(1);
  });

  it('may keep the zone of their hours', async () => {
    await isIn('Asia/Tokyo');
    expect(await room.press(ada, button('keep-zone'))).toBe(
      'Kept. “Intro call” offers your hours by the clock of Europe/Berlin.',
    );
    await isIn('Asia/Tokyo');
    await isIn('Europe/Berlin');
    await isIn('Asia/Tokyo');
    expect(offers()).toHaveLength(1);
    expect(await travel()).toContain('none');
    // Another journey, after a while at home.
    room.app.clock.set('2027-02-03T07:00:00Z');
    await isIn('Europe/Berlin');
    await isIn('Asia/Tokyo');
    expect(offers()).toHaveLength(2);
  });

  it('is asked on the way home whether the trip is over, and keeps the trips after it', async () => {
    await room.hear(ada, '/schedule set travel Asia/Tokyo 2027-02-01 to 2027-02-15');
    await room.hear(ada, '/schedule set travel America/New_York 2027-03-01 to 2027-03-05');
    await isIn('Asia/Tokyo');
    expect(offers()).toEqual([]);
    await isIn('Europe/Amsterdam');
    expect(offers()).toEqual([
      'You seem to be back in Europe/Berlin. “Intro call” offers your hours by the clock of Asia/Tokyo until Mon 15 Feb 2027.\nEnd that trip today?',
    ]);
    expect(await room.press(ada, button('home-zone'))).toContain('Travel: Asia/Tokyo');
    expect(await travel()).not.toContain('Tokyo');
    expect(await travel()).toContain('America/New_York Mon 1 Mar 2027');
    await isIn('Europe/Amsterdam');
    expect(offers()).toHaveLength(1);
  });

  it('is not bothered with the same clock under another name, or with no zone at all', async () => {
    for (const zone of ['Europe/Berlin', 'Europe/Paris', 'Nowhere/Atall', '']) await isIn(zone);
    expect(offers()).toEqual([]);
  });

  it('is asked again when the question did not reach them', async () => {
    room.platform.trouble = 'down';
    await isIn('Asia/Tokyo');
    room.platform.trouble = 'none';
    await isIn('Asia/Tokyo');
    expect(offers()).toHaveLength(1);
  });

  it('alone can answer, for as long as it makes sense', async () => {
    await isIn('Asia/Tokyo');
    const until = button('travel-zone');
    const eve = room.newcomer();
    await room.hear(eve, SETUP);
    expect(await room.press(eve, until)).toContain('no longer yours');
    room.app.clock.set('2027-02-07T07:00:00Z');
    expect(await room.press(ada, until)).toBe('This question is no longer open.');
    const [id] = until.subject.split(' ');
    for (const subject of [`${id} Mars/Base 2027-02-09`, `${id} Asia/Tokyo 2027-02-30`, id ?? '']) {
      const forged = { verb: 'travel-zone', subject } as const;
      expect(await room.press(ada, forged)).toBe('This question is no longer open.');
    }
    expect(await travel()).toContain('none');
  });
});

describe('somebody without a calendar', () => {
  it('is asked nothing, known or not', async () => {
    const grace = room.newcomer();
    await isIn('Asia/Tokyo', grace);
    await room.hear(grace, `/book with @${ada.userKey}`);
    await isIn('Asia/Tokyo', grace);
    expect(offers()).toEqual([]);
  });
});
