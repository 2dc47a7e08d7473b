import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CalendarConfiguration } from '../../../src/calendars/calendar-configuration.js';
import { linkPath } from '../../../src/calendars/calendar-configuration.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar, apiPath } from '../../builders/calendar.js';
import { aPerson } from '../../builders/host.js';
import { aKey, type GivenKey } from '../../builders/key.js';
import { startTestApp, type TestApp } from '../app.js';
import { visit } from '../page/visitor.js';

let app: TestApp;
let calendar: CalendarConfiguration;
let ada: GivenKey;
beforeAll(async () => {
  app = await startTestApp();
  const creator = await aPerson(app.nest);
  calendar = await aCalendar(app.nest, { creator });
  ada = await aKey(app.nest, { person: creator });
  await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
  await aBooking(app.nest, calendar, '2027-02-02T10:00:00Z');
});
afterAll(() => app.stop());

const EVIL = {
  ...{ host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'ftp' },
  ...{ forwarded: 'host=evil.example', 'x-original-host': 'evil.example' },
};

/** fetch sets `Host` by itself. */
function ask(path: string, method = 'GET'): Promise<{ headers: string; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { ...EVIL, authorization: `Bearer ${ada.key}` };
    const sent = request(`${app.url}${path}`, { method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      answer.on('end', () => resolve({ headers: JSON.stringify(answer.headers), text }));
    });
    sent.on('error', reject).end();
  });
}

describe('C9 a forged host', () => {
  it('is in no link, header or document: they begin with the configured address', async () => {
    for (const path of [
      ...['/api/v1/bookings?limit=1', '/api/v1/me/calendars', apiPath(calendar), '/nothing'],
      ...['/api/openapi.json', linkPath(calendar), '/', '/api/v1/nothing'],
    ]) {
      const { headers, text } = await ask(path);
      expect(`${headers}${text}`).not.toContain('evil.example');
    }
    const { headers } = await ask('/api/v1/bookings?limit=1');
    expect(headers).toContain('<https://book.example.com/api/v1/bookings?');
  });
});

describe('G2 markup and templates in what a host writes', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '</title><script>alert(1)</script>',
    '{{7*7}} ${7*7} <%= 7*7 %> #{7*7}',
    '[free money](https://evil.example) **bold** <https://evil.example>',
    '$t(names:product) {{title}}',
  ])('stand as they are on the page and in the API: %s', async (words) => {
    const path = `/api/v1/me/calendars/${calendar.id}`;
    const body = { title: words, description: words };
    const saved = await app.ask({ method: 'PATCH', path, token: ada.key, body });
    expect([saved.status, saved.json.title, saved.json.description]).toEqual([200, words, words]);
    const page = await visit(app, linkPath(calendar));
    expect(page.document.querySelector('h1')?.text.trim()).toBe(words);
    expect(page.document.querySelectorAll('img, [onerror]')).toEqual([]);
    expect(page.html).not.toContain('<script>alert');
    expect(page.html).not.toMatch(/\b49\b/);
  });
});
