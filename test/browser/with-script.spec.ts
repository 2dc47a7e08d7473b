import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { renderPage } from '../../src/booking-page/render.js';
import { MonthView } from '../../src/booking-page/views/month/month.view.js';
import { launchChromium } from './chromium.js';
import { detailsHeld } from './details-states.js';
import { aCalendarPlace, aMeeting, aPicker, aShell, at } from './page-samples.js';
import { open, servePage, type Asked } from './page-server.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let asked: readonly Asked[];
let guessed: boolean;
let shown: () => string;

const month = (): string =>
  renderPage(
    MonthView({
      shell: aShell({ script: '/assets/page.js' }),
      meeting: aMeeting(),
      place: aCalendarPlace(),
      picker: aPicker({
        zone: { name: 'Europe/Berlin', now: at('2026-12-07T13:05:00Z'), guessed },
      }),
    }),
  );

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ timezoneId: 'Asia/Tokyo' });
  page = await context.newPage();
  page.setDefaultTimeout(5000);
  shown = month;
  asked = await servePage(page, () => shown());
});
afterEach(() => context.close());

const focused = (): Promise<string> =>
  page.evaluate(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
  );

describe('the device’s time zone', () => {
  it('is asked for once when nobody chose one', async () => {
    guessed = true;
    await open(page, '/ada/intro-call?name=Grace');
    await page.waitForURL(/tz=/);
    await page.waitForLoadState();
    expect(asked.map(({ path }) => path)).toEqual([
      '/ada/intro-call?name=Grace',
      '/ada/intro-call?name=Grace&tz=Asia%2FTokyo',
    ]);
  });

  it('leaves a zone alone that somebody chose', async () => {
    guessed = false;
    await open(page);
    expect(asked).toHaveLength(1);
  });
});

describe('a form whose time is held', () => {
  it('says once a minute that somebody is still typing', async () => {
    await page.clock.install({ time: at('2026-12-07T13:05:00Z') });
    shown = () => renderPage(detailsHeld(aShell({ script: '/assets/page.js' })));
    await open(page, '/ada/intro-call/book?start=2026-12-08T09:00:00Z');
    const typed = async (text: string) => page.getByLabel('Name').pressSequentially(text);
    await typed('Gra');
    await page.clock.fastForward('01:01');
    await typed('ce');
    await page.waitForLoadState('networkidle');
    expect(asked.slice(1)).toEqual([
      expect.objectContaining({ method: 'POST', path: '/ada/intro-call/book/hold' }),
    ]);
    expect(asked[1]?.body.get('hold')).toContain('.');
  });
});

describe('the month as a grid', () => {
  beforeEach(async () => {
    guessed = false;
    await open(page);
    await page.getByRole('grid', { name: 'December 2026' }).waitFor();
  });

  it('is one stop of the Tab key and walked with the arrows', async () => {
    await page.locator('[aria-current=date]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('Wednesday 9 December 2026, 6 times available');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('16 no times');
    await page.keyboard.press('Home');
    expect(await focused()).toBe('Monday 14 December 2026, 5 times available');
    await page.keyboard.press('End');
    expect(await focused()).toBe('20 no times');
    expect(await page.locator('td > [tabindex="0"]').count()).toBe(1);
  });

  it('opens the focused day with Enter and turns with Page Down', async () => {
    await page.locator('[aria-current=date]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/date=2026-12-09/);
    await page.locator('[aria-current=date]').focus();
    await page.keyboard.press('PageDown');
    await page.waitForURL(/month=2027-01/);
  });

  it('selects the day that was chosen', async () => {
    const selected = page.getByRole('gridcell', { selected: true });
    expect(await selected.textContent()).toBe('8');
  });
});
