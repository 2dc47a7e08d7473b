import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP } from '../../test/chat/chat-room.js';

describe('a person who is named in a command', () => {
  let room: ChatRoom;
  let ada: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    ada = room.newcomer();
    await room.hear(ada, SETUP);
  });

  it.each(['bookings add {} tomorrow 15:00', 'bookings block-person {}'])(
    'is no word that is neither an address nor somebody here: %s',
    async (line) => {
      const says = (word: string) => room.says(ada, `/schedule ${line.replace('{}', word)}`);
      expect(await says('notamail')).toBe(
        '“notamail” is neither an e-mail address nor somebody I know here. ' +
          'Name a person with an @, like @bob, or an address, like bob@example.com.',
      );
      expect(await says('bob@nowhere')).toContain('e-mail address');
      expect(await room.says(ada, '/schedule bookings')).toContain('Nothing is booked ahead.');
      expect(await room.says(ada, '/schedule bookings blocked')).toContain('from everybody');
      const made = await room.app.database.query(
        `select from chat_identity where user_key in ('notamail', 'bob@nowhere')`,
      );
      expect(made).toEqual([]);
    },
  );

  it.each(['calendar host nobodyknown', 'calendar delegate add nobodyknown'])(
    'is nobody by a word that nobody bears: %s',
    async (line) => {
      expect(await room.says(ada, `/schedule ${line}`)).toBe(
        'I know nobody here called “nobodyknown”. Name people with an @, like @bob.',
      );
    },
  );

  it('may be called by the bare name, once they have been here', async () => {
    const grace = room.newcomer();
    await room.hear(grace, '/book list');
    const add = (name: string) => room.says(ada, `/schedule bookings add ${name} 2027-02-02 10:00`);
    expect(await add(grace.userKey.toUpperCase())).toContain(`Booked. ${grace.name} has`);
  });

  describe('by a name that anybody can choose', () => {
    let mallory: ChatPerson;
    beforeEach(async () => {
      mallory = room.newcomer();
      await room.hear(mallory, SETUP);
      await room.hear(mallory, '/schedule account name Bob Marple');
      room.platform.told.length = 0;
    });
    afterEach(() => room.hear(mallory, `/schedule account name ${mallory.name}`));

    it.each([
      '/schedule calendar delegate add "bob marple"',
      '/schedule calendar host bob marple',
      '/schedule calendar host "bob marple" --bookings give',
      '/schedule-admin hosts add "bob marple"',
      '/schedule-admin hosts remove "bob marple"',
    ])('is given nothing, but asked for: %s', async (line) => {
      const { userKey } = mallory;
      room.platform.profiles.set(ada.userKey, { isAdmin: true });
      expect(await room.says(ada, line)).toBe(
        `Did you mean @${userKey}, who is called “bob marple”? ` +
          `Anybody can choose such a name, so write @${userKey}.`,
      );
      expect(room.platform.told).toEqual([]);
    });

    it('is shown with the key in what is booked', async () => {
      const line = '/schedule bookings add "bob marple" 2027-02-02 10:00';
      expect(await room.says(ada, line)).toContain(`Booked. Bob Marple (@${mallory.userKey}) has`);
      const list = await room.says(ada, '/schedule bookings');
      expect(list).toContain('Bob Marple');
      expect(list).not.toContain('(@');
    });

    it('is given it by the bare key', async () => {
      const line = `/schedule calendar delegate add ${mallory.userKey.toUpperCase()}`;
      expect(await room.says(ada, line)).toContain(`“Bob Marple for ${ada.name}”`);
    });
  });

  it('may have blanks in the name; what nobody bears may name two', async () => {
    const host = (text: string) => room.says(ada, `/schedule calendar host ${text}`);
    expect(await host('Tom Jerry')).toContain('I know nobody here called “Tom Jerry”.');
    expect(await host('Tom and Jerry')).toContain('To hand over: /schedule calendar host @Jerry');
    const duo = room.newcomer();
    await room.hear(duo, SETUP);
    await room.hear(duo, '/schedule account name Tom and Jerry');
    expect(await host('Tom and Jerry')).toContain(`Did you mean @${duo.userKey}, who is called`);
  });
});
