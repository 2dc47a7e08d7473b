import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { renderPage } from '../../src/booking-page/render.js';
import { launchChromium } from './chromium.js';
import { aShell } from './page-samples.js';
import { open, servePage } from './page-server.js';
import { pageStates } from './page-states.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

const COLOURS = ['color-contrast', 'link-in-text-block'];
const quick = { resultTypes: ['violations'], preload: false } as const;

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

/** Broken rules and where. */
async function violations(page: Page, options: object): Promise<readonly string[]> {
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/**
 * Elements that stand out of the window, or whose text stands out of them. The month's table hangs
 * out of its column by the width of its own spacing.
 */
const CUT_OFF = `[...document.querySelectorAll('body *')]
  .filter((part) => !part.closest('.unseen, .skip, svg, select') && !part.matches('.stays'))
  .filter((part) => {
    const { left, right } = part.getBoundingClientRect();
    const text = part.clientWidth > 0 ? part.scrollWidth - part.clientWidth : 0;
    return left < -1 || right > innerWidth + 1 || text > 1;
  })
  .map((part) => part.outerHTML.slice(0, 80))`;

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
