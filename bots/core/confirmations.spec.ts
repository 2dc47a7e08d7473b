import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../src/bookings/booking.entity.js';
import { MoveBooking } from '../../src/bookings/move-booking.service.js';
import { Database } from '../../src/database/database.js';
import { Assistant } from './assistant.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';

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

  it('is about the time that was named in it: who moved meanwhile is not cancelled', async () => {
    await room.hear(ada, '/schedule bookings add x@example.com 2027-02-02 10:00');
    const { database, nest } = room.app;
    const [row] = await database.query<{ id: string; uid: string }>(
      `select b.id, b.uid from booking b join chat_identity i on i.host_id = b.host_id
        where i.user_key = $1`,
      [ada.userKey],
    );
    const { id, uid } = row!;
    expect(await room.says(ada, `/schedule bookings cancel ${uid}`)).toContain('Cancel “Intro');
    const booking = await nest
      .get(Database)
      .read((entities) => entities.findOneOrFail(Booking, { id }));
    const start = Date.parse('2027-02-03T10:00:00Z');
    await nest.get(MoveBooking).run({ booking, start, actor: 'attendee', reason: null });
    expect(await room.says(ada, 'yes')).toContain('changed this booking meanwhile');
    const after = await nest
      .get(Database)
      .read((entities) => entities.findOneOrFail(Booking, { id }));
    expect(after).toMatchObject({ status: 'confirmed', startsAt: new Date(start) });
  });

  it('is answered once, however often and fast the yes is said', async () => {
    await room.hear(ada, '/schedule off add 2027-03-03 22:00-02:00');
    const answers = await Promise.all([room.says(ada, 'yes'), room.says(ada, 'yes')]);
    const blocked = 'Blocked: Wed 3 Mar 2027, 22:00–02:00 (Europe/Berlin).';
    expect(answers.filter((answer) => answer === blocked)).toHaveLength(1);
    const eve = room.newcomer();
    const setup = ['/schedule setup', 'Chat', '30', 'mon-fri 9-17', '0', 'UTC', 'none', ''];
    for (const text of setup) await room.hear(eve, text);
    await Promise.all(['yes', 'yes', 'yes'].map((text) => room.says(eve, text)));
    expect(await room.says(eve, '/schedule calendar')).not.toContain('2. ');
  });

  it('is answered by a press, once; the same press again says what came of it', async () => {
    const question = await room.hear(ada, '/schedule calendar delete intro-call');
    expect(question.choices?.options).toEqual([
      { id: 'yes', label: 'Yes, delete it', look: 'danger' },
      { id: 'no', label: 'No' },
    ]);
    const answer = await room.chose(ada, question, 'yes');
    expect(answer).toContain('Deleted');
    expect(await room.chose(ada, question, 'yes')).toBe(answer);
    expect(await room.chose(ada, question, 'no')).toBe(answer);
    expect(await room.says(ada, '/schedule calendar')).toContain('no booking calendar');
  });

  it('is left by a no; a press says when a question is no longer open, and does nothing', async () => {
    const off = '/schedule off add 2027-03-03 22:00-02:00';
    const first = await room.hear(ada, off);
    const second = await room.hear(ada, off);
    expect(await room.chose(ada, first, 'yes')).toBe('This question is no longer open.');
    expect(await room.chose(ada, second, 'perhaps')).toBe('This question is no longer open.');
    expect(await room.chose(ada, second, 'no')).toContain('Stopped');
    const typed = await room.hear(ada, off);
    expect(await room.says(ada, 'no')).toContain('Stopped');
    expect(await room.chose(ada, typed, 'yes')).toBe('This question is no longer open.');
    const late = await room.hear(ada, off);
    room.app.clock.set('2027-02-01T07:31:00Z');
    expect(await room.chose(ada, late, 'yes')).toBe('This question is no longer open.');
    room.app.clock.set('2027-02-01T07:00:00Z');
    expect(await room.says(ada, '/schedule off')).not.toContain('3 Mar');
  });

  it('is open to nobody else, who may be asked something, too', async () => {
    const question = await room.hear(ada, '/schedule off add 2027-03-03 22:00-02:00');
    const eve = room.newcomer();
    const refusal = 'That question is for somebody else.';
    expect(await room.chose(eve, question, 'yes')).toBe(refusal);
    await room.hear(eve, SETUP);
    await room.hear(eve, '/schedule off add 2027-03-04 22:00-02:00');
    expect(await room.chose(eve, question, 'yes')).toBe(refusal);
    expect(await room.chose(ada, question, 'yes')).toContain('Blocked: Wed 3 Mar 2027');
  });

  it('asks for a press before a set-up, and whether mistyped words were meant', async () => {
    const eve = room.newcomer();
    const preview = await room.hear(eve, SETUP.replace('09:00-17:00', '22:00-02:00'));
    expect(await room.chose(eve, preview, 'yes')).toContain('Intro call');
    expect(await room.says(eve, '/schedule hours')).toContain('22:00–02:00');
    const meant = await room.hear(eve, `book tusday 10:00 with ${ada.userKey}`);
    expect(textOf(meant)).toContain('Did you mean');
    expect(await room.chose(eve, meant, 'yes')).not.toContain('no longer open');
  });

  it('waits again when its yes could not be saved', async () => {
    await room.hear(ada, '/schedule off add 2027-03-03 22:00-02:00');
    await room.app.database.query(
      'alter table time_block add constraint test_refuses check (false) not valid',
    );
    expect(await room.says(ada, 'yes')).toContain('Nothing was changed');
    await room.app.database.query('alter table time_block drop constraint test_refuses');
    expect(await room.says(ada, 'yes')).toContain('Blocked: Wed 3 Mar 2027');
  });

  it('names the time in full, which stays what it was when the yes comes after midnight', async () => {
    room.app.clock.set('2027-02-01T22:55:00Z');
    expect(await room.says(ada, '/schedule bookings add x@example.com tomorrow 06:00')).toContain(
      'Do you want it all the same: Tue 2 Feb 2027, 06:00 (Europe/Berlin)?',
    );
    room.app.clock.set('2027-02-01T23:05:00Z');
    await room.hear(ada, 'yes');
    room.app.clock.set('2027-02-01T07:00:00Z');
    const rows = await room.app.database.query(
      `select b.starts_at as at from booking b join chat_identity i on i.host_id = b.host_id
        where i.user_key = $1`,
      [ada.userKey],
    );
    expect(rows).toEqual([{ at: new Date('2027-02-02T05:00:00Z') }]);
  });

  it('is not asked in vain: a set-up goes on after another command', async () => {
    const eve = room.newcomer();
    await room.hear(eve, '/schedule setup');
    await room.hear(eve, '/schedule help');
    expect(await room.app.nest.get(Assistant).isInConversation(eve)).toBe(true);
  });
});
