import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderPage } from '../../src/booking-page/render.js';
import { AXE, COLOURS, CUT_OFF, quick, violations } from './axe.js';
import { launchChromium } from './chromium.js';
import { aShell } from './page-samples.js';
import { open, servePage } from './page-server.js';
import { pageStates } from './page-states.js';

/** Folded parts are judged too; of the 400 zones, which are all alike, one region is enough. */
const OPEN_ALL = `
  for (const part of document.querySelectorAll('details')) part.open = true;
  for (const region of document.querySelectorAll('optgroup ~ optgroup')) region.remove();
`;

const WIDTHS = [320, 1280] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const PLACES = ['target-size', 'scrollable-region-focusable'];

/**
 * All of axe, and 2.5.8 Target Size besides, on the phone in light. Width and colour scheme change
 * neither words nor structure, so the others are asked only what they can break; the other direction
 * of reading changes no colours either.
 */
const RULES = {
  ltr: {
    320: {
      light: { ...quick, rules: { 'target-size': { enabled: true } } },
      dark: { ...quick, runOnly: COLOURS },
    },
    1280: {
      light: { ...quick, runOnly: [...COLOURS, ...PLACES] },
      dark: { ...quick, runOnly: COLOURS },
    },
  },
  rtl: {
    320: { light: { ...quick, runOnly: PLACES } },
    1280: { light: { ...quick, runOnly: PLACES } },
  },
} as const;
const SCHEMES = { ltr: ['light', 'dark'], rtl: ['light'] } as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;

async function faultsOf(page: Page, dir: keyof typeof RULES): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await page.evaluate<readonly string[]>(CUT_OFF);
    faults.push(...cut.map((part) => `cut off at ${width} px: ${part}`));
    const rules: Rules = RULES[dir][width];
    for (const colorScheme of SCHEMES[dir]) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const broken = await violations(page, rules[colorScheme] ?? quick);
      faults.push(...broken.map((text) => `${colorScheme} ${width}: ${text}`));
    }
  }
  return faults;
}

type Rules = Readonly<Partial<Record<'light' | 'dark', object>>>;

describe.each(DIRECTIONS)('reading %s', (dir) => {
  let page: Page;
  let html = '';
  beforeAll(async () => {
    const context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await servePage(page, () => html);
    await page.addInitScript(AXE);
  });
  afterAll(() => page.close());

  it.each(Object.entries(pageStates))(
    '%s breaks no rule of axe and cuts nothing off, light and dark, on a phone and at a desk',
    async (_name, view) => {
      html = renderPage(view(aShell({ dir })));
      await open(page);
      await page.evaluate(OPEN_ALL);
      expect(await faultsOf(page, dir)).toEqual([]);
    },
  );
});
