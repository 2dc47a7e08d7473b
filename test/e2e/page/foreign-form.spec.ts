import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { PauseCalendar } from '../../../src/calendars/pause-calendar.service.js';
import { DeleteCalendar } from '../../../src/bookings/delete-calendar.service.js';
import { aCalendar } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { refused } from './refused-form.js';
import { formOf, headingOf, links, type Page, send, visit } from './visitor.js';

const START = '2027-02-02T09:00:00Z';
const SAM = { name: 'Sam Rivers', email: 'sam@example.com' };

let app: TestApp;
let calendar: CalendarConfiguration;
let link: string;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
  link = linkPath(calendar);
});
afterAll(() => app.stop());

const details = (): Promise<Page> => visit(app, `${link}/book?start=${START}`);

describe('A16–A20 a form that no page of ours sends', () => {
  const sent = async (more: readonly (readonly [string, string])[]): Promise<Page> => {
    const { action, fields } = formOf(await details());
    return visit(app, action, { fields: [...Object.entries({ ...fields, ...SAM }), ...more] });
  };

  it('A16 assigns no field that it does not have', async () => {
    const more = { status: 'cancelled', hostId: 'x', isAdmin: 'true', id: 'x', priceCents: '0' };
    expect((await sent(Object.entries(more))).status).toBe(303);
    const rows = await app.database.query(
      'select status, host_id from booking where calendar_id = $1',
      [calendar.id],
    );
    expect(rows).toEqual([{ status: 'confirmed', host_id: calendar.host.id }]);
  });

  it.each([
    ['A17 a key that reaches for prototypes', '__proto__', 'x'],
    ['A17 another such key', 'constructor', 'x'],
    ['A18 a field twice', 'email', 'other@example.com'],
    ['A18 an unknown field twice', 'notes', 'x'],
    ['A19 NUL', 'colour', 'a\0b'],
    ['A11 a second key', 'idempotencyKey', 'x'],
  ])('is malformed: %s', async (_case, name, value) => {
    const page = await refused(app, () => sent([[name, value]]));
    expect([page.status, headingOf(page)]).toEqual([400, 'This address is not complete']);
    expect(links(page)).toContain('Start again');
  });

  it.each([
    ['idempotencyKey', 'x'.repeat(300)],
    ['idempotencyKey', ''],
    ['idempotencyKey', '\u{1f4a9}'],
    ['start', '2027-02-30T09:00:00Z'],
    ['start', '2027-02-02T09:00:00'],
    ['tz', 'Mars/Olympus'],
    ['name', 'Sam\0'],
  ])('is malformed in a value that only a program changes: %s %#', async (name, value) => {
    const { action, fields } = formOf(await details());
    const page = await refused(app, () =>
      visit(app, action, { fields: { ...fields, ...SAM, [name]: value } }),
    );
    expect(page.status).toBe(400);
  });

  it('A18 is malformed as JSON with objects in it, and as nothing at all', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ start: START, ...SAM, email: { $ne: 1 } });
    for (const request of [{ headers, body }, { body: 'x' }, {}]) {
      const answer = await fetch(`${app.url}${link}/bookings`, { method: 'POST', ...request });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  it('A19 keeps as text what reaches for the database or the page', async () => {
    const notes = `'; DROP TABLE booking; -- %00 <script>alert(1)</script>`;
    expect((await send(app, await details(), { ...SAM, notes })).status).toBe(303);
    const [row] = await app.database.query<{ notes: string }>(
      'select notes from booking where calendar_id = $1',
      [calendar.id],
    );
    expect(row?.notes).toBe(notes);
  });

  it('A20 is refused when it is too long', async () => {
    const page = await refused(app, () => sent([['more', 'x'.repeat(100_000)]]));
    expect([page.status, headingOf(page)]).toEqual([413, 'This address is not complete']);
  });

  it('is refused when another site sends it', async () => {
    const { action, fields } = formOf(await details());
    const headers = { 'sec-fetch-site': 'cross-site' };
    const page = await refused(app, () =>
      visit(app, action, { fields: { ...fields, ...SAM }, headers }),
    );
    expect(page.status).toBe(403);
  });

  it('is not found for a link that leads nowhere', async () => {
    const { fields } = formOf(await details());
    const page = await refused(app, () =>
      visit(app, '/nobody/nothing/bookings', { fields: { ...fields, ...SAM } }),
    );
    expect([page.status, headingOf(page)]).toEqual([404, 'There is no page here']);
  });
});

describe('A26 a calendar that closes between the form and its sending', () => {
  const off = () =>
    app.database.query('update booking_calendar set active = false where id = $1', [calendar.id]);
  const pause = () => app.nest.get(PauseCalendar).pause(calendar, null);
  const remove = () =>
    app.nest.get(DeleteCalendar).run({ calendarId: calendar.id, hostId: calendar.host.id });

  it.each([
    [off, 410, 'This link is switched off'],
    [remove, 410, 'This link is switched off'],
    [pause, 409, 'Bookings are paused'],
  ])('books nothing, and the page says why: %p', async (close, status, heading) => {
    const form = await details();
    await close();
    const page = await refused(app, () => send(app, form, SAM));
    expect([page.status, headingOf(page)]).toEqual([status, heading]);
  });
});

describe('A30 a tab that has been open since another version', () => {
  it('is told to start again, with a link to the times', async () => {
    const { action } = formOf(await details());
    const ofOldVersion = { slot: '1767225600', v: '0', customer: 'Sam Rivers' };
    const page = await refused(app, () => visit(app, action, { fields: ofOldVersion }));
    expect([page.status, headingOf(page)]).toEqual([400, 'This address is not complete']);
    expect(links(page)).toContain('Start again');
  });
});
