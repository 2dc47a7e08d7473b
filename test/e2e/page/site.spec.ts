import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { PauseCalendar } from '../../../src/calendars/pause-calendar.service.js';
import { PROBLEM_STATUS } from '../../../src/shared/problem.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { startTestApp, type TestApp } from '../app.js';
import { formOf, headingOf, hrefOf, links, send, textOf, visit } from './visitor.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    environment: { OPERATOR_NAME: 'Example Ltd', CONTACT_EMAIL: 'desk@example.com' },
  });
});
afterAll(() => app.stop());

describe('the address without a path', () => {
  let calendar: CalendarConfiguration;

  it('has nothing while nobody hosts', async () => {
    const page = await visit(app, '/');
    expect([page.status, headingOf(page)]).toEqual([200, 'Nothing here yet.']);
  });

  it('leads to the only host, and on to their only link', async () => {
    const creator = await aPerson(app.nest, 'Grace');
    calendar = await aCalendar(app.nest, { creator });
    const { handle } = calendar.host;
    const home = await visit(app, '/?tz=Asia/Tokyo');
    expect([home.status, home.headers.get('location')]).toEqual([302, `/${handle}?tz=Asia/Tokyo`]);
    const host = await visit(app, `/${handle}?tz=Asia/Tokyo`);
    expect([host.status, host.headers.get('location')]).toEqual([
      302,
      `${linkPath(calendar)}?tz=Asia/Tokyo`,
    ]);
    await aCalendar(app.nest, { creator, settings: { title: 'Deep dive', durationMinutes: 90 } });
    const both = await visit(app, `/${handle.toUpperCase()}`);
    expect(both.status).toBe(200);
    expect(links(both)).toEqual(['Intro call30 minutes', 'Deep dive1 hour 30 minutes', 'Privacy']);
    await app.database.query('update booking_calendar set active = false');
    const none = await visit(app, `/${handle}`);
    expect([none.status, textOf(none)]).toEqual([
      200,
      expect.stringContaining('Nothing can be booked at the moment.'),
    ]);
    await app.database.query('update booking_calendar set active = true');
  });

  it('tells nobody who hosts when there are several', async () => {
    await aCalendar(app.nest, { creator: await aPerson(app.nest, 'Kim') });
    const page = await visit(app, '/');
    expect([page.status, headingOf(page)]).toEqual([200, 'Nothing here yet.']);
  });

  it('may end in a slash, as people write addresses', async () => {
    const path = linkPath(await aCalendar(app.nest));
    expect((await visit(app, `${path}/`)).status).toBe(200);
  });

  it.each(['/nobody', '/%00', '/api', '/b', '/assets', '/favicon.png', `/'or%201=1`])(
    'is followed by nothing else: %s',
    async (path) => expect((await visit(app, path)).status).toBe(404),
  );
});

describe('the files of the pages', () => {
  it('are named after what is in them, and kept for ever', async () => {
    const page = await visit(app, '/privacy');
    const style = page.document.querySelector('link[rel=stylesheet]')!.getAttribute('href')!;
    const script = page.document.querySelector('script')!.getAttribute('src')!;
    expect([style, script]).toEqual([
      expect.stringMatching(/^\/assets\/page\.[0-9a-f]{10}\.css$/),
      expect.stringMatching(/^\/assets\/page\.[0-9a-f]{10}\.js$/),
    ]);
    for (const [path, type] of [
      [style, 'text/css; charset=utf-8'],
      [script, 'text/javascript; charset=utf-8'],
    ] as const) {
      const plain = await visit(app, path, { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers.get('content-type')).toBe(type);
      expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      for (const encoding of ['br', 'gzip']) {
        const packed = await visit(app, path, { headers: { 'accept-encoding': encoding } });
        expect(packed.headers.get('content-encoding')).toBe(encoding);
        expect(packed.html).toBe(plain.html);
        expect(Number(packed.headers.get('content-length'))).toBeLessThan(6_000);
      }
    }
  });

  it('include colours of one’s own and an icon, and nothing else', async () => {
    const accent = await visit(app, '/assets/accent-c2255c.css');
    expect([accent.status, accent.html]).toEqual([
      200,
      expect.stringContaining('--accent:#c2255c'),
    ]);
    const icon = await visit(app, '/favicon.ico');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    for (const file of ['page.css', 'page.0000000000.css', '..%2fassets.ts', 'accent-xyz.css']) {
      expect((await visit(app, `/assets/${file}`)).status).toBe(404);
    }
  });
});

describe('the pages about the server', () => {
  it('say who runs it and whom to ask', async () => {
    const page = await visit(app, '/privacy');
    expect(textOf(page)).toContain('This server is run by Example Ltd.');
    expect(textOf(page)).toMatch(/What for, and how long.*\/book export.*\/book forget/s);
    expect(hrefOf(page, 'desk@example.com')).toBe('mailto:desk@example.com');
  });

  it('keep robots away from bookings', async () => {
    const { headers, html } = await visit(app, '/robots.txt');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(html).toContain('Disallow: /b/\n');
  });

  it('say where to report a weakness, for half a year to come', async () => {
    const { html } = await visit(app, '/.well-known/security.txt');
    expect(html.split('\n')).toEqual([
      ...['Contact: mailto:desk@example.com', 'Expires: 2027-07-31T00:00:00.000Z'],
      ...['Preferred-Languages: en'],
      ...['Canonical: https://book.example.com/.well-known/security.txt', ''],
    ]);
  });
});

describe('what goes wrong', () => {
  it('is told to people in a page and to programs in JSON', async () => {
    for (const path of ['/api', '/api/x', '/api/v1/nothing', '/health/x', '/api/v1/x/y/z']) {
      const { status, headers } = await visit(app, path);
      expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    }
    for (const path of ['/x', '/x/y', '/x/y/z/a', '/b/x/y/z']) {
      const { status, headers } = await visit(app, path);
      expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    }
  });

  it('is told for every way of asking', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      expect((await visit(app, '/privacy', { method })).status).toBe(404);
    }
  });

  describe('with the database', () => {
    afterEach(() => {
      jest.restoreAllMocks();
    });

    const cutOff = (): void => {
      const lost = Object.assign(new Error('Connection terminated unexpectedly'), {
        code: '57P01',
      });
      const connection = app.nest.get(MikroORM).em.getConnection();
      jest.spyOn(connection, 'execute').mockRejectedValue(lost);
    };

    it('is said in a sentence, with the time to come back, and nothing was changed', async () => {
      const calendar = await aCalendar(app.nest, { creator: await aPerson(app.nest, 'Lin') });
      const form = await visit(app, `${linkPath(calendar)}/book?start=2027-02-03T09:00:00Z`);
      const booking = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
      const manage = `/b/${booking.uid}?t=${booking.manageToken}`;
      cutOff();
      const sent = await send(app, form, { name: 'Sam', email: 'sam@example.com' });
      expect([sent.status, headingOf(sent)]).toEqual([503, 'I couldn’t save that']);
      expect(textOf(sent)).toContain('Nothing was changed. Go back and try again in a minute.');
      expect(sent.headers.get('retry-after')).toBe('5');
      for (const path of [linkPath(calendar), manage, '/']) {
        const read = await visit(app, path);
        expect([read.status, headingOf(read)]).toEqual([503, 'This page can’t be shown right now']);
        expect(links(read)).toContain('Try again');
        expect(read.headers.get('retry-after')).toBe('5');
      }
      jest.restoreAllMocks();
      const { fields, action } = formOf(form);
      const again = await visit(app, action, {
        fields: { ...fields, name: 'Sam', email: 'sam@example.com' },
      });
      expect(again.status).toBe(303);
    });

    it('is our own fault when it is anything else, and shows nothing of it', async () => {
      const connection = app.nest.get(MikroORM).em.getConnection();
      jest.spyOn(connection, 'execute').mockRejectedValue(new Error('syntax error at secret'));
      const page = await visit(app, '/');
      expect([page.status, headingOf(page)]).toEqual([500, 'Something went wrong here']);
      expect(page.html).not.toContain('secret');
    });
  });

  it('is said of a paused calendar on the page of its only host too', async () => {
    const calendar = await aCalendar(app.nest, { creator: await aPerson(app.nest, 'Mo') });
    await app.nest.get(PauseCalendar).pause(calendar, null);
    const page = await visit(app, linkPath(calendar));
    expect(textOf(page)).toContain('Mo takes no bookings for now.');
  });
});

describe('the type of a problem', () => {
  it('leads to a page that says what it means and what to do, for each of them', async () => {
    const all = await visit(app, '/problems');
    for (const [name, status] of Object.entries(PROBLEM_STATUS)) {
      const page = await visit(app, `/problems/${name}`);
      expect({ name, status: page.status, lang: page.headers.get('content-type') }).toEqual({
        ...{ name, status: 200, lang: 'text/html; charset=utf-8' },
      });
      expect(textOf(page)).toMatch(
        new RegExp(`${name} · Status: ${status} .+ What it means .+\\. What to do .+\\.`),
      );
      expect(all.html).toContain(`href="/problems/${name}"`);
    }
  });

  it('is where a refusal of the API points', async () => {
    const { json } = await app.ask({ path: '/api/v1/bookings' });
    const { pathname } = new URL(json.type);
    expect(headingOf(await visit(app, pathname))).toBe(json.title);
  });

  it.each(['nothing', 'constructor', '__proto__', 'Fault'])('is not %s', async (name) => {
    const page = await visit(app, `/problems/${name}`);
    expect([page.status, headingOf(page)]).toEqual([404, 'There is no such kind of problem']);
    expect(links(page)).toContain('All kinds of problems');
  });
});
