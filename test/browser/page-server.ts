import { readFileSync } from 'node:fs';
import type { Page, Route } from 'playwright-core';
import { stylesheet } from '../../src/booking-page/stylesheet.js';
import { accentStylesheet } from '../../src/booking-page/views/accent.js';

const ORIGIN = 'http://book.test';

/** The pages' content security policy: no style or script that is not a file of ours. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; object-src 'none'";

const script = (): string =>
  readFileSync(new URL('../../src/booking-page/assets/page.js', import.meta.url), 'utf8');

const TYPES = { css: 'text/css', js: 'text/javascript' } as const;

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body: URLSearchParams;
}

function answerAsset(route: Route, path: string): Promise<void> {
  const accent = /accent-([0-9a-f]{6})\.css$/.exec(path)?.[1];
  if (accent)
    return route.fulfill({ contentType: TYPES.css, body: accentStylesheet(`#${accent}`) });
  return path.endsWith('.js')
    ? route.fulfill({ contentType: TYPES.js, body: script() })
    : route.fulfill({ contentType: TYPES.css, body: stylesheet() });
}

/** Serves one document at every address of a page's browser, and tells what was asked for. */
export async function servePage(page: Page, html: () => string): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  await page.route('**/*', (route) => {
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/assets/')) return answerAsset(route, pathname);
    const body = new URLSearchParams(request.postData() ?? '');
    asked.push({ method: request.method(), path: `${pathname}${search}`, body });
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': POLICY },
      body: html(),
    });
  });
  return asked;
}

/** Opens an address of the served page, such as '/ada/intro-call'. */
export const open = async (page: Page, path = '/'): Promise<void> => {
  await page.goto(`${ORIGIN}${path}`);
};
