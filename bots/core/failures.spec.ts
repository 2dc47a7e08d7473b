import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { CalendarCardReader } from './cards/calendar-card-facts.js';
import { CurrentCalendar } from './commands/current-calendar.js';
import { ChatRoom, SETUP } from '../../test/chat/chat-room.js';

let room: ChatRoom;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());

const broken = () => Promise.reject(new Error('Something broke.'));

it('an answer never says that nothing was changed when something was saved before it failed', async () => {
  const ada = room.newcomer();
  const reader = room.app.nest.get(CalendarCardReader);
  const reading = jest.spyOn(reader, 'factsOf').mockImplementation(broken);
  const answer = await room.says(ada, SETUP);
  reading.mockRestore();
  expect(answer).toContain('a part of it may be saved');
  expect(await room.says(ada, '/schedule show')).toContain('Intro call');
});

it('an answer says that nothing was changed when it failed before anything was saved', async () => {
  const ada = room.newcomer();
  await room.hear(ada, SETUP);
  const looking = jest.spyOn(room.app.nest.get(CurrentCalendar), 'of').mockImplementation(broken);
  expect(await room.says(ada, '/schedule pause')).toContain('Nothing was changed.');
  looking.mockRestore();
});
