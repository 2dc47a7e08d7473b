import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TimeOff } from '../../src/calendars/time-off/time-off.service.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';

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
  const MAY = {
    start: Date.parse('2027-05-05T06:00:00Z'),
    end: Date.parse('2027-05-20T18:00:00Z'),
  };
  const hostId = async () => (await room.app.nest.get(Identities).identify(ada)).hostId ?? '';
  const blocks = async () => {
    const rows = await room.app.database.query<{ from: Date; to: Date }>(
      `select starts_at as from, ends_at as to from time_block where host_id = $1 order by starts_at`,
      [await hostId()],
    );
    return rows.map(({ from, to }) => [from.toISOString(), to.toISOString()]);
  };
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

  it.each([
    ['25:00-26:00', 'There is no time “25:00”'],
    ['9.30-11.75', 'There is no time “11.75”'],
    ['24:30-25', 'There is no time “24:30”'],
    ['9', 'Until when, from “9”?'],
    ['after 3', 'which hours you mean'],
    ['2 hours', 'Until when'],
    ['dentist at 3pm', 'which hours you mean'],
    ['dentist 9-12', 'which hours you mean'],
  ])('takes no time for a reason: %s', async (words, refusal) => {
    expect(await room.says(ada, `/schedule off add wednesday ${words}`)).toContain(refusal);
    expect(await list()).toContain('No days off');
  });

  it('knows the parts of a day, and reasons with figures', async () => {
    const add = (words: string) => room.says(ada, `/schedule off add ${words}`);
    expect(await add('friday afternoon dentist')).toBe(
      'Blocked: Fri 5 Feb 2027, 12:00–17:00 (Europe/Berlin).\nReason: dentist',
    );
    expect(await add('tuesday morning')).toBe(
      'Blocked: Tue 2 Feb 2027, 00:00–12:00 (Europe/Berlin).',
    );
    expect(await add('2027-02-17 3 exams in Rome')).toContain('Closed');
    expect(await add('2027-02-18 all day "dentist at 15:00"')).toContain('00:00–24:00');
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
    expect(await room.says(ada, '/schedule why 2027-02-03 10:00')).toContain('that date is closed');
    expect(await list()).toBe(
      [
        'Days off, other hours and blocks',
        '• Wed 3 Feb 2027 · closed · holiday · in all your calendars',
        '• Sat 6 Feb 2027 · 10:00–12:00 · in “Intro call” only',
      ].join('\n'),
    );
    expect(await room.says(ada, '/schedule off add 2027-02-08')).toBe(
      'Closed in each of your 2 calendars: Mon 8 Feb 2027.',
    );
  });

  it('is listed by kind, in the order of dates, alike dates as they were said', async () => {
    await room.hear(ada, '/schedule off add 2027-03-04 9-12 dentist');
    await room.hear(ada, '/schedule off open 2027-02-27 - 2027-02-28 10-12');
    await room.hear(ada, '/schedule off add 2027-02-22 - 2027-02-24 holiday');
    await room.hear(ada, '/schedule off add 2027-02-25 ill');
    await room.hear(ada, '/schedule off add 2027-02-20 holiday');
    expect(await list()).toBe(
      [
        'Days off, other hours and blocks',
        '• Sat 20 Feb 2027 · closed · holiday',
        '• Mon 22 Feb 2027 – Wed 24 Feb 2027 · closed · holiday',
        '• Thu 25 Feb 2027 · closed · ill',
        '• Sat 27 Feb 2027 – Sun 28 Feb 2027 · 10:00–12:00',
        '• <time> – <time> · blocked · dentist',
      ].join('\n'),
    );
  });

  it('names the next free times when it changed them, and only then', async () => {
    const news = (line: string) => room.says(ada, `/schedule ${line}`);
    expect(await news('off add 2027-02-16')).toBe('Closed: Tue 16 Feb 2027.');
    expect(await news('off add 2027-02-01')).toMatch(
      /^Closed: .*\nNext free times:\n(?:• <time>\n?){3}$/,
    );
    expect(await news('off remove 2027-02-01')).toContain('Next free times:');
    expect(await news('off add 2027-02-01 8-18')).toContain('Next free times:');
    expect(await news('off remove 2027-02-01 8-18')).toContain('Next free times:');
    expect(await news('off open 2027-02-06 10-12')).not.toContain('Next free times:');
    expect(await news('hours sat 10-12')).not.toContain('Next free times:');
    expect(await news('hours mon closed')).toContain('Next free times:');
  });

  it('is lifted by the hour, and what lies beside those hours stays blocked', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03 9-12 dentist');
    expect(await room.says(ada, '/schedule off remove 2027-02-03 10-11')).toBe(
      'No longer blocked: Wed 3 Feb 2027, 10:00–11:00 (Europe/Berlin).',
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

  it('stays when a day off on the same date goes, unless it is asked for', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03 15-16 bank');
    await room.hear(ada, '/schedule off add 2027-02-03');
    const once = await room.says(ada, '/schedule off remove 2027-02-03');
    expect(once).toContain('Back to the weekly hours: Wed 3 Feb 2027. Hours of it stay blocked;');
    expect(await blocks()).toEqual([['2027-02-03T14:00:00.000Z', '2027-02-03T15:00:00.000Z']]);
    expect(await room.says(ada, '/schedule off remove 2027-02-03')).toContain('Back to');
    expect(await blocks()).toEqual([]);
  });

  it('is lifted from the dates that were named, and stays on those beside them', async () => {
    await room.hear(ada, '/schedule off add 2027-02-03 22:00-06:00');
    await room.hear(ada, 'yes');
    expect(await room.says(ada, '/schedule off remove 2027-02-04')).toContain('Back to the weekly');
    expect(await blocks()).toEqual([['2027-02-03T21:00:00.000Z', '2027-02-03T23:00:00.000Z']]);
    expect(await room.says(ada, '/schedule off remove 2027-02-04')).toContain('nothing to remove');
    await room.hear(ada, '/schedule off remove 2027-02-03');
    expect(await list()).toContain('No days off');

    await room.app.nest.get(TimeOff).block(await hostId(), [MAY], 'voyage');
    expect(await room.says(ada, '/schedule off remove 2027-05-07')).toBe(
      'Back to the weekly hours: Fri 7 May 2027.',
    );
    expect(await blocks()).toEqual([
      ['2027-05-05T06:00:00.000Z', '2027-05-06T22:00:00.000Z'],
      ['2027-05-07T22:00:00.000Z', '2027-05-20T18:00:00.000Z'],
    ]);
    const [noted] = await room.app.database.query<{ before: { blocks: unknown[] } }>(
      `select before from audit_entry where action = 'time.unblocked' order by number desc limit 1`,
    );
    expect(noted?.before.blocks).toMatchObject([{ endsAt: '2027-05-20T18:00:00.000Z' }]);
  });

  it('is meant, like every time of a host, by the clock of the trip on that date', async () => {
    await room.hear(ada, '/schedule set travel Asia/Tokyo 2027-03-01..2027-03-07');
    expect(await room.says(ada, '/schedule off add 2027-02-28 - 2027-03-01 9-12')).toBe(
      'Blocked: Sun 28 Feb 2027 – Mon 1 Mar 2027, 09:00–12:00 (Europe/Berlin, Asia/Tokyo).',
    );
    expect(await blocks()).toEqual([
      ['2027-02-28T08:00:00.000Z', '2027-02-28T11:00:00.000Z'],
      ['2027-03-01T00:00:00.000Z', '2027-03-01T03:00:00.000Z'],
    ]);
    const why = await room.hear(ada, '/schedule why 2027-03-01 09:30');
    expect(textOf(why)).toContain('you blocked that time');
    expect(why.lines[0]).toMatchObject([{ timeZone: 'Asia/Tokyo' }]);
    expect(await room.says(ada, '/schedule off remove 2027-03-01 9-12')).toBe(
      'No longer blocked: Mon 1 Mar 2027, 09:00–12:00 (Asia/Tokyo).',
    );
    const added = await room.hear(ada, '/schedule bookings add x@example.com 2027-03-03 10:00');
    expect(added.lines[0]).toMatchObject([
      expect.anything(),
      ' ',
      { at: Date.parse('2027-03-03T01:00:00Z'), timeZone: 'Asia/Tokyo' },
    ]);
    const [booking] = await room.app.database.query<{ uid: string }>(
      `select uid from booking where host_id = $1`,
      [await hostId()],
    );
    await room.hear(ada, `/schedule bookings move ${booking?.uid ?? ''} 2027-02-26 10:00`);
    expect(
      await room.app.database.query(`select starts_at as at from booking where host_id = $1`, [
        await hostId(),
      ]),
    ).toEqual([{ at: new Date('2027-02-26T09:00:00Z') }]);
  });

  it('that a calendar leaves behind lasts as long as the day there', async () => {
    const bob = room.newcomer();
    await room.hear(bob, SETUP);
    await room.hear(ada, '/schedule set travel Asia/Tokyo 2027-03-01..2027-03-07');
    await room.hear(ada, '/schedule off add 2027-03-03');
    await room.handOver(ada, bob);
    expect(await blocks()).toEqual([['2027-03-02T15:00:00.000Z', '2027-03-03T15:00:00.000Z']]);
  });
});
