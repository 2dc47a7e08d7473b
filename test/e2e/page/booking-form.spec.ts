import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { PauseCalendar } from '../../../src/calendars/pause-calendar.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import { storedRows } from '../stored.js';
import { refused } from './refused-form.js';
import { formOf, headingOf, links, type Page, send, textOf, visit } from './visitor.js';

const START = '2027-02-02T09:00:00Z';
const SAM = { name: 'Sam Rivers', email: 'sam@example.com' };

let app: TestApp;
let calendar: CalendarConfiguration;
let link: string;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  calendar = await aCalendar(app.nest);
  link = linkPath(calendar);
});
afterAll(() => app.stop());

const details = (start = START, more = ''): Promise<Page> =>
  visit(app, `${link}/book?start=${start}${more}`);

const choices = ({ document }: Page): readonly string[] =>
  document
    .querySelectorAll('input[type=radio][name=start]')
    .map((radio) => radio.getAttribute('value')!);

const problems = ({ document }: Page): readonly string[] =>
  document.querySelectorAll('.problems li a').map((line) => line.text);

describe('the form', () => {
  it('names the time in the zone of the reader', async () => {
    const page = await details(START, '&tz=Asia/Tokyo&h=12');
    expect([page.status, headingOf(page)]).toEqual([200, 'Intro call']);
    expect(textOf(page)).toContain('Tuesday 2 February 2027');
    expect(textOf(page)).toContain('6:00 pm – 6:30 pm');
    expect(textOf(page)).toContain('Asia/Tokyo (UTC+9)');
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('books for the zone and the clock it was shown in, and remembers where the visit came from', async () => {
    const page = await details(
      START,
      '&tz=Asia/Tokyo&h=12&lang=ja&utm_source=letter&utm_evil=1&utm_term=%E2%80%AE',
    );
    const { status, headers } = await send(app, page, { ...SAM, notes: 'Two\r\nlines' });
    expect(status).toBe(303);
    expect(headers.get('location')).toMatch(/^\/b\/[0-9a-z]{20}\?h=12&lang=ja&t=[\w-]{43}$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
    const [row] = await app.database.query(
      `select attendee_name, attendee_time_zone, attendee_locale, notes, utm, source from booking
        where calendar_id = $1`,
      [calendar.id],
    );
    expect(row).toEqual({
      ...{ attendee_name: 'Sam Rivers', attendee_time_zone: 'Asia/Tokyo', attendee_locale: 'ja' },
      ...{ notes: 'Two\nlines', source: 'web', utm: { source: 'letter' } },
    });
  });

  it('says so when its time is not on offer, and offers the nearest ones', async () => {
    const page = await refused(app, () => details('2027-02-02T09:07:00Z'));
    expect(textOf(page)).toContain('This time can’t be booked.');
    expect(choices(page)).toEqual([
      '2027-02-02T08:45:00Z',
      '2027-02-02T09:00:00Z',
      '2027-02-02T09:15:00Z',
    ]);
    await aBooking(app.nest, calendar, START);
    expect(textOf(await details())).toContain('This time was just taken.');
  });

  it.each([
    '',
    'start=',
    'start=banana',
    'start=2027-02-30T09:00:00Z',
    'start=9999-12-31T23:59:59-23:59',
    `start=${START}&start=x`,
  ])('cannot be opened without a time: %s', async (query) => {
    const page = await refused(app, () => visit(app, `${link}/book?${query}`));
    expect([page.status, headingOf(page)]).toEqual([400, 'This address is not complete']);
    expect(links(page)).toContain('Start again');
  });

  it('begins anew when its address is opened by itself', async () => {
    const { status, headers } = await visit(app, `${link}/bookings`);
    expect([status, headers.get('location')]).toEqual([302, link]);
  });

  it('is closed with its calendar', async () => {
    await app.nest.get(PauseCalendar).pause(calendar, null);
    expect(headingOf(await details())).toBe('Bookings are paused');
  });
});

describe('A8 a time that was free on the screen and is taken at submit', () => {
  it('gets 409, the same form with what was typed, and the three nearest times', async () => {
    const page = await details();
    await aBooking(app.nest, calendar, START);
    const typed = { ...SAM, notes: 'Compilers & <b>bugs</b>' };
    const again = await refused(app, () => send(app, page, typed));
    expect(again.status).toBe(409);
    expect(textOf(again)).toContain('This time was just taken.');
    expect(formOf(again).fields).toMatchObject({ name: 'Sam Rivers', email: 'sam@example.com' });
    expect(again.document.querySelector('textarea')?.text).toBe(typed.notes);
    expect(choices(again)).toEqual([
      '2027-02-02T08:15:00Z',
      '2027-02-02T08:30:00Z',
      '2027-02-02T09:30:00Z',
    ]);
    const [, , third] = choices(again);
    const booked = await send(app, again, { start: third!, notes: typed.notes });
    expect(booked.status).toBe(303);
  });

  it('gets 422 when it is not offered any more', async () => {
    const page = await details('2027-02-01T11:00:00Z');
    app.clock.set('2027-02-01T09:00:00Z');
    const again = await refused(app, () => send(app, page, SAM));
    expect(again.status).toBe(422);
    expect(textOf(again)).toContain('This time can’t be booked.');
    expect(choices(again)).toHaveLength(3);
  });

  it('gets the state of a calendar that was closed meanwhile', async () => {
    const page = await details();
    await app.nest.get(PauseCalendar).pause(calendar, null);
    const paused = await refused(app, () => send(app, page, SAM));
    expect([paused.status, headingOf(paused)]).toEqual([409, 'Bookings are paused']);
    await app.database.query('update booking_calendar set active = false where id = $1', [
      calendar.id,
    ]);
    const off = await refused(app, () => send(app, page, SAM));
    expect([off.status, headingOf(off)]).toEqual([410, 'This link is switched off']);
  });
});

describe('A9 the same form twice', () => {
  it('is one booking and leads to the same page: back button, reload', async () => {
    const page = await details();
    const first = await send(app, page, SAM);
    const rows = await storedRows(app.database);
    const second = await send(app, page, SAM);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await storedRows(app.database)).toEqual(rows);
  });

  it('is one booking when both come at once: double click', async () => {
    const page = await details();
    const before = await storedRows(app.database);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(app, page, SAM)));
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    const after = await storedRows(app.database);
    expect(after['bookings']).toBe(before['bookings']! + 1);
  });

  it('with other details is no silent second booking: the form says so and gets a new key', async () => {
    const page = await details();
    await send(app, page, SAM);
    const other = { ...SAM, name: 'Sam R.', start: '2027-02-03T09:00:00Z' };
    const again = await refused(app, () => send(app, page, other));
    expect(again.status).toBe(422);
    expect(problems(again)).toEqual([expect.stringContaining('This form was sent before')]);
    expect(formOf(again).fields['idempotencyKey']).not.toBe(formOf(page).fields['idempotencyKey']);
    expect((await send(app, again)).status).toBe(303);
  });

  it('has another key each time it is opened', async () => {
    const [one, two] = [await details(), await details()];
    expect(formOf(one).fields['idempotencyKey']).not.toBe(formOf(two).fields['idempotencyKey']);
  });
});

describe('A21, A22 a form that was not filled in well', () => {
  const zalgo = `Sam${'\u0301'.repeat(5_000)}`;

  it.each([
    [{ name: '', email: '' }, ['Enter your name.', 'Enter your e-mail address.']],
    [{ name: '   ' }, ['Enter your name.']],
    [{ name: '\u200b\u2060' }, ['Enter your name.']],
    [{ name: 'x'.repeat(101) }, ['Enter a name of at most 100 characters.']],
    [{ email: 'a@b' }, ['Enter one e-mail address, like name@example.com.']],
    [{ email: 'a,b@c.de' }, ['Enter one e-mail address, like name@example.com.']],
    [{ email: 'a@b.de\r\nBcc: v@x.de' }, ['Enter one e-mail address, like name@example.com.']],
    [{ notes: 'x'.repeat(2_001) }, ['Shorten the notes to at most 2000 characters.']],
  ])('gets 422, a summary and what was typed: %#', async (wrong, sentences) => {
    const page = await details();
    const again = await refused(app, () => send(app, page, { ...SAM, ...wrong }));
    expect(again.status).toBe(422);
    expect(problems(again)).toEqual(sentences);
    const field = Object.keys(wrong)[0]!;
    const control = again.document.querySelector(`[id=${field}]`)!;
    expect(control.getAttribute('aria-invalid')).toBe('true');
    expect(formOf(again).fields['idempotencyKey']).toBe(formOf(page).fields['idempotencyKey']);
    expect((await send(app, again, { ...SAM, notes: '' })).status).toBe(303);
  });

  it('takes a name as it can be shown, and an address of any country', async () => {
    const page = await details();
    const booked = await send(app, page, { name: zalgo, email: 'Sam+x@Bücher.example' });
    expect(booked.status).toBe(303);
    const [row] = await app.database.query<{ attendee_name: string; attendee_email: string }>(
      'select attendee_name, attendee_email from booking where calendar_id = $1',
      [calendar.id],
    );
    expect(row!.attendee_name.length).toBeLessThan(20);
    expect(row!.attendee_email).toBe('Sam+x@xn--bcher-kva.example');
  });
});
