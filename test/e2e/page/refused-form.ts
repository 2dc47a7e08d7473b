import { expect } from '@jest/globals';
import type { TestApp } from '../app.js';
import { storedRows } from '../stored.js';
import type { Page } from './visitor.js';

/** Sends something that must be refused, and sees to it that nothing is stored and nothing let out. */
export async function refused(app: TestApp, sending: () => Promise<Page>): Promise<Page> {
  const before = await storedRows(app.database);
  const page = await sending();
  expect(await storedRows(app.database)).toEqual(before);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.html).not.toMatch(/node_modules|\bat .*\.[jt]s:|SQLSTATE|_fkey/i);
  return page;
}
