import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderPage } from '../../src/booking-page/render.js';
import { launchChromium } from './chromium.js';
import { open, servePage, type Asked } from './page-server.js';
import { stateNamed } from './page-states.js';

let browser: Browser;
let page: Page;
let asked: readonly Asked[];
let state: string;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await browser.newPage({ javaScriptEnabled: false });
  page.setDefaultTimeout(5000);
  asked = await servePage(page, () => renderPage(stateNamed(state)));
});
afterEach(() => page.close());

async function show(name: string): Promise<void> {
  state = name;
  await open(page);
}

const last = (): Asked => asked.at(-1)!;

describe('choosing a time', () => {
  it('a day and a month are links that say what they lead to, a time is a button', async () => {
    await show('month');
    await page.getByRole('link', { name: 'Monday 14 December 2026, 5 times available' }).click();
    expect(last().path).toBe('/ada/intro-call?date=2026-12-14&tz=Europe/Berlin');
    await page.getByRole('link', { name: 'Next month, January 2027' }).click();
    expect(last().path).toBe('/ada/intro-call?month=2027-01&tz=Europe/Berlin');
    await page.getByRole('button', { name: '10:00 to 10:30, Tuesday 8 December' }).click();
    expect(last()).toMatchObject({ method: 'POST', path: '/ada/intro-call/book' });
    expect(Object.fromEntries(last().body)).toEqual({
      ...{ tz: 'Europe/Berlin', start: '2026-12-08T09:00:00Z' },
    });
  });

  it('a day without times is no link, and says so', async () => {
    await show('month');
    const cell = page.getByRole('cell', { name: '12 no times' });
    expect(await cell.count()).toBe(1);
    expect(await cell.getByRole('link').count()).toBe(0);
  });

  it('what a link filled in stays in every link and in the zone form', async () => {
    await show('month-prefilled');
    await page.getByText('Change', { exact: true }).click();
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await page.getByRole('button', { name: 'Show times' }).click();
    expect(last().path).toBe(
      '/ada/intro-call?date=2026-12-08&name=Grace+Hopper&email=grace%40example.com&utm_source=letter&tz=Asia%2FTokyo',
    );
    await page.getByRole('button', { name: /^10:00 to/ }).click();
    expect(last().body.get('name')).toBe('Grace Hopper');
    expect(last().body.get('email')).toBe('grace@example.com');
  });

  it('the hour that comes twice is told apart by its offset', async () => {
    await show('month-clocks-change');
    const twice = page.getByRole('button', { name: /^02:00 UTC/ });
    expect(
      await twice.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label'))),
    ).toEqual([
      '02:00 UTC+2 to 02:30 UTC+2, Sunday 25 October',
      '02:00 UTC+1 to 02:30 UTC+1, Sunday 25 October',
    ]);
  });

  it('an empty month leads to the next free day', async () => {
    await show('month-empty');
    await page.getByRole('link', { name: 'Next free: Monday 4 January 2027' }).click();
    expect(last().path).toBe('/ada/intro-call?date=2027-01-04&tz=Europe/Berlin');
  });

  it('the first press of Tab offers to skip to the times', async () => {
    await show('month');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the times' });
    expect(await skip.boundingBox()).toMatchObject({ x: expect.any(Number) });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/book$/);
    expect(last().body.get('start')).toBe('2026-12-08T08:00:00Z');
  });
});

describe('filling in the form', () => {
  it('sends the start, the zone and what was typed', async () => {
    await show('details');
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByLabel('E-mail address').fill('grace@example.com');
    await page.getByLabel('Notes (optional)').fill('Compilers');
    await page.getByRole('button', { name: 'Book this time' }).click();
    expect(last()).toMatchObject({ method: 'POST', path: '/ada/intro-call/bookings' });
    expect(Object.fromEntries(last().body)).toEqual({
      start: '2026-12-08T09:00:00Z',
      tz: 'Europe/Berlin',
      idempotencyKey: 'b2c1f0a4',
      name: 'Grace Hopper',
      email: 'grace@example.com',
      notes: 'Compilers',
    });
  });

  it('a problem is read first, leads to its field and is read with it', async () => {
    await show('details-problems');
    const summary = page.getByRole('alert');
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await summary.getByRole('link', { name: /e-mail address/ }).click();
    const field = page.getByLabel('E-mail address');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe('grace@');
    expect(await field.getAttribute('aria-describedby')).toBe('email-problem');
  });

  it('a time that was just taken: another is picked with what was typed, and never by accident', async () => {
    await show('details-taken');
    await page.getByLabel('E-mail address').fill('grace@example.com');
    await page.keyboard.press('Enter');
    expect(last().method).toBe('GET');
    await page.getByRole('radio', { name: /11:00 – 11:30/ }).check();
    await page.getByRole('button', { name: 'Book this time' }).click();
    expect(last().body.getAll('start')).toEqual(['2026-12-08T10:00:00Z']);
    expect(last().body.get('name')).toBe('Grace Hopper');
    expect(last().body.get('notes')).toBe('Compilers & <b>bugs</b>');
  });
});

describe('managing a booking', () => {
  const token = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';

  it('moving and cancelling start from links that carry the token', async () => {
    await show('booked');
    await page.getByRole('link', { name: 'Move to another time' }).click();
    expect(last().path).toBe(`/b/3kTMd8Zq/reschedule?t=${token}`);
    await page.getByRole('link', { name: 'Cancel meeting' }).click();
    expect(last().path).toBe(`/b/3kTMd8Zq/cancel?t=${token}`);
  });

  it('a new time is asked for, then sent with the token out of the address', async () => {
    await show('reschedule');
    await page.getByRole('button', { name: '11:00 to 11:30, Tuesday 8 December' }).click();
    expect(last()).toMatchObject({ method: 'POST', path: '/b/3kTMd8Zq/reschedule' });
    expect(Object.fromEntries(last().body)).toEqual({
      ...{ tz: 'Europe/Berlin', t: token, choose: '1', start: '2026-12-08T10:00:00Z' },
    });
    await show('reschedule-confirm');
    await page.getByRole('button', { name: 'Move meeting' }).click();
    expect(last()).toMatchObject({ method: 'POST', path: '/b/3kTMd8Zq/reschedule' });
    expect(Object.fromEntries(last().body)).toEqual({
      t: token,
      start: '2026-12-09T10:00:00Z',
      tz: 'Europe/Berlin',
      sequence: '1',
    });
  });

  it('cancelling sends the reason', async () => {
    await show('cancel');
    await page.getByLabel('Reason (optional)').fill('Ill');
    await page.getByRole('button', { name: 'Cancel meeting' }).click();
    expect(last()).toMatchObject({ method: 'POST', path: '/b/3kTMd8Zq/cancel' });
    expect(Object.fromEntries(last().body)).toEqual({ t: token, reason: 'Ill' });
  });
});
