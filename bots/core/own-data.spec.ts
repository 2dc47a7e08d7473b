import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Booking } from '../../src/bookings/booking.entity.js';
import { ForgetToldJob } from '../../src/bookings/personal-data/forget-told.job.js';
import { ManageLinks } from '../../src/bookings/manage/manage-links.service.js';
import { Database } from '../../src/database/database.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { ChatRoom, SETUP, textOf } from '../../test/chat/chat-room.js';
import { DueReminders } from '../../src/notifications/reminders/due-reminders.service.js';
import { aRequest } from '../../test/builders/booking.js';

let room: ChatRoom;
let ada: ChatPerson;
let grace: ChatPerson;

beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());
beforeEach(async () => {
  [ada, grace] = [room.newcomer(), room.newcomer()];
  room.app.clock.set('2027-02-01T07:00:00Z');
  await room.hear(ada, SETUP);
});

const book = async (when: string, person = grace, guests: string[] = []): Promise<string> => {
  const first = await room.says(person, `/book @${ada.userKey} ${when}`);
  if (first.includes('Another one')) await room.hear(person, '1');
  for (const text of [`${person.userKey}@example.com`, ...guests, 'My secret'])
    await room.hear(person, text);
  return room.says(person, 'yes');
};
const rows = () =>
  room.app.database.query<Record<string, unknown>>(
    `select attendee_name as name, attendee_email as email, notes, status from booking b
       join chat_identity i on i.host_id = b.host_id
      where i.user_key = '${ada.userKey}' order by b.starts_at`,
  );
/** Everybody has heard what there was to hear: what failed on a busy machine comes again after seconds. */
async function told(): Promise<void> {
  const jobs = room.app.nest.get(Jobs);
  const isOver = AbortSignal.timeout(30_000);
  const marked = () =>
    room.app.database.query<{ id: string }>('select id from booking where forget_at is not null');
  do {
    await jobs.settle(10_000);
  } while (!isOver.aborted && (await jobs.untold((await marked()).map(({ id }) => id))).size > 0);
  await looked();
}
/** Two processes look whether everybody was told. */
async function looked(): Promise<void> {
  await room.app.nest.get(Jobs).settle(10_000);
  const job = room.app.nest.get(ForgetToldJob);
  // A round of the clock that had begun before all was told is waited for, and the next one counts.
  await job.tick();
  await Promise.all([job.tick(), job.tick()]);
}
const press = (verb: 'forget-all' | 'forget-past', subject: string) =>
  room.press(grace, { verb, subject });
const forgetMe = async () => room.choose(grace, await room.hear(grace, '/book forget'), 'yes');

describe('a person’s own data', () => {
  it('is handed over as a file that names nobody else', async () => {
    await book('2027-02-02 10:00');
    const { file } = await room.hear(grace, '/book export');
    expect(file?.name).toBe('bookings-2027-02-01.json');
    const kept = JSON.parse(file?.text ?? '') as { bookings: Record<string, unknown>[] };
    expect(kept.bookings).toMatchObject([
      { attendee: { name: grace.name }, notes: 'My secret', changes: [{ kind: 'booked' }] },
    ]);
    const stranger = await room.hear(room.newcomer(), '/book export');
    expect(stranger.file?.text).not.toContain('My secret');
  });

  it('of a host holds calendars and bookings, and of nobody else', async () => {
    await book('2027-02-02 10:00');
    const { file } = await room.hear(ada, '/schedule account export');
    expect(file?.text).toContain('My secret');
    expect(file?.text).toContain('Intro call');
    expect(await room.says(grace, '/schedule account export')).toContain('no booking calendar');
  });

  it('is erased from what is over, after a question; what is ahead is asked about', async () => {
    await book('2027-02-02 10:00');
    room.app.clock.set('2027-02-03T07:00:00Z');
    await book('2027-02-04 10:00');
    const question = await room.hear(grace, '/book forget');
    expect(textOf(question)).toContain('One booking is still ahead.');
    expect(question.buttons?.map(({ verb, label }) => [verb, label])).toEqual([
      ['forget-all', 'Cancel what is ahead and forget me'],
      ['forget-past', 'Keep what is ahead, forget the rest'],
      ['keep', 'Forget nothing'],
    ]);
    const subject = question.buttons?.[0]?.subject ?? '';
    expect(await room.press(ada, { verb: 'forget-past', subject })).toContain('somebody else');
    expect(await press('forget-past', subject)).toContain('One booking no longer names you.');
    expect(await rows()).toMatchObject([
      { name: 'Deleted person', email: null, notes: '' },
      { name: grace.name, notes: 'My secret' },
    ]);
    await press('forget-all', subject);
    await told();
    expect(await rows()).toMatchObject([
      { name: 'Deleted person' },
      { name: 'Deleted person', notes: '', status: 'cancelled' },
    ]);
    const left = await room.app.database.query(
      `select from booking_change where reason like '%secret%'
       union all select from receipt where recipient like '%${grace.userKey}@%'`,
    );
    expect(left).toEqual([]);
    expect(await room.says(grace, '/book list')).toContain('nothing booked');
  });

  it('is gone from cards that others see, and its old link opens nothing', async () => {
    room.platform.messages.clear();
    await room.hear(ada, '/schedule alerts add #everybody');
    await book('2027-02-02 10:00');
    const channel = () =>
      [...room.platform.messages.values()].find(({ channel }) => channel === 'bookings');
    await room.app.nest.get(Jobs).settle(10_000);
    expect(textOf(channel()?.message)).toContain(grace.name);
    const booking = await room.app.nest
      .get(Database)
      .read((em) => em.findOneOrFail(Booking, { attendeeName: grace.name }));
    const links = room.app.nest.get(ManageLinks);
    const link = new URL(links.of(booking) ?? '');
    const open = async () => (await room.app.ask({ path: link.pathname + link.search })).status;
    expect(await open()).toBe(200);
    room.app.clock.set('2027-02-03T07:00:00Z');
    await forgetMe();
    await room.app.nest.get(Jobs).settle(10_000);
    expect(textOf(channel()?.message)).toContain('Deleted person');
    expect(textOf(channel()?.message)).not.toContain(grace.name);
    expect(textOf(room.cardIn('everybody'))).toContain('Deleted person');
    expect(await open()).toBe(404);
  });

  it('stays on what is called off for it until guests and host were told, an hour at most', async () => {
    await room.hear(ada, '/schedule account email ada@example.com');
    await room.hear(ada, '/schedule set guests 1');
    for (const when of ['2027-02-02 10:00', '2027-02-03 10:00'])
      await book(when, grace, ['guest@example.com']);
    await room.app.nest.get(Jobs).settle(10_000);
    const subject = (await room.hear(grace, '/book forget')).buttons?.[0]?.subject ?? '';
    room.platform.trouble = 'down';
    const answer = await press('forget-all', subject);
    expect(answer).toContain('2 that are cancelled will no longer name you as soon as');
    const kept = [
      { name: grace.name, status: 'cancelled' },
      { name: grace.name, status: 'cancelled' },
    ];
    await looked();
    expect(await rows()).toMatchObject(kept);
    // Asked again, it is no sooner and no later.
    await press('forget-past', subject);
    expect(await rows()).toMatchObject(kept);
    const receipts = await room.app.database.query<{ recipient: string }>(
      `select r.recipient from receipt r join booking b on b.id = r.booking_id
        where b.attendee_name = '${grace.name}' and r.kind = 'mail cancelled' and r.state = 'kept'`,
    );
    expect(receipts.map(({ recipient }) => recipient).toSorted()).toEqual(
      ['attendee', 'guest 1', 'host'].flatMap((one) => [one, one]),
    );
    room.app.clock.set('2027-02-01T08:00:00Z');
    await looked();
    room.platform.trouble = 'none';
    expect(await rows()).toMatchObject([
      { name: 'Deleted person', status: 'cancelled' },
      { name: 'Deleted person', status: 'cancelled' },
    ]);
  });

  it('is gone from the replies under those cards, and from receipts of reminders', async () => {
    room.platform.messages.clear();
    await book('2027-02-02 10:00');
    const settled = () => room.app.nest.get(Jobs).settle(10_000);
    await settled();
    room.app.clock.set('2027-02-02T08:55:00Z');
    await room.app.nest.get(DueReminders).attend(room.app.clock.now());
    const code = /\b[0-9a-z]{6}\b/.exec(await room.says(grace, '/book list'))?.[0] ?? '';
    await settled();
    await room.hear(grace, `/book cancel ${code} My private reason`);
    if ((await room.says(grace, 'yes')) === '') throw new Error('Nothing was said.');
    await settled();
    const said = () =>
      [...room.platform.messages.values()]
        .filter(({ channel }) => channel === 'bookings')
        .flatMap(({ message, replies }) => [message, ...replies].map(textOf))
        .join('\n');
    expect(said()).toContain('My private reason');
    const receipts = () =>
      room.app.database.query<{ recipient: string }>(
        `select recipient from receipt where kind like 'reminder %' and recipient like 'fake%'`,
      );
    expect((await receipts()).map(({ recipient }) => recipient)).toContain('fake attendee');
    const names = (await receipts()).filter(({ recipient }) => recipient.includes(grace.name));
    expect(names).toEqual([]);
    await forgetMe();
    await told();
    await settled();
    expect(said()).not.toContain('My private reason');
    expect(said()).not.toContain(grace.name);
    expect(said()).toContain('asked to be forgotten');
  });

  it('is erased although a meeting runs, and although a host wants a reason', async () => {
    await room.hear(ada, '/schedule set cutoff reason required');
    for (const when of ['2027-02-02 10:00', '2027-02-04 10:00']) await book(when);
    room.app.clock.set('2027-02-02T09:10:00Z');
    const subject = (await room.hear(grace, '/book forget')).buttons?.[0]?.subject ?? '';
    const answer = await press('forget-all', subject);
    expect(answer).toContain('One that is cancelled will no longer name you as soon as');
    expect(answer).toContain('One booking is running, or too close');
    await told();
    expect(await rows()).toMatchObject([
      { name: grace.name, status: 'confirmed' },
      { name: 'Deleted person', status: 'cancelled' },
    ]);
  });
});

describe('a yes to the question whether to forget', () => {
  const ask = () => room.hear(grace, '/book forget');

  it('erases while nothing is ahead, as any other yes does what was asked', async () => {
    await book('2027-02-02 10:00');
    room.app.clock.set('2027-02-03T07:00:00Z');
    expect(textOf(await ask())).toContain('Answer yes to be forgotten, or stop.');
    expect(await room.says(grace, 'perhaps')).toBe('Answer yes to be forgotten, or stop.');
    expect(await room.says(grace, 'yes')).toContain('One booking no longer names you.');
    expect(await rows()).toMatchObject([{ name: 'Deleted person' }]);
    expect(await room.says(grace, 'yes')).not.toContain('no longer names you');
  });

  it('says what was deleted where nothing was booked', async () => {
    const nobody = room.newcomer();
    const question = await room.hear(nobody, '/book forget');
    expect(textOf(await room.choose(nobody, question, 'yes'))).toBe(
      'Done. Your time zone and this conversation are deleted.',
    );
  });

  it('is asked back while something is ahead, and nothing after a no or Forget nothing', async () => {
    await book('2027-02-02 10:00');
    const keep = (await ask()).buttons?.find(({ verb }) => verb === 'keep');
    expect(await room.press(grace, keep ?? { verb: 'keep', subject: '' })).toContain('Kept');
    await ask();
    expect(await room.says(grace, 'yes')).toContain('a yes would not say which');
    expect(await room.says(grace, 'no')).toContain('Stopped');
    room.app.clock.set('2027-02-03T07:00:00Z');
    expect(await room.chose(grace, await ask(), 'no')).toContain('Stopped');
    await room.hear(grace, 'yes');
    expect(await rows()).toMatchObject([{ name: grace.name }]);
  });
});

describe('somebody whom a host blocks', () => {
  it('cannot book in chat or by e-mail, and is not told why', async () => {
    await room.hear(ada, `/schedule bookings block-person @${grace.userKey}`);
    await room.hear(ada, '/schedule bookings block-person sam@example.com');
    const refused = await book('2027-02-02 10:00');
    expect(refused).toContain(`Please contact ${ada.name} directly.`);
    expect(refused).not.toContain('block');
    const link = /https:\S+/.exec(await room.says(ada, '/schedule link'))?.[0] ?? '';
    const answer = await room.app.ask({
      path: `/api/v1/calendars${new URL(link).pathname}/bookings`,
      body: aRequest('2027-02-02T09:00:00Z'),
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`contact ${ada.name} directly`);
    expect(await rows()).toEqual([]);
    expect(await room.says(ada, '/schedule bookings blocked')).toContain('sam@example.com');
    await room.hear(ada, `/schedule bookings unblock-person @${grace.userKey}`);
    await room.hear(grace, 'stop');
    expect(await book('2027-02-02 10:00')).toContain('Booked');
  });
});
