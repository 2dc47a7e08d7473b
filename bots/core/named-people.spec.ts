import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
      expect(await room.says(ada, '/schedule bookings')).toContain('No bookings yet.');
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
});
