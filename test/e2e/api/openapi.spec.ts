import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { PROBLEM_STATUS } from '../../../src/shared/problem.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { aKey, type GivenKey } from '../../builders/key.js';
import { type AppRoute, startTestApp, type TestApp } from '../app.js';
import { links, visit } from '../page/visitor.js';

let app: TestApp;
let calendar: CalendarConfiguration;
let ada: GivenKey;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a document is read as it comes
let document: any;
beforeAll(async () => {
  app = await startTestApp();
  const creator = await aPerson(app.nest);
  calendar = await aCalendar(app.nest, { creator });
  ada = await aKey(app.nest, { person: creator });
  document = (await app.ask({ path: '/api/openapi.json' })).json;
});
afterAll(() => app.stop());

const inDocument = ({ method, path }: AppRoute): string =>
  `${method} ${path.replace(/\/$/, '').replace(/:(\w+)/g, '{$1}')}`;

describe('the document of the API', () => {
  it('is OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(document);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every route of the router and no other', () => {
    const registered = app.routes
      .filter(({ method, path }) => method !== 'HEAD' && path.startsWith('/api/v1'))
      .map(inDocument);
    const documented = Object.entries<object>(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    // A route that is missing here wants an entry in src/openapi/*-operations.ts.
    expect(documented.toSorted()).toEqual([...new Set(registered)].toSorted());
  });

  it('names every kind of problem', () => {
    const text = JSON.stringify(document);
    const missing = Object.keys(PROBLEM_STATUS).filter(
      (name) => !text.includes(`https://book.example.com/problems/${name}"`),
    );
    expect(missing).toEqual([]);
  });

  it('gives every parameter, header and operation words, and asks for no schema that it does not have', () => {
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/api:|problems:title/);
    const names = Object.keys(document.components.schemas);
    const asked = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(asked));
  });

  it('is kept by whoever has it', async () => {
    const first = await app.ask({ path: '/api/openapi.json' });
    const headers = { 'if-none-match': first.headers.get('etag')! };
    expect((await app.ask({ path: '/api/openapi.json', headers })).status).toBe(304);
  });
});

describe('what the document says of answers', () => {
  it('is what the API answers', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'api', components: document.components });
    const { uid } = await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    const own = `/api/v1/me/calendars/${calendar.id}`;
    const answers: readonly (readonly [name: string, path: string, body?: object])[] = [
      ['PublicCalendar', apiPath(calendar)],
      ['FreeTimes', `${apiPath(calendar)}/slots?start=2027-02-02&end=2027-02-03`],
      [
        'Booked',
        `${apiPath(calendar)}/bookings`,
        exampleOf('/api/v1/calendars/{host}/{slug}/bookings', '2027-02-02T10:00:00Z'),
      ],
      ['HeldTime', `${apiPath(calendar)}/reservations`, { start: '2027-02-02T12:00:00Z' }],
      ['Booking', `/api/v1/bookings/${uid}`],
      ['Booking', `/api/v1/bookings/${uid}/reschedule`, { start: '2027-02-02T11:00:00Z' }],
      ['Appointments', '/api/v1/bookings'],
      ['Calendars', '/api/v1/me/calendars'],
      ['Calendar', '/api/v1/me/calendars', exampleOf('/api/v1/me/calendars')],
      ['Calendar', own],
      ['Alerts', `${own}/alerts`],
      ['MadeBlock', '/api/v1/me/blocks', exampleOf('/api/v1/me/blocks')],
      ['Blocks', '/api/v1/me/blocks'],
      ['MadeApiKey', '/api/v1/me/api-keys', exampleOf('/api/v1/me/api-keys')],
      ['ApiKeys', '/api/v1/me/api-keys'],
      ['AuditLog', '/api/v1/me/audit'],
      ['Problem', '/api/v1/bookings?limit=0'],
    ];
    for (const [name, path, body] of answers) {
      const { json } = await app.ask({ path, token: ada.key, ...(body ? { body } : {}) });
      const validate = ajv.getSchema(`api#/components/schemas/${name}`)!;
      void validate(json);
      expect({ path, json, errors: validate.errors }).toMatchObject({ path, errors: null });
    }
  });

  function exampleOf(path: string, start?: string): object {
    const { example } = document.paths[path].post.requestBody.content['application/json'];
    return start === undefined ? example : { ...example, start };
  }
});

describe('the page about the API', () => {
  it('is complete, with nothing of anybody else and nothing to run', async () => {
    const page = await visit(app, '/api/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    for (const path of Object.keys(document.paths)) expect(page.html).toContain(path);
    expect(links(page)).toContain('/api/openapi.json');
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
    const addresses = [...page.html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, one]) => one);
    for (const address of addresses) expect(address).toMatch(/^[#/](?!\/)/);
    expect(page.html).not.toMatch(/<style|style=|<script(?! type="module" src="\/assets)/);
  });
});
