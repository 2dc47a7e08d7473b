import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Assistant } from './assistant.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP } from '../../test/chat/chat-room.js';

describe('a question before something unusual is saved', () => {
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

  const hours = () => room.says(ada, '/schedule hours');

  it('is closed by any later command, so that a yes cannot reach another calendar', async () => {
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    expect(await room.says(ada, '/schedule hours set mon 17-9')).toContain('past midnight');
    await room.hear(ada, '/schedule calendar use intro-call');
    await room.hear(ada, 'yes');
    expect(await hours()).toContain('Mon–Fri 09:00–17:00');
  });

  it('is closed by any later command, so that a yes cannot overwrite what was saved', async () => {
    await room.hear(ada, '/schedule hours set mon 17-9');
    await room.hear(ada, '/schedule hours set mon 8-9');
    await room.hear(ada, 'yes');
    expect(await hours()).toContain('Mon 08:00–09:00');
  });

  it('is about the calendar it was asked about', async () => {
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    await room.hear(ada, '/schedule hours set mon 17-9');
    // As another process of the product would, which knows nothing of the question.
    await room.app.database.query(
      `update chat_identity i set current_calendar_id =
         (select c.id from booking_calendar c where c.host_id = i.host_id and c.title = 'Intro call')
        where i.user_key = '${ada.userKey}'`,
    );
    expect(await room.says(ada, 'yes')).toContain('17:00–09:00');
    expect(await hours()).toContain('Mon–Fri 09:00–17:00');
  });

  it('is not asked in vain: a set-up goes on after another command', async () => {
    const eve = room.newcomer();
    await room.hear(eve, '/schedule setup');
    await room.hear(eve, '/schedule help');
    expect(await room.app.nest.get(Assistant).isInConversation(eve)).toBe(true);
  });
});
