import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BookingTransaction } from '../../src/bookings/booking-transaction.js';
import { CancelBooking } from '../../src/bookings/cancel-booking.service.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { refused } from '../../src/shared/outcome.js';
import { aRequest } from '../../test/builders/booking.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import type { Button, Message } from './message.js';

/** What a job leaves behind, once it is there. */
async function settled(read: () => Promise<unknown[]>): Promise<unknown[]> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const found = await read();
    if (found.length > 0 || performance.now() > deadline) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('bookings outside changed hours', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  let api: string;

  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    room.app.clock.set('2027-02-01T07:00:00Z');
    ada = room.newcomer();
    const link = /https:\/\/book\.example\.com(\/\S+)/.exec(await room.says(ada, SETUP));
    api = `/api/v1/calendars${link?.[1] ?? ''}`;
  });

  const hear = (line: string) => room.hear(ada, `/schedule ${line}`);
  const list = (name = 'upcoming') => room.says(ada, `/schedule bookings list ${name}`);
  const book = async (start: string): Promise<string> => {
    const { json } = await room.app.ask({ path: `${api}/bookings`, body: aRequest(start) });
    return String(json.uid).slice(0, 6);
  };
  const button = (message: Message, verb: Button['verb']): Button => {
    const found = message.buttons?.find((one) => one.verb === verb);
    if (!found) throw new Error(`No button ${verb} under: ${textOf(message)}`);
    return found;
  };
  const isAsked = (message: Message) => textOf(message).includes('outside your hours');

  it('are listed by name and code, and stand until their host decides', async () => {
    const early = await book('2027-02-02T08:00:00Z');
    const late = await book('2027-02-03T14:00:00Z');
    const answer = await hear('hours set mon-fri 10:00-15:00');
    expect(textOf(answer)).toContain('2 bookings are now outside your hours:');
    for (const code of [early, late]) expect(textOf(answer)).toContain(`Sam Rivers · ${code}`);
    expect(await list()).toContain('2 appointments');
  });

  it('are kept by one press, and not asked about again', async () => {
    await book('2027-02-02T08:00:00Z');
    const answer = await hear('hours set mon-fri 10:00-15:00');
    expect(await room.press(ada, button(answer, 'keep-affected'))).toBe(
      'The booking stands as it is.',
    );
    expect(await room.press(ada, button(answer, 'cancel-affected'))).toContain('answered already');
    expect(isAsked(await hear('hours set mon-fri 11:00-15:00'))).toBe(false);
    expect(await list()).toContain('1 appointment');
  });

  it('are cancelled together on a day off, but for those that were changed since', async () => {
    const one = await book('2027-02-02T08:00:00Z');
    const other = await book('2027-02-02T10:00:00Z');
    const answer = await hear('off add 2027-02-02');
    await hear(`bookings cancel ${other} --yes`);
    const said = await room.press(ada, button(answer, 'cancel-affected'));
    expect(said).toContain('Cancelled:');
    expect(said).toContain(one);
    expect(said).toMatch(new RegExp(`Left alone[^]*${other}`));
    expect(await list('cancelled')).toContain('2 appointments');
  });

  it('stay a question until each of them is settled', async () => {
    const [one, other] = [await book('2027-02-02T08:00:00Z'), await book('2027-02-02T10:00:00Z')];
    const answer = await hear('off add 2027-02-02');
    jest
      .spyOn(room.app.nest.get(CancelBooking), 'run')
      .mockResolvedValueOnce(refused({ kind: 'unavailable', retryAfterSeconds: 2 }));
    const press = button(answer, 'cancel-affected');
    const first = await room.press(ada, press);
    expect(first).toMatch(new RegExp(`Cancelled:[^]*${other}[^]*Press again[^]*${one}`));
    expect(await list()).toContain(one);
    expect(await room.press(ada, press)).toMatch(new RegExp(`Cancelled:[^]*${one}`));
    expect(await list('cancelled')).toContain('2 appointments');
    expect(await room.press(ada, press)).toBe('That was answered already.');
  });

  it.each(['cancel-affected', 'move-affected'] as const)(
    'that an attendee moves at this very moment outlive %s',
    async (verb) => {
      const { json } = await room.app.ask({
        path: `${api}/bookings`,
        body: aRequest('2027-02-02T08:00:00Z'),
      });
      const answer = await hear('off add 2027-02-02');
      const transaction = room.app.nest.get(BookingTransaction);
      const run = transaction.run.bind(transaction);
      const moving = jest.spyOn(transaction, 'run').mockImplementationOnce(async (write) => {
        const moved = await room.app.ask({
          path: `/api/v1/bookings/${String(json.uid)}/reschedule`,
          ...{ body: { start: '2027-02-03T09:00:00Z' }, token: String(json.manageToken) },
        });
        expect(moved.status).toBe(200);
        return run(write);
      });
      expect(await room.press(ada, button(answer, verb))).toContain('Left alone');
      moving.mockRestore();
      const [row] = await room.app.database.query(
        `select status, starts_at = '2027-02-03T09:00:00Z' as moved, host_asked_move as asked
           from booking where uid = $1`,
        [json.uid],
      );
      expect(row).toEqual({ status: 'confirmed', moved: true, asked: false });
    },
  );

  it('are asked to move by mail, even where guests may not move by themselves', async () => {
    await hear('set cutoff move never');
    const { json } = await room.app.ask({
      path: `${api}/bookings`,
      body: aRequest('2027-02-02T08:00:00Z'),
    });
    const move = (start: string) =>
      room.app.ask({
        path: `/api/v1/bookings/${String(json.uid)}/reschedule`,
        ...{ body: { start }, token: String(json.manageToken) },
      });
    const answer = await hear('off add 2027-02-02');
    expect((await move('2027-02-03T09:00:00Z')).status).toBe(409);
    expect(await room.press(ada, button(answer, 'move-affected'))).toContain(
      'Asked to choose another time; until then it stands:',
    );
    expect(await list()).toContain('1 appointment');
    const receipt = await settled(async () =>
      room.app.database.query(
        `select r.state from receipt r join booking b on b.id = r.booking_id
          where b.uid = '${String(json.uid)}' and r.kind = 'mail move_wanted'
            and r.recipient = 'attendee' and r.state <> 'queued'`,
      ),
    );
    expect(receipt).toEqual([{ state: 'kept' }]);
    expect((await move('2027-02-03T09:00:00Z')).status).toBe(200);
    expect((await move('2027-02-04T09:00:00Z')).status).toBe(409);
  });

  it('take one message on a day of sickness, whatever is over by then left out', async () => {
    const over = await book('2027-02-01T12:00:00Z');
    const ahead = await book('2027-02-01T14:00:00Z');
    room.app.clock.set('2027-02-01T12:10:00Z');
    const answer = await hear('off add today ill');
    expect(textOf(answer)).toContain(ahead);
    expect(textOf(answer)).not.toContain(over);
    await room.press(ada, button(answer, 'cancel-affected'));
    expect(await list('cancelled')).toContain(ahead);
  });

  it('are those that a block overlaps, and those that a trip leaves in the night', async () => {
    const morning = await book('2027-02-02T08:00:00Z');
    const noon = await book('2027-02-02T11:00:00Z');
    const blocked = textOf(await hear('off add 2027-02-02 8:00-9:15'));
    expect(blocked).toContain(morning);
    expect(blocked).not.toContain(noon);
    const away = textOf(await hear('set travel Asia/Tokyo 2 feb'));
    for (const code of [morning, noon]) expect(away).toContain(code);
  });

  it('are their host’s alone to decide about', async () => {
    await book('2027-02-02T08:00:00Z');
    const answer = await hear('off add 2027-02-02');
    const eve = room.newcomer();
    const press = button(answer, 'cancel-affected');
    expect(await room.press(eve, press)).toContain('not yours');
    await room.hear(eve, SETUP);
    expect(await room.press(eve, press)).toContain('not yours');
    expect(await list()).toContain('1 appointment');
  });

  it('wait under a name where the question was lost, until each is decided or within the hours', async () => {
    const starts = ['2027-02-02T08:00:00Z', '2027-02-03T08:00:00Z', '2027-02-04T11:00:00Z'];
    const [one = '', other = '', third = ''] = await Promise.all(starts.map(book));
    const narrow = await hear('hours set mon-fri 10:00-15:00');
    expect(textOf(narrow)).toContain('this question waits for you: /schedule bookings outside.');
    await hear('off add 2027-02-04 12:00-13:00');
    const again = await hear('bookings outside');
    for (const code of [one, other]) expect(textOf(again)).toContain(`Sam Rivers · ${code}`);
    expect(textOf(again)).not.toContain(third);
    expect(textOf(again)).toContain('More of them wait');
    expect(isAsked(await room.hear(room.newcomer(), '/schedule bookings outside'))).toBe(false);
    await hear(`bookings move ${one} 2027-02-05 11:00`);
    expect(textOf(await hear('bookings outside'))).not.toContain(one);
    await room.press(ada, button(narrow, 'undo'));
    const block = await hear('bookings outside');
    expect(textOf(block)).toContain(third);
    expect(textOf(block)).not.toMatch(new RegExp(`${other}|More of them`));
    await room.press(ada, button(block, 'keep-affected'));
    expect(textOf(await hear('bookings outside'))).toBe(
      'No booking outside your hours waits for you to decide.',
    );
  });

  it('come back into the hours with Undo', async () => {
    await book('2027-02-02T08:00:00Z');
    const answer = await hear('hours set mon-fri 10:00-15:00');
    const undone = await room.press(ada, button(answer, 'undo'));
    expect(undone).toBe('Undone.\nHours: Mon–Fri 10:00–15:00 → Mon–Fri 09:00–17:00');
  });
});

describe('a change of settings', () => {
  let room: ChatRoom;
  let ada: ChatPerson;
  beforeAll(async () => {
    room = await ChatRoom.open();
  }, 60_000);
  afterAll(() => room.close());
  beforeEach(async () => {
    room.app.clock.set('2027-02-01T07:00:00Z');
    ada = room.newcomer();
    await room.hear(ada, SETUP);
  });

  const undoOf = async (line: string): Promise<Button> => {
    const { buttons = [] } = await room.hear(ada, `/schedule ${line}`);
    const undo = buttons.find(({ verb }) => verb === 'undo');
    if (!undo) throw new Error('There is no Undo.');
    return undo;
  };

  it.each([
    ['set title Talk', 'Title: Talk → Intro call'],
    ['set limit 3 a day', 'Limit: 3 a day → none'],
    ['set step 30 offset 15', '30 min, first 15 min after the opening → 15 min'],
    ['set travel Asia/Tokyo 2 feb', 'Asia/Tokyo Tue 2 Feb 2027 → none'],
    ['hours clear', 'Hours: closed all week → Mon–Fri 09:00–17:00'],
    ['set buffer 5/5', '→ 10 min after each meeting'],
  ])('(%s) can be undone within ten minutes', async (line, undone) => {
    const undo = await undoOf(line);
    room.app.clock.set('2027-02-01T07:10:00Z');
    expect(await room.press(ada, undo)).toContain(undone);
    expect(await room.press(ada, undo)).toBe('That was undone already.');
  });

  it('cannot be undone later', async () => {
    const undo = await undoOf('set limit 3 a day');
    room.app.clock.set('2027-02-01T07:10:01Z');
    expect(await room.press(ada, undo)).toContain('more than ten minutes ago');
  });

  it('cannot be undone over a newer one of the same setting, but over others', async () => {
    const first = await undoOf('set limit 3 a day');
    const second = await undoOf('set limit 4 a day');
    await undoOf('set step 30');
    expect(await room.press(ada, first)).toContain('changed again since');
    expect(await room.press(ada, second)).toContain('Limit: 4 a day → 3 a day');
    expect(await room.says(ada, '/schedule show')).toContain('Starts every: 30 min');
    expect(await room.press(ada, first)).toContain('Limit: 3 a day → none');
  });

  it('cannot be undone where what was before no longer fits', async () => {
    const undo = await undoOf('hours set mon-fri 08:00-18:00');
    await room.hear(ada, '/schedule set duration 9h');
    expect(await room.press(ada, undo)).toContain('fits in none of the hours');
  });

  it('is for its host to undo, or a delegate', async () => {
    const undo = await undoOf('set limit 3 a day');
    const eve = room.newcomer();
    expect(await room.press(eve, undo)).toContain('not yours');
    await room.hear(ada, `/schedule calendar delegate add @${eve.userKey}`);
    expect(await room.press(eve, undo)).toContain('Limit: 3 a day → none');
  });
});
