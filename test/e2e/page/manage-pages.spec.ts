import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookedAnswer } from '../../../src/bookings/booking-answer.js';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { PauseCalendar } from '../../../src/calendars/pause-calendar.service.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { MONDAY_MORNING, startTestApp, type TestApp } from '../app.js';
import { storedRows } from '../stored.js';
import {
  arrive,
  formOf,
  headingOf,
  hrefOf,
  links,
  type Page,
  send,
  textOf,
  visit,
} from './visitor.js';

const START = '2027-02-02T09:00:00Z';
const LATER = '2027-02-02T13:00:00Z';

let app: TestApp;
let calendar: CalendarConfiguration;
let booking: BookedAnswer;
let path: string;
let token: string;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.clock.set(MONDAY_MORNING);
  calendar = await aCalendar(app.nest);
  booking = await aBooking(app.nest, calendar, START);
  path = `/b/${booking.uid}`;
  token = booking.manageToken;
});
afterAll(() => app.stop());

const show = (action = '', more = ''): Promise<Page> =>
  visit(app, `${path}${action}?t=${token}${more}`);

/** The booking's row, with the moment of its latest change. */
const row = (): Promise<readonly unknown[]> =>
  app.database.query(
    `select status, starts_at, sequence, updated_at, cancel_reason from booking where uid = $1`,
    [booking.uid],
  );

const question = (start: string): Promise<Page> => show('/reschedule', `&start=${start}`);

describe('the page of a booking', () => {
  it('B10 is kept out of caches, referrers, indexes and the frames of other sites', async () => {
    for (const action of ['', '/reschedule', '/cancel']) {
      const { status, headers, html } = await show(action, '&embed');
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
      expect(headers.get('etag')).toBeNull();
      expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
    }
  });

  it('shows the time in the zone of the attendee, or in the one that is asked for', async () => {
    expect(textOf(await show())).toContain('10:00 – 10:30');
    const tokyo = textOf(await show('', '&tz=Asia/Tokyo'));
    expect(tokyo).toContain('18:00 – 18:30');
    expect(tokyo).toContain('10:00 – 10:30 for Ada (Europe/Berlin)');
  });

  it('says that no mail will come', async () => {
    expect(textOf(await show())).toContain('No e-mail will be sent. Save this page’s link.');
  });

  it('B8 shows nothing that its address says', async () => {
    const { html } = await show('', '&cancelledBy=Eve&email=eve%40evil.example&name=Eve');
    expect(html).not.toMatch(/eve/i);
  });

  it('offers no change once the meeting has begun, and says when it is over', async () => {
    app.clock.set('2027-02-02T09:10:00Z');
    const begun = await show();
    expect(textOf(begun)).toContain('Booked');
    expect(links(begun)).not.toContain('Cancel meeting');
    app.clock.set('2027-02-02T09:30:00Z');
    const over = await show();
    expect(textOf(over)).toContain('This meeting is over');
    expect(hrefOf(over, 'Book another time')).toBe(linkPath(calendar));
  });

  it('leads from the questions back to itself when nothing can be changed any more', async () => {
    app.clock.set('2027-02-02T09:10:00Z');
    for (const action of ['/reschedule', '/cancel']) {
      const { status, headers } = await show(action);
      expect([status, headers.get('location')]).toEqual([302, `${path}?t=${token}`]);
    }
  });

  it('cannot move the meeting while the calendar is paused', async () => {
    await app.nest.get(PauseCalendar).pause(calendar, null);
    expect(links(await show())).not.toContain('Move to another time');
    expect(headingOf(await show('/reschedule'))).toBe('Bookings are paused');
    expect(links(await show())).toContain('Cancel meeting');
  });
});

describe('B1 a mail scanner, a link preview, a prefetch', () => {
  it.each([
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'Mozilla/5.0 SafeLinks',
  ])('changes nothing, and the token still works: %s', async (agent) => {
    const before = [await storedRows(app.database), await row()];
    const headers = { 'user-agent': agent, 'sec-purpose': 'prefetch', purpose: 'prefetch' };
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      for (const rest of ['', '/reschedule', '/cancel', `/reschedule?start=${LATER}`]) {
        const joint = rest.includes('?') ? '&' : '?';
        const address = `${path}${rest}${joint}t=${token}`;
        const { status } = await visit(app, address, { method, headers });
        expect(status).toBe(method === 'OPTIONS' ? 404 : 200);
      }
      await visit(app, `${linkPath(calendar)}/book?start=${LATER}`, { method, headers });
      await visit(app, `${linkPath(calendar)}/bookings`, { method, headers });
    }
    expect([await storedRows(app.database), await row()]).toEqual(before);
    expect(textOf(await show())).toContain('Booked');
  });
});

describe('B2 a cancel that comes twice', () => {
  it('leads to the same page when the same form is sent again', async () => {
    const page = await show('/cancel');
    const first = await send(app, page, { reason: 'Ill' });
    const rows = [await storedRows(app.database), await row()];
    const second = await send(app, page, { reason: 'Ill' });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect([await storedRows(app.database), await row()]).toEqual(rows);
  });

  it('says that it cannot be changed any more when it comes from another page', async () => {
    const page = await show('/cancel');
    await send(app, page, { reason: 'Ill' });
    const rows = [await storedRows(app.database), await row()];
    const late = await send(app, page, { reason: 'Busy' });
    expect([late.status, headingOf(late)]).toEqual([409, 'This meeting can’t be changed any more']);
    expect(textOf(await arrive(app, hrefOf(late, 'Show the meeting')))).toContain('Cancelled');
    const move = { t: token, start: LATER };
    const moved = await visit(app, `${path}/reschedule`, { fields: move });
    expect(moved.status).toBe(409);
    expect([await storedRows(app.database), await row()]).toEqual(rows);
  });

  it('is refused after the start', async () => {
    const page = await show('/cancel');
    app.clock.set(START);
    expect((await send(app, page)).status).toBe(409);
    expect(await row()).toMatchObject([{ status: 'confirmed', sequence: 0 }]);
  });

  it('asks for a shorter reason when it is too long, with what was typed', async () => {
    const reason = 'x'.repeat(2_001);
    const again = await send(app, await show('/cancel'), { reason });
    expect(again.status).toBe(422);
    expect(formOf(again).fields['reason']).toBe(reason);
    expect(await row()).toMatchObject([{ status: 'confirmed' }]);
  });
});

describe('B3 a move that comes twice', () => {
  it('is done once when the same form is sent again', async () => {
    const page = await question(LATER);
    const first = await send(app, page);
    const rows = [await storedRows(app.database), await row()];
    const second = await send(app, page);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const after = [await storedRows(app.database), await row()] as const;
    expect(after[1]).toEqual(rows[1]);
    expect(after[0]).toMatchObject({ changes: (rows[0] as Record<string, number>)['changes'] });
  });

  it('from a page that shows an older time gets 409 and the present time', async () => {
    const stale = await question('2027-02-03T09:00:00Z');
    await send(app, await question(LATER));
    const rows = await row();
    const page = await send(app, stale);
    expect(page.status).toBe(409);
    expect(textOf(page)).toContain('This meeting was moved since you opened the page.');
    expect(textOf(page)).toContain('Booked for Tuesday 2 February 2027 14:00 – 14:30');
    expect(await row()).toEqual(rows);
  });

  it('to a time that was just taken gets 409 and the nearest others', async () => {
    const page = await question(LATER);
    await aBooking(app.nest, calendar, LATER);
    const again = await send(app, page);
    expect(again.status).toBe(409);
    expect(textOf(again)).toContain('This time was just taken.');
    const nearest = hrefOf(again, 'Tuesday 2 February, 14:30 – 15:00');
    expect((await send(app, await arrive(app, nearest))).status).toBe(303);
    expect(await row()).toMatchObject([{ starts_at: new Date('2027-02-02T13:30:00Z') }]);
  });

  it('to a time that is not offered gets 422, and is not asked about', async () => {
    const fields = { t: token, start: '2027-02-02T09:07:00Z', sequence: '0' };
    const page = await visit(app, `${path}/reschedule`, { fields });
    expect(page.status).toBe(422);
    expect(textOf(page)).toContain('This time can’t be booked.');
    expect(textOf(await question('2027-02-02T09:07:00Z'))).toContain('This time can’t be booked.');
  });

  it.each([{ sequence: '-1' }, { sequence: '1e3' }, { start: 'x' }, { start: '' }])(
    'is malformed in what only a program changes: %p',
    async (wrong) => {
      const fields = { t: token, start: LATER, ...wrong };
      expect((await visit(app, `${path}/reschedule`, { fields })).status).toBe(400);
      expect(await row()).toMatchObject([{ sequence: 0 }]);
    },
  );
});

describe('B4, B5, B7 a token that does not fit', () => {
  const expectBadLink = (page: Page): void => {
    expect([page.status, headingOf(page)]).toEqual([404, 'This link doesn’t work']);
    expect(page.headers.get('cache-control')).toBe('no-store');
  };

  it('B4 of another booking is not found, to read or to act', async () => {
    const other = await aBooking(app.nest, calendar, LATER);
    const t = other.manageToken;
    for (const action of ['', '/reschedule', '/cancel']) {
      expectBadLink(await visit(app, `${path}${action}?t=${t}`));
    }
    expectBadLink(await visit(app, `${path}/cancel`, { fields: { t } }));
    expectBadLink(await visit(app, `${path}/reschedule`, { fields: { t, start: LATER } }));
    expect(await row()).toMatchObject([{ status: 'confirmed', sequence: 0 }]);
  });

  it('B5 that was damaged is not found, in the same words each time', async () => {
    const flipped = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
    const twice = encodeURIComponent(encodeURIComponent(`%${token}`));
    const damaged = [flipped, token.slice(0, -1), `${token}A`, token.toUpperCase(), twice, '%00'];
    const addresses = [
      ...damaged.map((text) => `${path}?t=${text}`),
      ...[path, `${path}?t=`, `${path}?t=${token}&t=${token}`, `${path}?t[]=${token}`],
      ...[`${path}?t=${'x'.repeat(10_000)}`, `/b/%00?t=${token}`, `/b/nobody?t=${token}`],
    ];
    const pages = await Promise.all(addresses.map((address) => visit(app, address)));
    pages.forEach(expectBadLink);
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1);
    expect((await show()).status).toBe(200);
  });

  it('B7 is not found 30 days after the meeting', async () => {
    app.clock.set('2027-03-04T09:29:00Z');
    expect((await show()).status).toBe(200);
    app.clock.set('2027-03-04T09:31:00Z');
    expectBadLink(await show());
  });
});

describe('B9 a form that another site sends', () => {
  it('is refused', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const answers = [
      await visit(app, `${path}/cancel`, { fields: { t: token }, headers }),
      await visit(app, `${path}/reschedule`, { fields: { t: token, start: LATER }, headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(await row()).toMatchObject([{ status: 'confirmed', sequence: 0 }]);
  });
});

describe('B11 a move that overlaps its own old time', () => {
  it('is offered and done', async () => {
    const page = await show('/reschedule', '&date=2027-02-02');
    const name = '10:15 to 10:45, Tuesday 2 February';
    expect((await send(app, await arrive(app, hrefOf(page, name)))).status).toBe(303);
    expect(await row()).toMatchObject([{ starts_at: new Date('2027-02-02T09:15:00Z') }]);
  });
});
