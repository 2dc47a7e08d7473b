import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Client } from 'pg';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { someoneWaits } from '../../test/db/someone-waits.js';

const UNTITLED = SETUP.replace('--title "Intro call" ', '');

let room: ChatRoom;
let ada: ChatPerson;
let eve: ChatPerson;
beforeAll(async () => {
  room = await ChatRoom.open();
});
afterAll(() => room.close());
beforeEach(async () => {
  [ada, eve] = [room.newcomer(), room.newcomer()];
  room.platform.told.length = 0;
  await room.hear(ada, UNTITLED);
});

const titles = async (person: ChatPerson): Promise<readonly string[]> => {
  const rows = await room.app.database.query<{ title: string }>(
    `select c.title from booking_calendar c join chat_identity i on i.host_id = c.host_id
      where i.user_key = $1 order by c.created_at`,
    [person.userKey],
  );
  return rows.map(({ title }) => title);
};
const rename = (person: ChatPerson, name: string) =>
  room.says(person, `/schedule account name ${name}`);

describe('the name that a host has set', () => {
  it('is in the titles that nobody thought of, before and afterwards', async () => {
    await room.hear(ada, SETUP);
    await rename(ada, 'Ada Lovelace');
    expect(await titles(ada)).toEqual(['Meeting with Ada Lovelace', 'Intro call']);
    await room.hear(ada, UNTITLED);
    expect((await titles(ada)).at(-1)).toBe('Meeting with Ada Lovelace');
    const line = await room.says(ada, '/schedule link');
    const path = /\/[\w-]+\/meeting-with-ada-lovelace/.exec(line)?.[0] ?? '';
    const { text } = await room.app.ask({ path });
    expect(text).toContain('<title>Meeting with Ada Lovelace</title>');
    await rename(ada, 'Dr Ada Lovelace');
    expect(await titles(ada)).toEqual([
      ...['Meeting with Dr Ada Lovelace', 'Intro call', 'Meeting with Dr Ada Lovelace'],
    ]);
  });

  it('is in the titles when it was set twice at once, too', async () => {
    const rival = new Client(room.app.database.url);
    await rival.connect();
    const own = `(select host_id from chat_identity where user_key = '${ada.userKey}')`;
    await rival.query('begin');
    await rival.query(`update host set name = 'Ada Byron' where id = ${own}`);
    let isAnswered = false;
    const answer = rename(ada, 'Ada Lovelace').finally(() => (isAnswered = true));
    await someoneWaits(rival, () => isAnswered);
    await rival.query(
      `update booking_calendar set title = 'Meeting with Ada Byron' where host_id = ${own}`,
    );
    await rival.query('commit');
    await rival.end();
    await answer;
    expect(await titles(ada)).toEqual(['Meeting with Ada Lovelace']);
  });

  it('stands where they act, and act for others', async () => {
    await rename(ada, 'Ada Lovelace');
    await room.hear(eve, UNTITLED);
    await rename(eve, 'Eve Moneypenny');
    const added = await room.says(ada, `/schedule calendar delegate add @${eve.userKey}`);
    expect(added).toContain('“Eve Moneypenny for Ada Lovelace”');
    expect(textOf(room.platform.told.at(-1)?.message)).toContain('the bookings of Ada Lovelace');
    expect(await room.says(ada, '/schedule calendar delegate')).toContain('• Eve Moneypenny');

    const asked = await room.says(ada, `/schedule calendar host @${eve.userKey}`);
    expect(asked).toContain('Eve Moneypenny');
    await room.press(eve, room.toldButton('accept-host'));
    const told = textOf(room.platform.told.at(-1)?.message);
    expect(told).toContain('Eve Moneypenny');
    expect(told.replace(`@${eve.userKey}`, '')).not.toContain(eve.name);
  });

  it('is one that others can call them by', async () => {
    await room.hear(eve, UNTITLED);
    await rename(eve, 'Eve Marple');
    const added = await room.says(ada, '/schedule bookings add "eve marple" 2027-02-02 10:00');
    expect(added).toContain(`Eve Marple (@${eve.userKey}) has`);
  });

  it('is theirs as a guest of others, too', async () => {
    await rename(ada, 'Ada Lovelace');
    await room.hear(eve, SETUP);
    const added = await room.says(eve, `/schedule bookings add @${ada.userKey} 2027-02-02 10:00`);
    expect(added).toContain('Ada Lovelace');
    expect(await room.says(eve, '/schedule bookings')).toContain('Ada Lovelace');
  });
});
