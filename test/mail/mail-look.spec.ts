import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { shaped } from '../../src/notifications/mail/shaped-message.js';
import { AXE, COLOURS, CUT_OFF, quick, violations } from '../browser/axe.js';
import { launchChromium } from '../browser/chromium.js';
import { mailStates } from './mail-states.js';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await (await browser.newContext()).newPage();
  await page.setViewportSize({ width: 320, height: 800 });
});
afterAll(() => browser.close());

/** Guests read the attendee's mails with less in them. */
const looked = Object.entries(mailStates).filter(([name]) => !name.endsWith('-guest'));

describe('the HTML part of a mail', () => {
  it.each(looked)('%s breaks no rule of axe on a phone, light and dark', async (_name, message) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setContent(shaped(message).html);
    await page.addScriptTag({ content: AXE });
    expect(await page.evaluate<readonly string[]>(CUT_OFF)).toEqual([]);
    expect(await violations(page, quick)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, { ...quick, runOnly: COLOURS })).toEqual([]);
  });
});
