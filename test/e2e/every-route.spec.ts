import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChatPlatforms } from '../../bots/core/chat-platforms.js';
import {
  linkPath,
  type CalendarConfiguration,
} from '../../src/calendars/calendar-configuration.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { aBooking } from '../builders/booking.js';
import { aCalendar } from '../builders/calendar.js';
import { aPerson } from '../builders/host.js';
import { aKey, type GivenKey } from '../builders/key.js';
import { FakePlatform } from '../fakes/fake-platform.js';
import { type AppRoute, startTestApp, type TestApp } from './app.js';
import type { Answer } from './ask.js';
import { contentOf } from './stored.js';

/** Open to everybody, each for a reason. Every other route belongs to somebody. */
const OPEN: Readonly<Record<string, string>> = {
  '/': 'the way to the only host, or nothing',
  '/:host': 'the links that a host shares',
  '/:host/:slug': 'the booking page',
  '/:host/:slug/book': 'the form of the booking page',
  '/:host/:slug/book/hold': 'whoever fills in the form shows the secret of the held time',
  '/:host/:slug/bookings': 'booking needs no account',
  '/api/docs': 'the page about the API',
  '/api/openapi.json': 'the document of the API',
  '/api/v1/calendars/:host/:slug': 'the facts of the booking page, for programs',
  '/api/v1/calendars/:host/:slug/bookings': 'booking needs no account',
  '/api/v1/calendars/:host/:slug/reservations': 'a time is held before there is a booking',
  '/api/v1/calendars/:host/:slug/slots': 'free times, for programs',
  '/assets/:file': 'style and script of the pages',
  '/b/find': 'mails links to an address, and says the same to everybody',
  '/b/reminders-off': 'ends reminders for whoever got one with its token',
  '/embed.js': 'the script of pages that embed the booking page',
  '/favicon.ico': 'the icon',
  '/health/live': 'for whoever watches the process',
  '/health/ready': 'for whoever watches the process',
  '/privacy': 'what is kept of whom',
  '/problems': 'all kinds of problems that the API names',
  '/problems/:name': 'what the type of a problem leads to',
  '/robots.txt': 'for robots',
  '/.well-known/security.txt': 'whom to tell about a weakness',
};

let app: TestApp;
let calendar: CalendarConfiguration;
let ada: GivenKey;
let eve: GivenKey;
let manageToken: string;
let otherToken: string;
/** What stands for each parameter of a path: things of Ada. */
let things: Readonly<Record<string, string>>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document is read as it comes
let paths: any;
beforeAll(async () => {
  app = await startTestApp({ environment: { CONTACT_EMAIL: 'desk@example.com' } });
  app.nest.get(ChatPlatforms).register(new FakePlatform('console'));
  const creator = await aPerson(app.nest);
  calendar = await aCalendar(app.nest, { creator });
  ada = await aKey(app.nest, { person: creator });
  const stranger = await aPerson(app.nest, 'Eve');
  const evesCalendar = await aCalendar(app.nest, { creator: stranger });
  eve = await aKey(app.nest, { person: stranger });
  const booking = await aBooking(app.nest, calendar, '2027-02-04T09:00:00Z');
  manageToken = booking.manageToken;
  otherToken = (await aBooking(app.nest, evesCalendar, '2027-02-04T09:00:00Z')).manageToken;
  const own = `/api/v1/me/calendars/${calendar.id}`;
  const made = async (path: string, body: object): Promise<string> =>
    (await app.ask({ path, token: ada.key, body })).json.id;
  const span = { start: '2027-02-05T08:00:00Z', end: '2027-02-05T09:00:00Z' };
  const [block, alert] = [
    await made('/api/v1/me/blocks', span),
    await made(`${own}/alerts`, { channel: '#sales' }),
  ];
  const closed = { method: 'PUT', path: `${own}/overrides/2027-02-08`, body: { intervals: [] } };
  await app.ask({ ...closed, token: ada.key });
  things = {
    ...{ host: calendar.host.handle, slug: calendar.slug, calendar: calendar.id, key: ada.id },
    ...{ uid: booking.uid, date: '2027-02-08', file: 'page.css', block, alert, name: 'fault' },
  };
  paths = (await app.ask({ path: '/api/openapi.json' })).json.paths;
  await app.nest.get(Jobs).settle(10_000);
});
afterAll(() => app.stop());

/** The address of a route, with Ada's things in it. */
function addressOf({ path }: AppRoute): string {
  return path.replace(/:(\w+)/g, (_all, name: string) => {
    const thing = things[name];
    if (thing === undefined) throw new Error(`Say here what stands for :${name} of ${path}.`);
    return thing;
  });
}

/** What a form of the manage page may send; a field that it does not have is left alone. */
const FORM = { start: '2027-02-04T11:00:00Z', sequence: '0' };

/** The example of the document, so that nothing is refused for its body. */
function bodyOf({ method, path }: AppRoute, inLink = ''): unknown {
  if (path.startsWith('/b/')) return method === 'POST' ? { ...FORM, t: inLink } : undefined;
  const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  return operation?.requestBody?.content['application/json'].example;
}

interface Shown {
  readonly bearer?: string;
  readonly inLink?: string;
}

function request(route: AppRoute, { bearer, inLink }: Shown): Promise<Answer> {
  const address = addressOf(route);
  const path = inLink === undefined ? address : `${address}?t=${inLink}`;
  const body = bodyOf(route, inLink);
  const shown = bearer === undefined ? {} : { token: bearer };
  return app.ask({ method: route.method, path, ...shown, ...(body ? { body } : {}) });
}

const isOpen = ({ path }: AppRoute): boolean => path in OPEN;
const isOf = ({ path }: AppRoute): boolean => /:(?!host|slug)/.test(path);
const nameOf = ({ method, path }: AppRoute): string => `${method} ${path}`;

/** Method and route of every answer that is neither 401 nor 404. */
async function letThrough(routes: readonly AppRoute[], shown: Shown): Promise<readonly string[]> {
  const found: string[] = [];
  for (const route of routes) {
    const { status } = await request(route, shown);
    if (status !== 401 && status !== 404) found.push(`${nameOf(route)} → ${status}`);
  }
  return found;
}

describe('every route that is not open', () => {
  const closed = () => app.routes.filter((route) => !isOpen(route));

  it('is there to be looked at, and every open one exists', () => {
    expect(closed().length).toBeGreaterThan(30);
    const known = new Set(app.routes.map(({ path }) => path));
    expect(Object.keys(OPEN).filter((path) => !known.has(path))).toEqual([]);
  });

  it('is closed to somebody who shows nothing', async () => {
    expect(await letThrough(closed(), {})).toEqual([]);
  });

  it('is closed to another booking’s token', async () => {
    expect(await letThrough(closed(), { bearer: otherToken })).toEqual([]);
    expect(await letThrough(closed(), { inLink: otherToken })).toEqual([]);
  });

  it('C1 has nothing for another host’s key where it names something of a host', async () => {
    const named = closed().filter(isOf);
    expect(await letThrough(named, { bearer: eve.key })).toEqual([]);
  });

  it('C1 shows another host’s key nothing of a host where it names nothing', async () => {
    const own = Object.values(things).filter((thing) => thing.length > 15);
    for (const route of closed().filter((one) => !isOf(one))) {
      const { status, text } = await request(route, { bearer: eve.key });
      expect({ route: nameOf(route), status }).toMatchObject({ status: expect.any(Number) });
      for (const thing of own)
        expect({ route, text }).not.toMatchObject({ text: expect.stringContaining(thing) });
    }
  });

  it('C2 believes nobody who only says who they are', async () => {
    const unsigned = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.';
    expect(await letThrough(closed(), { bearer: unsigned })).toEqual([]);
    const said = {
      'x-host-id': ada.hostId,
      'x-user-id': ada.person.id,
      cookie: `host=${ada.hostId}`,
    };
    const query = `?hostId=${ada.hostId}&role=admin`;
    for (const path of ['/api/v1/bookings', '/api/v1/me/calendars']) {
      expect((await app.ask({ path, headers: said })).status).toBe(401);
      const asEve = await app.ask({ path: `${path}${query}`, headers: said, token: eve.key });
      expect(asEve.text).not.toContain(calendar.id);
      expect(asEve.text).not.toContain(things['uid']);
    }
    const body = { title: 'Mine', hostId: ada.hostId };
    const path = '/api/v1/me/calendars';
    expect((await app.ask({ path, token: eve.key, body })).status).toBe(400);
  });

  it('C10 is as closed however its address is written', async () => {
    for (const path of ['/api/v1/me/calendars', `/api/v1/bookings/${things['uid']}`]) {
      const spellings = [
        ...[`/${path}`, `${path}/`, `${path};x`, path.toUpperCase(), path.replace('/me', '//me')],
        ...[path.replace('/v1', '%2fv1'), `${path}%2f`, `${path}/.`, `/x/..${path}`, `${path}?`],
      ];
      for (const spelling of spellings) {
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
          const { status } = await app.ask({ method, path: spelling });
          expect([400, 401, 404]).toContain(status);
        }
      }
    }
  });
});

describe('what only reads', () => {
  it('changes no row, whoever asks', async () => {
    const before = await contentOf(app.database);
    const reading = app.routes.filter(({ method }) => method === 'GET' || method === 'HEAD');
    const askers: readonly Shown[] = [
      ...[{}, { bearer: ada.key }, { bearer: eve.key }, { bearer: manageToken }],
      ...[{ inLink: manageToken }, { bearer: otherToken }],
    ];
    for (const route of reading) {
      for (const asker of askers) expect((await request(route, asker)).status).toBeLessThan(500);
    }
    const month = `${linkPath(calendar)}?month=2027-03&tz=Asia/Tokyo`;
    expect((await app.ask({ path: month })).status).toBe(200);
    expect(await contentOf(app.database)).toEqual(before);
  });
});
