import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { grammarNamed } from '../../bots/core/grammar/grammar.js';
import type { Message } from '../../bots/core/message.js';
import type { CalendarConfiguration } from '../../src/calendars/calendar-configuration.js';
import { CalendarRepository } from '../../src/calendars/calendar.repository.js';
import { Database } from '../../src/database/database.js';
import { type ChatPerson, Identities } from '../../src/hosts/identities.service.js';
import { aBooking } from '../builders/booking.js';
import { aKey } from '../builders/key.js';
import { ChatRoom, SETUP, textOf } from '../chat/chat-room.js';
import { type Act, ACTS, type Who } from './audited-acts.js';
import { ROUTED_ACTS, UNAUDITED_ROUTES } from './audited-routes.js';
import { contentOf } from './stored.js';

let room: ChatRoom;
let calendar: CalendarConfiguration;
let people: Readonly<Record<Who, ChatPerson>>;
/** Of the booking that was made last, by anybody and by the guest; and what links an account. */
const codes = { code: '', mine: '', shown: '' };
beforeAll(async () => {
  room = await ChatRoom.open();
  const one = (): ChatPerson => room.newcomer();
  const twin = { ...one(), workspace: 'elsewhere' };
  people = { twin, host: one(), admin: one(), guest: one(), newcomer: one(), other: one() };
  room.platform.profiles.set(people.admin.userKey, { isAdmin: true });
  await room.hear(people.host, SETUP);
  calendar = await calendarOf(people.host);
}, 60_000);
afterAll(() => room.close());

async function calendarOf(person: ChatPerson): Promise<CalendarConfiguration> {
  const { hostId } = await room.app.nest.get(Identities).identify(person);
  const [first] = await room.app.nest
    .get(Database)
    .read((entities) => room.app.nest.get(CalendarRepository).ofHost(entities, hostId ?? ''));
  if (!first) throw new Error('There is no calendar.');
  return first;
}

interface Entry {
  readonly number: number;
  readonly host_id: string | null;
  readonly actor: string;
  readonly actor_id: string | null;
  readonly action: string;
  readonly subject: string;
}

const entriesAfter = (number: number): Promise<Entry[]> =>
  room.app.database.query<Entry>(
    `select number::int, host_id, actor, actor_id, action, subject from audit_entry
      where number > ${number} order by number`,
  );
const lastNumber = async (): Promise<number> => (await entriesAfter(0)).at(-1)?.number ?? 0;

/** Where a person's conversation stands is nobody's act. */
const BESIDE = ['audit_entry', 'dialogue', 'chat_identity'];

async function content(): Promise<Record<string, string>> {
  const { jobs: _, ...tables } = await contentOf(room.app.database);
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !BESIDE.includes(name)));
}

/** What is answered in the end. */
async function perform({ says, by = 'host', booking, press }: Act): Promise<string> {
  if (booking) {
    codes.code = (await aBooking(room.app.nest, calendar, booking)).uid.slice(0, 6);
    room.app.clock.set(booking < '2027-02-02' ? '2027-02-01T11:45:00Z' : '2027-02-01T07:00:00Z');
  }
  let answer: Message = { lines: [] };
  for (const line of says) answer = await room.hear(people[by], filledIn(line));
  codes.shown = /account link (\S+)/.exec(textOf(answer))?.[1] ?? codes.shown;
  if (by === 'guest' && says.length > 2) await rememberMine();
  if (!press) return textOf(answer);
  const button = answer.buttons?.find(({ verb }) => verb === press.verb);
  return room.press(people[press.by], button ?? room.toldButton(press.verb));
}

const filledIn = (line: string): string =>
  line
    .replace('{setup}', SETUP)
    .replace(/\{(code|mine|shown)\}/, (_all, which: keyof typeof codes) => codes[which])
    .replace(/\{(host|other)\}/, (_all, who: Who) => people[who].userKey);

async function rememberMine(): Promise<void> {
  const [own] = await room.app.database.query<{ code: string }>(
    `select left(b.uid, 6) as code from booking b join chat_identity i on i.id = b.booked_by_identity_id
      where i.user_key = '${people.guest.userKey}'`,
  );
  codes.mine = own?.code ?? '';
}

describe('the audit log', () => {
  it('has an act in audited-acts.ts for every command that works, help apart', () => {
    const commands = grammarNamed()
      .commands.filter(({ later, path }) => later === null && path !== 'help')
      .map(({ top, path }) => `${top} ${path}`);
    expect(new Set(ACTS.map(({ command }) => command))).toEqual(new Set(commands));
  });

  it.each(ACTS.map((act) => [act.says.join(' … '), act] as const))('%s', async (_line, act) => {
    const [number, before] = [await lastNumber(), await content()];
    const answer = await perform(act);
    const entries = await entriesAfter(number);
    const actions = entries.map(({ action }) => action);
    if (act.tells.length === 0) {
      expect(actions).toEqual([]);
      expect(await content()).toEqual(before);
      return;
    }
    expect({ answer, actions }).toEqual({
      answer,
      actions: expect.arrayContaining([...act.tells]),
    });
    const actor = {
      host: 'host',
      twin: 'host',
      newcomer: 'host',
      other: 'host',
      admin: 'admin',
      guest: 'attendee',
    };
    const own = entries.filter(({ action }) => action === act.tells[0]);
    const wanted =
      act.booking && act.tells[0] === 'booking.requested' ? 'attendee' : actor[act.by ?? 'host'];
    for (const entry of own) expect(entry).toMatchObject({ actor: wanted });
  });

  it('has one entry for each change of each booking', async () => {
    const missing = await room.app.database.query(
      `select c.kind, c.sequence from booking_change c join booking b on b.id = c.booking_id
        where not exists (select from audit_entry e
          where e.subject = b.uid and e.action = 'booking.' || c.kind and e.host_id = c.host_id
            and (e.after->>'sequence')::int = c.sequence)`,
    );
    expect(missing).toEqual([]);
  });

  it('has no word about anybody: no name and no address', async () => {
    const rows = await room.app.database.query<{ text: string }>(
      'select e::text as text from audit_entry e',
    );
    const all = rows.map(({ text }) => text).join('\n');
    for (const word of ['sam', 'rivers', '@example.com', 'bob', people.guest.userKey])
      expect(all.toLowerCase()).not.toContain(word);
  });

  it('leads from nobody who was forgotten to what they had booked', async () => {
    const { id } = await room.app.nest.get(Identities).identify(people.guest);
    const entries = await entriesAfter(0);
    const forgotten = entries.filter(({ action }) => /\.forgotten$/.test(action));
    expect(forgotten.map(({ action }) => action)).toContain('person.forgotten');
    for (const entry of forgotten)
      expect(entry).toMatchObject({ actor: 'attendee', actor_id: null });
    const ofBookings = entries.filter(({ action }) => action.startsWith('booking.'));
    expect(JSON.stringify([...forgotten, ...ofBookings])).not.toContain(id);
  });

  it('shows a host what an admin said about them', async () => {
    const person = await room.app.nest.get(Identities).identify(people.host);
    const { hostId } = person;
    const ruled = (await entriesAfter(0)).filter(({ action }) => action === 'hosting.ruled');
    expect(ruled.map(({ host_id }) => host_id)).toEqual([null, hostId, null, hostId]);
    const admin = await room.app.nest.get(Identities).identify(people.admin);
    for (const entry of ruled) expect(entry).toMatchObject({ actor: 'admin', actor_id: admin.id });
  });
});

describe('the audit log of programs', () => {
  it('has an act in audited-routes.ts for every route that changes something', () => {
    const changing = room.app.routes
      .filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method))
      .map(({ method, path }) => `${method} ${path}`);
    const known = [...ROUTED_ACTS.map(({ route }) => route), ...Object.keys(UNAUDITED_ROUTES)];
    expect(new Set(known)).toEqual(new Set(changing));
  });

  it('has an entry in the key’s name for each of them', async () => {
    const person = await room.app.nest.get(Identities).identify(room.newcomer());
    await room.hear(person, SETUP);
    const { id: calendarId } = await calendarOf(person);
    const key = await aKey(room.app.nest, { person });
    const things: Record<string, string> = { calendar: calendarId, date: '2027-05-03' };
    for (const { route, body, tells, gives } of ROUTED_ACTS) {
      const number = await lastNumber();
      const [method = '', address = ''] = route.split(' ');
      const path = address.replace(/:(\w+)/g, (_all, name: string) => things[name] ?? name);
      const answer = await room.app.ask({
        method,
        path,
        token: key.key,
        ...(body && { body }),
      });
      const seen = { route, text: answer.text };
      expect({ ...seen, isDone: answer.status < 300 }).toEqual({ ...seen, isDone: true });
      if (gives) things[gives] = answer.json.id;
      const entries = await entriesAfter(number);
      const own = { actor: 'key', actor_id: key.id, host_id: key.hostId };
      for (const entry of entries) expect({ route, entry }).toMatchObject({ entry: own });
      expect({ route, last: entries.at(-1) }).toMatchObject({ last: { action: tells } });
    }
  });
});
