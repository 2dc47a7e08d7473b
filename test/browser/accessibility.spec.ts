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

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 1280] as const;
const DIRECTIONS = ['ltr', 'rtl'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/**
 * All of axe, and 2.5.8 Target Size besides, on the phone in light. Width and colour scheme change
 * neither words nor structure, so the other three are asked only what they can break.
 */
const RULES = {
  320: {
    light: { ...quick, rules: { 'target-size': { enabled: true } } },
    dark: { ...quick, runOnly: COLOURS },
  },
  1280: {
    light: { ...quick, runOnly: [...COLOURS, 'target-size', 'scrollable-region-focusable'] },
    dark: { ...quick, runOnly: COLOURS },
  },
};

async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const cut = await page.evaluate<readonly string[]>(CUT_OFF);
    faults.push(...cut.map((part) => `cut off at ${width} px: ${part}`));
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const broken = await violations(page, RULES[width][colorScheme]);
      faults.push(...broken.map((text) => `${colorScheme} ${width}: ${text}`));
    }
  }
  return faults;
}

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
      expect(await faultsOf(page)).toEqual([]);
    },
  );
});
