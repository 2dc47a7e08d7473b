import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { PauseCalendar } from '../../../src/calendars/pause-calendar.service.js';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import { arrive, headingOf, hrefOf, links, type Page, textOf, visit } from './visitor.js';

let app: TestApp;
let calendar: CalendarConfiguration;
let link: string;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  await open();
});
afterAll(() => app.stop());

async function open(settings: Partial<CalendarSettings> = {}): Promise<void> {
  calendar = await aCalendar(app.nest, { settings });
  link = linkPath(calendar);
}

const show = (query = ''): Promise<Page> => visit(app, `${link}${query}`);
const times = (page: Page): readonly string[] =>
  links(page).filter((name) => /^\d\d:\d\d.* to /.test(name));
const chosen = (page: Page): string | undefined =>
  page.document.querySelector('a[aria-current=date]')?.getAttribute('aria-label');
const month = (page: Page): string => page.document.querySelector('#month')!.text;

describe('the booking page', () => {
  it('shows the month of the next free time, and the times of that day', async () => {
    const page = await show();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect([headingOf(page), month(page)]).toEqual(['Intro call', 'February 2027']);
    expect(chosen(page)).toBe('Today, Monday 1 February 2027, 19 times available');
    expect(times(page)[0]).toBe('12:00 to 12:30, Monday 1 February');
    expect(links(page)).not.toContain(expect.stringContaining('Previous month'));
  });

  it('goes on to the month that has times when this one has none left', async () => {
    app.clock.set('2027-01-30T07:00:00Z');
    const page = await show();
    expect(month(page)).toBe('February 2027');
    expect(chosen(page)).toMatch(/^Monday 1 February 2027/);
    expect(links(page)).toContain('Previous month, January 2027');
  });

  it('leads back from a month without times to the next free day', async () => {
    app.clock.set('2027-01-30T07:00:00Z');
    const page = await show('?month=2027-01');
    expect(textOf(page)).toContain('No times in January 2027');
    expect(links(page)).toContain('Next free: Monday 1 February 2027');
  });

  it('shows the day that was asked for, and the next free one when it has no times', async () => {
    const page = await show('?date=2027-02-09');
    expect(chosen(page)).toMatch(/^Tuesday 9 February 2027/);
    expect(times(page)).toHaveLength(31);
    const sunday = await show('?date=2027-02-28');
    expect(textOf(sunday)).toContain('No times on Sunday 28 February');
    expect(links(sunday)).toContain('Next free: Monday 1 March 2027');
    const gone = await show('?date=2026-12-01');
    expect(links(gone)).toContain('Next free: Monday 1 February 2027');
  });

  it('says how far it looked when nothing is free', async () => {
    await open({ weeklyHours: [{ weekdays: [1], start: '09:00', end: '09:15' }] });
    expect(textOf(await show())).toContain('Nothing free in the next 60 days.');
  });

  it('turns pages only where something may be free, however far away it was opened', async () => {
    expect(links(await show('?month=2027-04'))).not.toContain('Next month, May 2027');
    const far = await show('?month=2099-12');
    expect(month(far)).toBe('December 2099');
    expect(links(far)).toContain('Previous month, April 2027');
    expect(links(far)).toContain('Next free: Monday 1 February 2027');
    const past = await show('?month=1999-12');
    expect(links(past)).toContain('Next month, February 2027');
    expect(links(past)).not.toContain('Previous month, November 1999');
  });

  it.each([
    '?month=banana',
    '?month=2027-13',
    '?month=2027-03&month=2027-04',
    '?month=',
    '?date=2027-02-30',
    '?date=9999-12-31',
    '?date=x',
    '?month=9999-12',
    '?month[]=2027-03',
    '?__proto__=x',
  ])('opens as if nothing was asked for when it cannot be read: %s', async (query) => {
    const page = await show(query);
    expect([page.status, month(page)]).toEqual([200, 'February 2027']);
  });

  it('asks the database three times at most', async () => {
    const execute = jest.spyOn(app.nest.get(MikroORM).em.getConnection(), 'execute');
    try {
      for (const query of ['', '?month=2027-03', '?month=2027-01', '?date=2027-02-28']) {
        execute.mockClear();
        expect((await show(query)).status).toBe(200);
        expect(execute.mock.calls.length).toBeLessThanOrEqual(3);
      }
    } finally {
      execute.mockRestore();
    }
  });

  it('is the same for everybody but for its own hold, so that an unchanged one is not sent again', async () => {
    const first = await show();
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const second = await visit(app, link, { headers: { 'if-none-match': etag } });
    expect([second.status, second.html]).toEqual([304, '']);
    await aBooking(app.nest, calendar, '2027-02-02T12:00:00Z');
    const third = await visit(app, link, { headers: { 'if-none-match': etag } });
    expect(third.status).toBe(200);
  });

  it('answers HEAD as it would answer GET, without the page', async () => {
    const page = await visit(app, link, { method: 'HEAD' });
    expect([page.status, page.html]).toEqual([200, '']);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('stays small, compressed and without anything from elsewhere', async () => {
    const plain = await visit(app, link, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const packed = await visit(app, link, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    // Each has a hold of its own.
    const common = ({ html }: Page) => html.replace(/(?<=name="pageHold" value=")[\w-]{43}/, '');
    expect(common(packed)).toBe(common(plain));
    expect(packed.html).not.toBe(plain.html);
    expect(packed.html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

describe('the time zone', () => {
  it('is the host’s until somebody chooses one', async () => {
    const page = await show();
    expect(textOf(page)).toContain('Times in Europe/Berlin');
    expect(page.html).toContain('data-guessed-zone="Europe/Berlin"');
  });

  it.each(['tz', 'timezone'])('is chosen by %s', async (field) => {
    const page = await show(`?${field}=Asia/Tokyo`);
    expect(textOf(page)).toContain('Times in Asia/Tokyo');
    expect(times(page)[0]).toBe('20:00 to 20:30, Monday 1 February');
    expect(page.html).not.toContain('data-guessed-zone');
    expect(hrefOf(page, times(page)[0]!)).toBe(
      `${link}/book?start=2027-02-01T11:00:00Z&tz=Asia/Tokyo`,
    );
  });

  it('is taken in any spelling and under a former name', async () => {
    expect(textOf(await show('?tz=europe/kiev'))).toContain('Times in Europe/Kyiv');
  });

  it('falls back to the host’s when there is no such zone, and says so', async () => {
    const page = await show('?tz=Mars/Olympus%3Cb%3E');
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('<b>');
    expect(textOf(page)).toContain('There is no time zone called “Mars/Olympus<b>”');
    expect(textOf(page)).toContain('Times in Europe/Berlin');
    expect(hrefOf(page, times(page)[0]!)).toContain('tz=Europe/Berlin');
  });

  it('decides on which day a time is', async () => {
    const page = await show('?tz=Pacific/Kiritimati&date=2027-02-03');
    expect(times(page)).toContain('00:00 to 00:30, Wednesday 3 February');
  });

  it('has its own clock', async () => {
    const page = await show('?h=12&date=2027-02-02');
    expect(textOf(page)).toContain('9:00 am');
    expect(hrefOf(page, '9:00 am to 9:30 am, Tuesday 2 February')).toContain('h=12');
  });
});

describe('what a link fills in', () => {
  it('travels through the page into the form, and is not sent by itself', async () => {
    const query =
      '?first_name=Sam&last_name=Rivers&email=sam%40example.com&notes=Hi%20%3Cb%3E&utm_source=letter';
    const page = await show(query);
    const details = await arrive(app, hrefOf(page, times(page)[0]!));
    const value = (name: string): string | undefined =>
      details.document.querySelector(`input[name=${name}]`)?.getAttribute('value');
    expect([value('name'), value('email')]).toEqual(['Sam Rivers', 'sam@example.com']);
    expect(details.document.querySelector('textarea')?.text).toBe('Hi <b>');
    expect(value('utm_source')).toBe('letter');
    const booked = 'select uid from booking where calendar_id = $1';
    expect(await app.database.query(booked, [calendar.id])).toEqual([]);
  });
});

describe('a link', () => {
  it.each(['/nobody/intro-call', '/ada/nothing', '/a/b/c/d', '/ada/%00', `/ada/'or%201=1`])(
    'that leads nowhere says so in a page: %s',
    async (path) => {
      const page = await visit(app, path);
      expect([page.status, headingOf(page)]).toEqual([404, 'There is no page here']);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(page.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    },
  );

  it('is found in any case', async () => {
    expect((await visit(app, link.toUpperCase())).status).toBe(200);
  });

  it('that is a former one leads to the present one, with all that it carries', async () => {
    await app.database.query(
      `update booking_link set slug = 'first-name', is_current = false where calendar_id = $1`,
      [calendar.id],
    );
    await app.database.query(
      `insert into booking_link (calendar_id, host_handle, slug) values ($1, $2, 'second-name')`,
      [calendar.id, calendar.host.handle],
    );
    const former = `/${calendar.host.handle}/first-name`;
    const present = `/${calendar.host.handle}/second-name`;
    for (const rest of ['', '?month=2027-03&name=Sam', '/book?start=2027-02-02T09:00:00Z']) {
      const page = await visit(app, `${former}${rest}`);
      expect([page.status, page.headers.get('location')]).toEqual([308, `${present}${rest}`]);
    }
  });

  it('that is switched off is gone', async () => {
    await app.database.query('update booking_calendar set active = false where id = $1', [
      calendar.id,
    ]);
    const page = await show();
    expect([page.status, headingOf(page)]).toEqual([410, 'This link is switched off']);
  });

  it('that is paused says until when', async () => {
    await app.nest.get(PauseCalendar).pause(calendar, new Date('2027-02-08T08:00:00Z'));
    const page = await show();
    expect([page.status, headingOf(page)]).toEqual([200, 'Bookings are paused']);
    expect(textOf(page)).toContain('Ada takes no bookings until Monday 8 February 2027.');
    app.clock.set('2027-02-08T08:00:00Z');
    expect(headingOf(await show())).toBe('Intro call');
  });
});
