import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { ChatPerson } from '../../src/hosts/identities.service.js';
import { say } from '../../src/language/say.js';
import { someoneWaits } from '../db/someone-waits.js';
import { aRequest } from '../builders/booking.js';
import { ChatRoom, SETUP } from '../chat/chat-room.js';
import { visit } from './page/visitor.js';
import { RULES, type RuleRow } from './setting-rules.js';

let room: ChatRoom;
beforeAll(async () => {
  room = await ChatRoom.open();
}, 60_000);
afterAll(() => room.close());

/** A host with the calendar that `SETUP` makes, and the paths of their page and their calendar. */
interface World {
  readonly host: ChatPerson;
  readonly page: string;
  readonly api: string;
}

async function aWorld(): Promise<World> {
  const host = room.newcomer();
  const link = /https:\/\/book\.example\.com(\/\S+)/.exec(await room.says(host, SETUP));
  const page = link?.[1] ?? '';
  return { host, page, api: `/api/v1/calendars${page}` };
}

const dateOf = (start: string): string => start.slice(0, 10);

async function onApi({ api }: World, start: string): Promise<boolean> {
  const date = dateOf(start);
  const path = `${api}/slots?start=${date}&end=${date}&timeZone=UTC`;
  const { json, status } = await room.app.ask({ path });
  expect(status).toBe(200);
  const days: { readonly slots: readonly { readonly start: string }[] }[] = json.days;
  const starts = days.flatMap(({ slots }) => slots.map((slot) => Date.parse(slot.start)));
  return starts.includes(Date.parse(start));
}

async function onPage({ page }: World, start: string): Promise<boolean> {
  const shown = await visit(room.app, `${page}?date=${dateOf(start)}&tz=UTC`);
  expect(shown.status).toBe(200);
  const times = shown.document.querySelectorAll('#times button[name=start]');
  return times.some((time) => time.getAttribute('value') === start);
}

const book = ({ api }: World, body: unknown) => room.app.ask({ path: `${api}/bookings`, body });

async function given(world: World, { lines = [], booked = [] }: RuleRow): Promise<void> {
  for (const line of lines) await room.hear(world.host, `/schedule ${line}`);
  for (const start of booked) {
    const attendee = { name: 'Eve', email: 'eve@example.com', timeZone: 'UTC' };
    expect((await book(world, { start, attendee })).status).toBe(201);
  }
}

describe('a booking window without an end', () => {
  it('reaches two years ahead', async () => {
    const world = await aWorld();
    const farAhead = '2028-11-06T09:00:00Z';
    expect(await onApi(world, farAhead)).toBe(false);
    const answer = await room.says(world.host, '/schedule set window unlimited');
    expect(answer).toContain('Bookable: the next 60 days → up to two years ahead');
    expect(await onApi(world, farAhead)).toBe(true);
    expect(await onPage(world, farAhead)).toBe(true);
    expect((await book(world, aRequest(farAhead))).status).toBe(201);
  });
});

describe('settings that are changed at once', () => {
  it('are all kept', async () => {
    const { host } = await aWorld();
    const says = (line: string) => room.says(host, `/schedule ${line}`);
    const labels = ['One', 'Two', 'Three', 'Four'];
    await Promise.all(labels.map((label) => says(`set questions add "${label}" text`)));
    const list = await says('set questions list');
    for (const label of labels) expect(list).toContain(`"${label}"`);
  });

  /** Presses Undo of a new length; while it waits for the calendar, something else happens to that. */
  const undone = async (host: ChatPerson, meanwhile: (calendar: string) => string) => {
    const changed = await room.hear(host, '/schedule set duration 45');
    const rival = new Client(room.app.database.url);
    await rival.connect();
    const calendar = `select c.id from booking_calendar c join chat_identity i on i.host_id = c.host_id
      where i.user_key = '${host.userKey}'`;
    await rival.query('begin');
    await rival.query(`${calendar} for update of c`);
    const [undo] = changed.buttons ?? [];
    if (!undo) throw new Error('There is no button.');
    let isAnswered = false;
    const answer = room.press(host, undo).finally(() => (isAnswered = true));
    await someoneWaits(rival, () => isAnswered);
    await rival.query(meanwhile(calendar));
    await rival.query('commit');
    await rival.end();
    return answer;
  };

  it('are put back only while nothing newer stands on them', async () => {
    const { host } = await aWorld();
    const answer = await undone(
      host,
      (calendar) => `update booking_calendar set duration_minutes = 60 where id in (${calendar})`,
    );
    expect(answer).toBe(say('calendar:undo.newer'));
    expect(await room.says(host, '/schedule show')).toContain('60');
  });

  it('are nobody else’s to take back once the calendar changed hands', async () => {
    const { host } = await aWorld();
    const answer = await undone(
      host,
      (calendar) => `delete from setting_change where calendar_id in (${calendar})`,
    );
    expect(answer).toBe(say('calendar:undo.notYours'));
  });
});

describe('a setting that decides which times are offered', () => {
  it.each(RULES)('$name is set by command and honoured everywhere', async (row) => {
    const world = await aWorld();
    await given(world, row);
    expect(await onApi(world, row.gone)).toBe(true);

    const answer = await room.says(world.host, `/schedule ${row.command}`);
    expect(answer).toContain(row.answer);

    expect(await onApi(world, row.gone)).toBe(false);
    expect(await onApi(world, row.stays)).toBe(true);

    expect(await onPage(world, row.gone)).toBe(false);
    expect(await onPage(world, row.stays)).toBe(true);

    const refused = await book(world, aRequest(row.gone));
    expect(refused).toMatchObject({ status: row.refused.status });
    expect(refused.json).toMatchObject(row.refused.body);
    expect(await room.says(world.host, `/schedule why ${row.why.when}`)).toContain(row.why.says);
    expect((await book(world, aRequest(row.stays))).status).toBe(201);
  });
});
