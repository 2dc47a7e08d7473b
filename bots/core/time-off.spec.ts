import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP } from '../../test/chat/chat-room.js';

describe('time off', () => {
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

  const list = () => room.says(ada, '/schedule off');
  const refuseRows = (table: string, condition: string) =>
    room.app.database.query(
      `alter table ${table} add constraint test_refuses check (${condition}) not valid`,
    );
  const takeRows = (table: string) =>
    room.app.database.query(`alter table ${table} drop constraint test_refuses`);

  it('is saved on all its dates, or on none', async () => {
    await refuseRows('time_block', `starts_at < '2027-02-05'`);
    const answer = await room.says(ada, '/schedule off add 2027-02-03 - 2027-02-08 9-12');
    await takeRows('time_block');
    expect(answer).toContain('Nothing was changed');
    expect(await list()).toContain('No days off');
  });

  it('is saved on all calendars, or on none', async () => {
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    await room.app.database.query(
      `create function test_refuses() returns trigger language plpgsql as $$ begin
         if (select count(*) from date_override where schedule_id <> new.schedule_id
               and host_id = new.host_id) > 0 then raise exception 'refused'; end if;
         return new; end $$`,
    );
    await room.app.database.query(
      `create trigger test_refuses before insert on date_override for each row
         execute function test_refuses()`,
    );
    const answer = await room.says(ada, '/schedule off add 2027-02-03');
    await room.app.database.query('drop trigger test_refuses on date_override');
    await room.app.database.query('drop function test_refuses');
    expect(answer).toContain('Nothing was changed');
    const calendars = await room.says(ada, '/schedule calendar');
    for (const number of [1, 2]) {
      expect(calendars).toContain(`${number}. `);
      await room.hear(ada, `/schedule calendar use ${number}`);
      expect(await list()).toContain('No days off');
    }
  });

  it('asks before a long absence, as when the dates stand the wrong way round', async () => {
    const answer = await room.says(ada, '/schedule off add 31 dec - 24 dec');
    expect(answer).toContain('days. Is that what you mean?');
    expect(await list()).toContain('No days off');
  });

  it('spans a year and a day at most', async () => {
    const answer = await room.says(ada, '/schedule off add 2027-02-03 - 2028-03-03 9-12');
    expect(answer).toBe('That is more than 366 days. Give a shorter span.');
    expect(await list()).toContain('No days off');
  });

  it('closes calendars that are made later, too', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03 holiday');
    await room.hear(ada, '/schedule off open 2027-02-06 10-12');
    await room.hear(ada, SETUP.replace('Intro call', 'Second'));
    expect(await room.says(ada, '/schedule why 2027-02-03 10:00')).toContain('that date has hours');
    expect(await list()).toMatch(/3 Feb 2027 · closed · holiday$/);
  });

  it('is lifted by the hour, and what lies beside those hours stays blocked', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03 9-12 dentist');
    expect(await room.says(ada, '/schedule off remove 2027-02-03 10-11')).toBe(
      'No longer blocked: Wed 3 Feb 2027, 10:00–11:00.',
    );
    const why = (time: string) => room.says(ada, `/schedule why 2027-02-03 ${time}`);
    expect(await why('9:15')).toContain('you blocked that time');
    expect(await why('10:15')).toContain('It is free');
    expect(await why('11:15')).toContain('you blocked that time');
    expect(await list()).toMatch(/blocked · dentist\n.*blocked · dentist$/);
    await room.hear(ada, '/schedule off remove 2027-02-03 9-12');
    expect(await list()).toContain('No days off');
    expect(await room.says(ada, '/schedule off remove 2027-02-03 9-12')).toContain(
      'Nothing was blocked then',
    );
  });

  it('goes with its host, when a calendar gets another one', async () => {
    const bob = room.newcomer();
    await room.hear(bob, SETUP);
    await room.hear(bob, '/schedule off add 2027-02-04 holiday');
    await room.hear(ada, '/schedule off add 2027-02-03 ill');
    await room.hear(ada, '/schedule off open 2027-02-05 18-20');
    await room.handOver(ada, bob);
    await room.hear(bob, '/schedule calendar use 1');
    const answer = await room.says(bob, '/schedule off');
    expect(answer).toContain('4 Feb 2027 · closed · holiday');
    expect(answer).toContain('5 Feb 2027 · 18:00–20:00');
    expect(answer).not.toContain('ill');
    const kept = await room.app.database.query<{ reason: string }>(
      `select b.reason from time_block b join chat_identity i on i.host_id = b.host_id
        where i.user_key = '${ada.userKey}'`,
    );
    expect(kept).toEqual([{ reason: 'ill' }]);
  });

  it('is lifted from the dates on which it begins, and left where it only ends', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03 22:00-06:00');
    await room.hear(ada, 'yes');
    const before = await list();
    expect(before).toContain('blocked');
    expect(await room.says(ada, '/schedule off remove 2027-02-04')).toContain('nothing to remove');
    expect(await list()).toBe(before);
    expect(await room.says(ada, '/schedule off remove 2027-02-03')).toContain('Back to the weekly');
    expect(await list()).toContain('No days off');
  });
});
