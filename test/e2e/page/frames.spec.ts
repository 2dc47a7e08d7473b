import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { MailOut } from '../../../src/notifications/mail/delivery/mail-out.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { arrive, formOf, type Page, send, textOf, visit } from './visitor.js';

const START = '2027-02-02T09:00:00Z';
const SAM = { name: 'Sam Rivers', email: 'sam@example.com' };
const SITE = 'https://ada.example';

let app: TestApp;
let calendar: CalendarConfiguration;
let link: string;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => begin());
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => app.stop());

async function begin(settings: Parameters<typeof aCalendar>[1] = {}): Promise<void> {
  calendar = await aCalendar(app.nest, settings);
  link = linkPath(calendar);
}

const framedBy = ({ headers }: Page): string =>
  /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';

const form = (more = '&embed'): Promise<Page> => visit(app, `${link}/book?start=${START}${more}`);

describe('the way to a booking', () => {
  it('may be framed by any site when it is asked for in a frame, from its start to its end', async () => {
    const month = await visit(app, `${link}?embed=${SITE}`);
    const chosen = await arrive(app, formOf(month).action, {
      fields: { ...formOf(month).fields, start: START },
    });
    const refused = await send(app, chosen, { ...SAM, email: 'nobody' });
    expect([chosen.address, refused.status]).toEqual([expect.stringContaining(SITE), 422]);
    const sent = await send(app, refused, SAM);
    const where = sent.headers.get('location')!;
    expect(where).toMatch(/^\/b\/[0-9a-z]{20}\/done\?/);
    const done = await visit(app, where);
    expect([month, chosen, refused, done].map(framedBy)).toEqual(Array(4).fill('http: https:'));
    expect(done.document.querySelectorAll('form, button')).toEqual([]);
    for (const page of [month, chosen, refused, done]) {
      expect(page.document.querySelector('html')?.getAttribute('data-embed')).toBe(SITE);
    }
  });

  it('may be framed by nobody when it is not, and is the same without frames', async () => {
    const month = await visit(app, link);
    const done = await send(app, await form(''), SAM);
    expect([framedBy(month), framedBy(await form('')), done.headers.get('location')]).toEqual([
      `'none'`,
      `'none'`,
      expect.stringMatching(/^\/b\/[0-9a-z]{20}\?t=/),
    ]);
  });

  it('B10 may be framed only by the sites that its host names', async () => {
    const embedSites = [SITE, 'https://*.ada.example'];
    await begin({ settings: { embedSites } });
    await aBooking(app.nest, calendar, '2027-02-02T10:00:00Z');
    const taken = `${link}/book?start=2027-02-02T10:00:00Z&embed`;
    for (const address of [`${link}?embed`, `${link}/book?start=${START}&embed=x`, taken]) {
      expect(framedBy(await visit(app, address))).toBe(embedSites.join(' '));
    }
    const sent = await send(app, await form(), SAM);
    expect(framedBy(await visit(app, sent.headers.get('location')!))).toBe(embedSites.join(' '));
  });

  it('may be framed where it says why it is closed or cannot be shown', async () => {
    const unread = await visit(app, `${link}/book?start=soon&embed=${SITE}`);
    await app.database.query('update booking_calendar set paused_at = now() where id = $1', [
      calendar.id,
    ]);
    const paused = await visit(app, `${link}?embed`);
    const unknown = await visit(app, `/${calendar.host.handle}/nothing?embed`);
    for (const page of [paused, unknown, unread]) expect(framedBy(page)).toBe('http: https:');
    expect(unread.html).toContain(`href="${link}?embed=${SITE}"`);
  });

  it('ends in a frame where the host’s own page might not be shown, and leads there', async () => {
    jest.replaceProperty(app.nest.get(MailOut), 'isSending', true);
    const url = 'https://example.com/thanks';
    await begin({ settings: { afterBooking: { kind: 'redirect', url } } });
    const done = await arrive(app, ...(await submitted()));
    expect(textOf(done)).toContain(`Then go on to ${url}`);
    const onward = done.document.querySelector('.after a');
    expect([onward?.getAttribute('href'), onward?.getAttribute('target')]).toEqual([url, '_blank']);
  });

  async function submitted(): Promise<[string, { fields: Record<string, string> }]> {
    const { action, fields } = formOf(await form());
    return [action, { fields: { ...fields, ...SAM } }];
  }
});

describe('B10 every other page', () => {
  it('may be framed by nobody, whatever is asked for', async () => {
    const { uid, manageToken } = await aBooking(app.nest, calendar, START);
    const own = `t=${manageToken}&embed`;
    const pages = [
      ...[`/b/${uid}?${own}`, `/b/${uid}/cancel?${own}`, `/b/${uid}/reschedule?${own}`],
      ...['/?embed', `/${calendar.host.handle}?embed`, '/b/find?embed', '/privacy?embed'],
      ...['/api/docs?embed', '/b/x?embed', '/no/such/page?embed', `/b/${uid}?embed`],
    ];
    for (const address of pages) {
      expect({ address, by: framedBy(await visit(app, address)) }).toEqual({
        address,
        by: `'none'`,
      });
    }
  });

  it('is where the facts of a booking lead without a frame, and nowhere without its token', async () => {
    const { uid, manageToken } = await aBooking(app.nest, calendar, START);
    const done = await visit(app, `/b/${uid}/done?t=${manageToken}`);
    expect([done.status, done.headers.get('location')]).toEqual([
      302,
      `/b/${uid}?t=${manageToken}`,
    ]);
    expect((await visit(app, `/b/${uid}/done?embed`)).status).toBe(404);
  });
});

describe('the script for other sites', () => {
  it('is kept for an hour, and asked for again only by name', async () => {
    const first = await app.ask({ path: '/embed.js' });
    expect([first.status, Object.fromEntries(first.headers)]).toMatchObject([
      200,
      {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=3600',
        'cross-origin-resource-policy': 'cross-origin',
      },
    ]);
    const headers = { 'if-none-match': first.headers.get('etag')! };
    const again = await app.ask({ path: '/embed.js', headers });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
