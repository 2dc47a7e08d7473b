import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import type { CalendarSettings } from '../../../src/calendars/settings/calendar-settings.js';
import { launchChromium } from '../../browser/chromium.js';
import { aCalendar } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';
import { type ForeignSite, startForeignSite } from './foreign-site.js';

const SLOT = '2027-02-02T09:00:00Z 2027-02-02T09:30:00Z';
const LISTEN = `
  heard = [];
  for (const name of ['ready', 'date-selected', 'time-selected', 'booked', 'cancelled', 'error'])
    addEventListener('booking:' + name, ({ type, detail }) =>
      heard.push([type, ...Object.values(detail)].join(' ')));`;

let app: TestApp;
let site: ForeignSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let frame: FrameLocator;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  const all = [startTestApp(), startForeignSite(), launchChromium()] as const;
  [app, site, browser] = await Promise.all(all);
});
afterEach(() => context.close());
afterAll(async () => {
  await Promise.all([browser.close(), site.stop()]);
  await app.stop();
});

/** Opens Ada's own site, in which `body` makes something of her link. */
async function visit(
  body: (url: string) => string,
  { settings = {}, browsing = {} }: Visit = {},
): Promise<void> {
  calendar = await aCalendar(app.nest, { settings });
  site.show(`${body(`${app.url}${linkPath(calendar)}`)}${SCRIPT()}`);
  context = await browser.newContext({ timezoneId: 'Europe/Berlin', ...browsing });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
  frame = page.frameLocator('iframe');
  await page.addInitScript(LISTEN);
  if (browsing.javaScriptEnabled !== false) await page.clock.install();
  await page.goto(site.origin);
}

interface Visit {
  readonly settings?: Partial<CalendarSettings>;
  readonly browsing?: Parameters<Browser['newContext']>[0];
}

const SCRIPT = (): string => `<script async src="${app.url}/embed.js"></script>`;
const inline = (url: string): string =>
  `<div data-booking="${url}"><a href="${url}">Book with Ada</a></div>`;

const heard = async (last: string): Promise<unknown> => {
  await page.waitForFunction(`heard.some((said) => said.startsWith('booking:${last}'))`);
  return page.evaluate('heard');
};

async function book(): Promise<void> {
  await frame.getByRole('link', { name: /^Tuesday 2 February 2027/ }).click();
  await frame.getByRole('button', { name: '10:00 to 10:30, Tuesday 2 February' }).click();
  await frame.getByLabel('Name').fill('Sam Rivers');
  await frame.getByLabel('E-mail address').fill('sam@example.com');
  await frame.getByRole('button', { name: 'Book this time' }).click();
  await frame.getByText('Booked', { exact: true }).waitFor();
}

const booked = (): Promise<unknown[]> =>
  app.database.query('select source, status from booking where calendar_id = $1', [calendar.id]);

describe('a booking page in another site', () => {
  it('is booked there, and tells the site what was done and nothing of whom', async () => {
    await visit(inline);
    await frame.getByRole('grid', { name: 'February 2027' }).waitFor();
    expect(await page.getByRole('link', { name: 'Book with Ada' }).count()).toBe(0);
    await book();
    const rows = await app.database.query<{ uid: string }>(
      'select uid from booking where calendar_id = $1',
      [calendar.id],
    );
    expect(await heard('booked')).toEqual([
      'booking:ready',
      'booking:date-selected 2027-02-02',
      `booking:time-selected ${SLOT}`,
      `booking:booked ${rows[0]?.uid} ${SLOT} confirmed`,
    ]);
    expect(await booked()).toEqual([{ source: 'embed', status: 'confirmed' }]);
    const height = 'document.querySelector("iframe").clientHeight';
    const content = await frame.locator('html').evaluate('document.documentElement.scrollHeight');
    await page.waitForFunction(`${height} === ${String(content)}`);
    expect(await context.cookies()).toEqual([]);
  });

  it('is managed beside the frame, which shows what was done there to whoever comes back', async () => {
    await visit(inline);
    await book();
    expect(await frame.getByRole('button').count()).toBe(0);
    const opened = context.waitForEvent('page');
    await frame.getByRole('link', { name: 'Open your booking' }).click();
    const manage = await opened;
    await manage.getByRole('link', { name: 'Cancel meeting' }).click();
    await manage.getByRole('button', { name: 'Cancel meeting' }).click();
    await manage.getByText('Cancelled', { exact: true }).waitFor();
    await frame.locator('html').evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    expect(await heard('cancelled')).toContainEqual(expect.stringContaining(`${SLOT} cancelled`));
  });

  it('opens from a link and from a button in the corner, and closes again', async () => {
    await visit(
      (url) => `<a href="${url}" data-booking-popup>Book a call</a>
        <a href="${url}" data-booking-float>Book now</a>`,
    );
    for (const name of ['Book a call', 'Book now']) {
      await page.getByRole('link', { name }).click();
      const dialog = page.getByRole('dialog');
      await frame.getByRole('grid', { name: 'February 2027' }).waitFor();
      expect(await dialog.getByRole('link', { name }).count()).toBe(0);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    const corner = page.getByRole('link', { name: 'Book now' });
    expect(
      await corner.evaluate(
        'getComputedStyle(document.querySelector("[data-booking-float]")).position',
      ),
    ).toBe('fixed');
    await page.getByRole('link', { name: 'Book a call' }).press('Enter');
    await frame.getByRole('grid', { name: 'February 2027' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.clock.fastForward('01:00');
    expect(await page.evaluate('heard')).toEqual(Array(3).fill('booking:ready'));
  });

  it('is booked in a browser without JavaScript, in a frame that the site wrote itself', async () => {
    await visit((url) => `<iframe src="${url}?embed" width="900" height="900"></iframe>`, {
      browsing: { javaScriptEnabled: false },
    });
    await book();
    expect(await booked()).toEqual([{ source: 'embed', status: 'confirmed' }]);
    const manage = frame.getByRole('link', { name: 'Open your booking' });
    expect(await manage.getAttribute('target')).toBe('_blank');
  });

  it('leads on by its plain link where no script runs', async () => {
    await visit(inline, { browsing: { javaScriptEnabled: false } });
    await page.getByRole('link', { name: 'Book with Ada' }).click();
    expect(page.url()).toBe(`${app.url}${linkPath(calendar)}`);
  });
});

describe('B10 a site that may not show a page', () => {
  const blocked = async (): Promise<string> => {
    await page.waitForFunction('frames.length === 1');
    await page.waitForLoadState('networkidle');
    return frame.locator('body').innerText();
  };

  it('shows nothing of it, and keeps the plain link', async () => {
    await visit(inline, { settings: { embedSites: ['https://ada.example'] } });
    expect(await blocked()).not.toContain('Intro call');
    expect(await page.getByRole('link', { name: 'Book with Ada' }).isVisible()).toBe(true);
    await page.clock.fastForward('01:00');
    expect(await page.evaluate('heard')).toEqual(['booking:error silent']);
  });

  it('shows it once its host names the site', async () => {
    await visit(inline, { settings: { embedSites: ['https://ada.example', site.origin] } });
    await frame.getByRole('grid', { name: 'February 2027' }).waitFor();
  });

  it('shows no page that is not meant for frames', async () => {
    await visit((url) => `<iframe src="${url}" width="900" height="900"></iframe>`);
    expect(await blocked()).not.toContain('Intro call');
  });
});
