import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { HostCalendars } from '../../src/calendars/host-api/host-calendars.service.js';
import { TimeOff } from '../../src/calendars/time-off/time-off.service.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { aKey } from '../../test/builders/key.js';
import { ChatRoom, SETUP } from '../../test/chat/chat-room.js';
import { someoneWaits } from '../../test/db/someone-waits.js';
import { NextTimesNews } from './commands/next-times-news.js';

const ME = '/api/v1/me';

describe('time off, while something else happens to it:', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  let bob: ChatPerson;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    [ada, bob] = [room.newcomer(), room.newcomer()];
    await room.hear(ada, SETUP);
  });

  const keyOf = async (person: ChatPerson) => {
    const identity = await room.app.nest.get(Identities).identify(person);
    return (await aKey(room.app.nest, { person: identity })).key;
  };
  const hoursOf = (person: ChatPerson) =>
    room.app.database.query(
      `select to_char(o.date, 'YYYY-MM-DD') as date, o.intervals, o.reason
         from date_override o join chat_identity i on i.host_id = o.host_id where i.user_key = $1`,
      [person.userKey],
    );
  const EVENING = {
    date: '2027-02-03',
    intervals: [{ start: '18:00', end: '20:00' }],
    reason: null,
  };

  it.each(['add 2027-02-03 - 2027-02-04 ill', 'open 2027-02-03 10-12', 'remove 2027-02-03'])(
    'off %s changes nothing in a calendar that has another host by then',
    async (line) => {
      const news = room.app.nest.get(NextTimesNews);
      const times = news.of.bind(news);
      jest.spyOn(news, 'of').mockImplementationOnce(async (calendar) => {
        await room.handOver(ada, bob);
        await room.hear(bob, '/schedule off open 2027-02-03 18-20');
        return times(calendar);
      });
      expect(await room.says(ada, `/schedule off ${line}`)).toBe(say('commands:calendarGone'));
      expect(await hoursOf(bob)).toEqual([EVENING]);
    },
  );

  it('the API clears no date of a calendar that has another host by then', async () => {
    const token = await keyOf(ada);
    const { json } = await room.app.ask({ path: `${ME}/calendars`, token });
    const calendars = room.app.nest.get(HostCalendars);
    const find = calendars.find.bind(calendars);
    jest.spyOn(calendars, 'find').mockImplementationOnce(async (own) => {
      const found = await find(own);
      await room.handOver(ada, bob);
      await room.hear(bob, '/schedule off open 2027-02-03 18-20');
      return found;
    });
    const path = `${ME}/calendars/${json.calendars[0].id}/overrides/2027-02-03`;
    expect((await room.app.ask({ method: 'DELETE', path, token })).status).toBe(404);
    expect(await hoursOf(bob)).toEqual([EVENING]);
  });

  it('what a program blocks meanwhile is no part of what Undo takes back', async () => {
    const token = await keyOf(ada);
    const rival = new Client(room.app.database.url);
    await rival.connect();
    const begun = Promise.withResolvers<null>();
    let isAnswered = false;
    const body = { start: '2027-02-03T09:00:00Z', end: '2027-02-03T10:00:00Z', reason: 'Bank' };
    const answered = begun.promise
      .then(() => room.app.ask({ method: 'POST', path: `${ME}/blocks`, token, body }))
      .finally(() => (isAnswered = true));
    const timeOff = room.app.nest.get(TimeOff);
    const block = timeOff.block.bind(timeOff);
    jest.spyOn(timeOff, 'block').mockImplementationOnce(async (...wish) => {
      begun.resolve(null);
      await someoneWaits(rival, () => isAnswered);
      return block(...wish);
    });
    const { buttons = [] } = await room.hear(ada, '/schedule off add 2027-02-03 9-12 dentist');
    await rival.end();
    expect((await answered).status).toBe(201);
    const undo = buttons.find(({ verb }) => verb === 'undo');
    if (!undo) throw new Error('There is no Undo.');
    expect(await room.press(ada, undo)).toContain('As it was before');
    const list = await room.says(ada, '/schedule off');
    expect(list).toContain('Bank');
    expect(list).not.toContain('dentist');
  });
});
