import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** The script that judges a page it was put into. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export const COLOURS = ['color-contrast', 'link-in-text-block'];
export const quick = { resultTypes: ['violations'], preload: false } as const;

/** Broken rules and where. */
export async function violations(page: Page, options: object): Promise<readonly string[]> {
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/**
 * Elements that stand out of the window, or whose text stands out of them. The month's table hangs
 * out of its column by the width of its own spacing.
 */
export const CUT_OFF = `[...document.querySelectorAll('body *')]
  .filter((part) => !part.closest('.unseen, .skip, svg, select') && !part.matches('.stays'))
  .filter((part) => {
    const { left, right } = part.getBoundingClientRect();
    const text = part.clientWidth > 0 ? part.scrollWidth - part.clientWidth : 0;
    return left < -1 || right > innerWidth + 1 || text > 1;
  })
  .map((part) => part.outerHTML.slice(0, 80))`;
