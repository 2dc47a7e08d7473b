import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  type CalendarConfiguration,
  linkPath,
} from '../../../src/calendars/calendar-configuration.js';
import { launchChromium } from '../../browser/chromium.js';
import { aBooking } from '../../builders/booking.js';
import { aCalendar } from '../../builders/calendar.js';
import { startTestApp, type TestApp } from '../app.js';

let app: TestApp;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let calendar: CalendarConfiguration;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), launchChromium()]);
});
beforeEach(async () => {
  calendar = await aCalendar(app.nest);
  await visitWith({ javaScriptEnabled: false });
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await app.stop();
});

let complaints: string[];

async function visitWith(settings: Parameters<Browser['newContext']>[0]): Promise<void> {
  context = await browser.newContext({ baseURL: app.url, ...settings });
  context.setDefaultTimeout(8_000);
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}

const press = (name: string | RegExp): Promise<void> => page.getByRole('link', { name }).click();
const button = (name: string): Promise<void> => page.getByRole('button', { name }).click();
const heading = (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();
const main = (): Promise<string> => page.getByRole('main').innerText();

async function fillIn(): Promise<void> {
  await page.getByLabel('Name').fill('Sam Rivers');
  await page.getByLabel('E-mail address').fill('sam@example.com');
}

describe('in a browser without JavaScript', () => {
  it('somebody books, moves and cancels by pressing what the pages offer', async () => {
    await page.goto(linkPath(calendar));
    await press(/^Tuesday 2 February 2027/);
    await button('10:00 to 10:30, Tuesday 2 February');
    await fillIn();
    await button('Book this time');
    expect(await main()).toContain('Booked');
    const address = page.url();

    await press('Move to another time');
    await press(/^Next month, March 2027/);
    await press(/^Wednesday 3 March 2027/);
    await button('11:00 to 11:30, Wednesday 3 March');
    expect(await heading()).toBe('Move to this time?');
    await button('Move meeting');
    expect(page.url()).toContain(new URL(address).pathname);
    expect(await main()).toContain('Wednesday 3 March 2027');

    await press('Cancel meeting');
    await page.getByLabel('Reason (optional)').fill('Ill');
    await button('Cancel meeting');
    expect(await main()).toContain('Cancelled');
    await press('Book another time');
    await press(/^Tuesday 2 February 2027/);
    const free = page.getByRole('button', { name: '10:00 to 10:30, Tuesday 2 February' });
    expect(await free.count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('A9 going back and sending the form again leads to the same booking', async () => {
    await page.goto(`${linkPath(calendar)}/book?start=2027-02-02T09:00:00Z`);
    await fillIn();
    await button('Book this time');
    await page.waitForURL(/\/b\//);
    const address = page.url();
    await page.goBack();
    await button('Book this time');
    await page.waitForURL(/\/b\//);
    expect(page.url()).toBe(address);
    await page.reload();
    expect(await main()).toContain('Booked');
    const rows = await app.database.query('select uid from booking where calendar_id = $1', [
      calendar.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('A8 picks another time when the chosen one was just taken, and types nothing twice', async () => {
    await page.goto(`${linkPath(calendar)}/book?start=2027-02-02T09:00:00Z`);
    await aBooking(app.nest, calendar, '2027-02-02T09:00:00Z');
    await fillIn();
    await button('Book this time');
    expect(await main()).toContain('This time was just taken.');
    await page.getByRole('radio', { name: /10:30 – 11:00/ }).check();
    await button('Book this time');
    expect(await main()).toContain('10:30 – 11:00');
  });
});

describe('in a browser with JavaScript', () => {
  it('the times are shown in the zone of the device, and nothing breaks the page’s rules', async () => {
    await context.close();
    await visitWith({ timezoneId: 'Asia/Tokyo' });
    await page.goto(linkPath(calendar));
    await page.waitForURL(/tz=Asia%2FTokyo/);
    await page.getByRole('grid', { name: 'February 2027' }).waitFor();
    await button('20:00 to 20:30, Monday 1 February');
    await fillIn();
    await button('Book this time');
    expect(await main()).toContain('Asia/Tokyo (UTC+9)');
    expect(await main()).toContain('12:00 – 12:30 for Ada (Europe/Berlin)');
    expect(complaints).toEqual([]);
  });

  it('nobody is kept from a time by themselves, after Back or in another tab', async () => {
    await context.close();
    await visitWith({ timezoneId: 'Europe/Berlin' });
    const address = `${linkPath(calendar)}?date=2027-02-02`;
    const ten = '10:00 to 10:30, Tuesday 2 February';
    await page.goto(address);
    await button(ten);
    await page.waitForURL(/\/book\?/);
    const held = new URL(page.url()).searchParams.get('hold');
    await page.goBack();
    await button(ten);
    await page.waitForURL(/\/book\?/);
    expect(new URL(page.url()).searchParams.get('hold')).toBe(held);

    const first = page;
    page = await context.newPage();
    await page.goto(address);
    await button(ten);
    await page.waitForURL(/\/book\?/);
    await fillIn();
    await button('Book this time');
    await page.waitForURL(/\/b\//);
    expect(await main()).toContain('10:00 – 10:30');
    await first.close();
    expect(complaints).toEqual([]);
  });
});
