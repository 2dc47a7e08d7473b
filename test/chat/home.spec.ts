import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Assistant } from '../../bots/core/assistant.js';
import type { Form } from '../../bots/core/forms/form.js';
import type { Button, Message } from '../../bots/core/message.js';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { MONDAY_MORNING } from '../e2e/app.js';
import { ApprovalGround } from '../e2e/life/approval-ground.js';
import { BookingWindow, fieldIn, hasField, labelsIn, optionsIn } from './booking-window.js';
import { answerText, ChatRoom, formIn, textOf } from './chat-room.js';

const TUESDAY = '2027-02-02T09:00:00.000Z';

let room: ChatRoom;
let ground: ApprovalGround;
let ada: ChatPerson;
let grace: ChatPerson;
let window: BookingWindow;

beforeAll(async () => {
  room = await ChatRoom.open({ environment: { CONTACT_EMAIL: 'desk@example.com' } });
}, 60_000);
afterAll(() => room.close());
/** It is Monday, 1 February 2027, 08:00 in Berlin; the calendar is open on weekdays, 9 to 17. */
beforeEach(async () => {
  room.app.clock.set(MONDAY_MORNING);
  ground = await ApprovalGround.in(room);
  [ada, grace] = [ground.ada, room.newcomer()];
  window = new BookingWindow(room, grace);
});

const assistant = () => room.app.nest.get(Assistant);
const shownHome = ({ userKey }: ChatPerson) => room.platform.homes.get(userKey);
const home = async (person: ChatPerson): Promise<readonly Message[]> => {
  await assistant().openHome({ person, platform: room.platform });
  return shownHome(person)?.sections ?? [];
};
const titles = (sections: readonly Message[]): string[] =>
  sections.map(({ title, lines }) => title ?? textOf({ lines }));
const buttonIn = (sections: readonly Message[], label: string): Button => {
  const found = sections.flatMap(({ buttons = [] }) => buttons).find((one) => one.label === label);
  if (!found) throw new Error(`There is no button ${label}.`);
  return found;
};
const said = (sections: readonly Message[]): string => sections.map(textOf).join('\n');

describe('the dashboard', () => {
  it('shows a host their link first, then settings, what waits, what is next, hours and the rest', async () => {
    await ground.book(TUESDAY);
    const sections = await home(ada);
    expect(titles(sections)).toEqual([
      ...['Intro call', 'Settings', 'Nothing waits for your answer.', 'Next', 'Hours'],
      ...['Days off, other hours and blocks', 'Alerts'],
      ...['Your booking calendars', 'Help'],
    ]);
    expect(textOf(sections.at(-1))).toContain('Write to desk@example.com');
    expect(sections[0]?.code).toMatch(/^https:\/\/book\.example\.com\/\S+\/intro-call$/);
    expect(textOf(sections[3])).toContain('Tue 2 Feb 2027\n• <time>');
    const edit = assistant().formForPress(buttonIn(sections.slice(1), 'Edit'));
    expect(
      formIn(await room.wishForm(ada, edit ?? { kind: '', subject: '', values: {} })).kind,
    ).toBe('settings');
    expect(await room.press(ada, buttonIn(sections.slice(1), 'Edit'))).toContain('set duration 45');
    expect(assistant().formForPress(buttonIn(sections, 'Share'))?.kind).toBe('share');
    await room.press(ada, buttonIn(sections, 'Pause'));
    expect(textOf((await home(ada))[0])).toContain('Paused');
    await room.press(ada, buttonIn(await home(ada), 'Take bookings again'));
    expect(textOf((await home(ada))[0])).toContain('Next free times');
  });

  it('shows requests and asked moves with what answers them, and to a delegate, too', async () => {
    const booked = await ground.book(TUESDAY);
    await ground.says('set approval on');
    await ground.book('2027-02-03T09:00:00.000Z');
    await ground.change(booked, 'reschedule', { start: '2027-02-04T09:00:00.000Z' });
    expect(titles(await home(ada))).toContain('2 wait for you');
    const eve = room.newcomer();
    await ground.says(`calendar delegate add @${eve.userKey}`);
    room.platform.profiles.set(eve.userKey, { mayHost: false });
    const theirs = await home(eve);
    expect(titles(theirs)[0]).toBe('2 wait for you');
    expect(titles(theirs)).not.toContain('Set up in one minute');
    const confirm = buttonIn(theirs, 'Confirm');
    expect(confirm.subject).toContain(booked.uid);
    expect(await room.press(grace, confirm)).not.toContain('onfirmed');
    await room.press(eve, confirm);
    expect(titles(await home(eve))[0]).toBe('One waits for you');
  });

  it('asks once more about bookings outside the hours, and no longer when that is decided', async () => {
    await ground.book(TUESDAY);
    await room.fillIn(ada, '/schedule hours set', { tuesday: '' });
    const keep = buttonIn(await home(ada), 'Keep it');
    expect(said(await home(ada))).toContain('One booking is now outside your hours');
    await room.press(ada, keep);
    expect(said(await home(ada))).not.toContain('outside your hours');
  });

  it('takes days off, blocks and alert channels away by a button each', async () => {
    await ground.says('off add 2027-02-08 - 2027-02-10');
    await ground.says('off add 2027-02-11 14:00-24:00 dentist');
    const dates = buttonIn(await home(ada), 'Remove Mon 8 Feb 2027 – Wed 10 Feb 2027');
    const hours = buttonIn(await home(ada), 'Remove Thu 11 Feb 2027, 14:00–24:00');
    for (const button of [dates, hours]) expect(assistant().formForPress(button)).toBeNull();
    expect(await room.press(ada, dates)).toContain('Back to the weekly hours');
    expect(await room.press(ada, hours)).toContain(
      'No longer blocked: Thu 11 Feb 2027, 14:00–24:00',
    );
    expect(said(await home(ada))).toContain('No days off, no other hours and no blocks');
    const stop = buttonIn(await home(ada), 'Stop in #bookings');
    const gone = jest.spyOn(room.platform, 'findChannel').mockRejectedValue(new Error('gone'));
    expect(await room.press(ada, stop)).toBe('No more alerts in #bookings.');
    gone.mockRestore();
    expect(said(await home(ada))).toContain('announced to the host in direct messages');
  });

  it('says what is broken', async () => {
    room.platform.trouble = 'channel-gone';
    await ground.book(TUESDAY);
    room.platform.trouble = 'none';
    const [first] = await home(ada);
    expect(textOf(first)).toContain('Something needs you\nNo card has arrived in #bookings');
    expect(titles(await home(grace))).not.toContain('Something needs you');
  });

  it('offers a newcomer a set-up, and an attendee a time and their own bookings', async () => {
    const first = await home(grace);
    expect(titles(first)[0]).toBe('Set up in one minute');
    expect(buttonIn(first, 'Set up').subject).toBe('/schedule setup');
    room.platform.profiles.set(grace.userKey, { mayHost: false });
    await window.submit(await window.next(`/book @${ada.userKey}`, TUESDAY));
    const attendee = await home(grace);
    expect(titles(attendee)).toEqual(['You have 1 booking ahead', 'Help']);
    expect(buttonIn(attendee, 'Book time')).toMatchObject({ verb: 'start-booking' });
    expect(said(attendee)).toContain(`Intro call with ${ada.name}`);
    // What somebody sees is theirs, and so is what they press.
    expect(await room.press(grace, buttonIn(await home(ada), 'Pause'))).toContain(
      'no booking calendar',
    );
  });

  it('lets a host choose the calendar they use', async () => {
    await ground.says(SECOND);
    expect(titles(await home(ada))[0]).toBe('Deep dive');
    await room.press(ada, buttonIn(await home(ada), 'Use “Intro call”'));
    expect(titles(await home(ada))[0]).toBe('Intro call');
  });
});

describe('a home that somebody has opened', () => {
  const settled = () => room.app.nest.get(Jobs).settle(10_000);
  const waits = (person: ChatPerson) => titles(shownHome(person)?.sections ?? [])[2];

  it('shows what changes in it, whoever changes it and however, without being opened again', async () => {
    await ground.says('set approval on');
    const eve = room.newcomer();
    await ground.says(`calendar delegate add @${eve.userKey}`);
    const ownElsewhere = room.newcomer();
    await home(ownElsewhere);
    await room.app.database.query(
      `update chat_identity set host_id = $1, workspace = 'elsewhere' where user_key = $2`,
      [ground.calendar.host.id, ownElsewhere.userKey],
    );
    await home(ada);
    await home(eve);
    const booked = await ground.book(TUESDAY);
    await settled();
    expect([waits(ada), waits(ownElsewhere)]).toEqual(['One waits for you', 'One waits for you']);
    expect(titles(shownHome(eve)?.sections ?? [])[0]).toBe('One waits for you');
    await room.press(eve, { verb: 'confirm', subject: booked.uid });
    await settled();
    expect(waits(ada)).toBe('Nothing waits for your answer.');
    await ground.says('pause');
    await settled();
    for (const own of [ada, ownElsewhere])
      expect(textOf(shownHome(own)?.sections[0])).toContain('Paused');
  });

  it('is shown a few times at most after a burst, and to nobody who never opened one', async () => {
    await home(ada);
    const before = shownHome(ada)?.shown ?? 0;
    const turn = Promise.withResolvers<undefined>();
    const ready = jest.spyOn(room.platform, 'ready').mockImplementation(() => turn.promise);
    const minutes = ['35', '40', '45', '50', '55', '60', '65', '70', '75', '80'];
    for (const length of minutes) await ground.says(`set duration ${length}`);
    turn.resolve(undefined);
    await settled();
    ready.mockRestore();
    expect(said(shownHome(ada)?.sections ?? [])).toContain('Duration: 1 h 20 min');
    expect((shownHome(ada)?.shown ?? 0) - before).toBeLessThanOrEqual(minutes.length / 2);
    expect(shownHome(grace)).toBeUndefined();
  });

  it('holds few connections while the platform answers, however many open theirs at once', async () => {
    const crowd = Array.from({ length: 12 }, () => room.newcomer());
    const held: number[] = [];
    const show = room.platform.showHome.bind(room.platform);
    const shows = jest.spyOn(room.platform, 'showHome').mockImplementation(async (...given) => {
      const [row] = await room.app.database.query<{ count: number }>(SHOWING);
      held.push(row?.count ?? 0);
      return show(...given);
    });
    await Promise.all(crowd.map(home));
    await settled();
    shows.mockRestore();
    for (const person of crowd) expect(titles(shownHome(person)?.sections ?? [])).toContain('Help');
    expect(Math.max(...held)).toBeLessThanOrEqual(4);
  });

  it('is kept up no longer where it is refused, which is no error', async () => {
    await home(ada);
    room.platform.trouble = 'channel-gone';
    await ground.says('set duration 45');
    await settled();
    room.platform.trouble = 'none';
    const before = shownHome(ada)?.shown;
    await ground.says('set duration 50');
    await settled();
    expect(shownHome(ada)?.shown).toBe(before);
  });
});

/** Connections that hold a home. */
const SHOWING = `
  select count(distinct lock.pid)::int as count
    from pg_locks lock join pg_stat_activity own on own.pid = lock.pid
   where lock.relation = 'chat_home'::regclass and lock.mode = 'RowExclusiveLock'
     and own.state = 'idle in transaction' and own.datname = current_database()`;

describe('a shared link', () => {
  it('stands in a channel with a button, by which anybody books in that calendar', async () => {
    expect(await ground.says('link post #general')).toContain('#general');
    const card = room.cardIn('general');
    const [button] = card?.buttons ?? [];
    expect(button).toMatchObject({ verb: 'start-booking', label: 'Book time' });
    const pressed = await room.pressed(grace, {
      verb: 'start-booking',
      subject: ground.calendar.id,
    });
    expect(textOf(pressed)).toContain('On which day');
    expect(await room.press(ada, { verb: 'start-booking', subject: ground.calendar.id })).toContain(
      'That is you',
    );
  });

  it('is shown with its next free times, and changes nothing', async () => {
    const url = `https://book.example.com/${ground.calendar.host.handle}/intro-call`;
    const preview = await assistant().preview(`${url}?date=2027-02-02`);
    expect(textOf(preview ?? undefined)).toContain(`30 min with ${ada.name}\nNext free times`);
    expect(preview?.buttons).toMatchObject([{ subject: ground.calendar.id }]);
    const once = /https\S+once=\S+/.exec(await ground.says('link one-time'))?.[0] ?? '';
    const foreign = url.replace('book.example.com', 'example.com');
    for (const other of [once, foreign, `${url}-2`, `${url}/book`, 'intro-call', '']) {
      expect(await assistant().preview(other)).toBeNull();
    }
    expect(
      (await room.app.ask({ path: once.slice('https://book.example.com'.length) })).status,
    ).toBe(200);
    await ground.says('pause');
    expect(await assistant().preview(url)).toBeNull();
  });
});

const SECOND =
  'calendar new --title "Deep dive" --duration 60,90 --hours "mon-fri 9-17" --buffer-after 0 ' +
  '--timezone Europe/Berlin --alerts #deep --yes';

describe('the windows of a booking', () => {
  const withAda = () => ({ values: { person: `@${ada.userKey}` } });

  it('are words where there is nothing to fill in', async () => {
    const own = await new BookingWindow(room, ada).wish(withAda());
    expect(answerText(own)).toContain('That is you');
    const nobody = await window.wish({ values: { person: '@nobodyhere' } });
    expect(answerText(nobody)).toContain('no booking calendar');
    await ground.says('pause');
    expect(answerText(await window.wish(withAda()))).toContain('takes no bookings');
    const pressed = await window.wish({ subject: ground.calendar.id });
    expect(answerText(pressed)).toContain('takes no bookings');
  });

  it('open for a calendar, and ask whoever names nobody whom they want to meet', async () => {
    const pressed: Form = formIn(await window.wish({ subject: ground.calendar.id }));
    expect(hasField(pressed, 'day')).toBe(true);
    await ground.says(SECOND);
    const form = await window.open('/book');
    expect(hasField(form, 'day')).toBe(false);
    const host = optionsIn(form, 'host')[labelsIn(form, 'host').indexOf(ada.name)] ?? '';
    const chosen = await window.change(form, { host });
    expect(fieldIn(chosen, 'host').value).toBe(host);
    const [, deep = ''] = optionsIn(chosen, 'calendar');
    const long = await window.change(chosen, { calendar: deep });
    expect(labelsIn(long, 'length')).toEqual(['1 h', '1 h 30 min']);
  });
});
