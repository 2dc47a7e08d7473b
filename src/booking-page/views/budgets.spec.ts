import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { stylesheet } from '../stylesheet.js';
import {
  aCalendarPlace,
  aMeeting,
  aShell,
  fullPicker,
} from '../../../test/browser/page-samples.js';
import { pageStates, stateNamed } from '../../../test/browser/page-states.js';
import { renderPage } from '../render.js';
import { MonthView } from './month/month.view.js';

const KILOBYTE = 1000;
const zipped = (text: string): number => gzipSync(text).length;
const script = (name: string): string =>
  readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');

describe('the budgets of a page', () => {
  it('a month of free days and a day of quarter hours fits 8 kB', () => {
    const full = MonthView({
      shell: aShell(),
      meeting: aMeeting(),
      place: aCalendarPlace(),
      picker: fullPicker,
    });
    expect(zipped(renderPage(full))).toBeLessThanOrEqual(8 * KILOBYTE);
  });

  it.each(Object.keys(pageStates))('%s fits 8 kB', (name) => {
    expect(zipped(renderPage(stateNamed(name)))).toBeLessThanOrEqual(8 * KILOBYTE);
  });

  it('the style sheet fits 6 kB and the script 5 kB', () => {
    expect(zipped(stylesheet())).toBeLessThanOrEqual(6 * KILOBYTE);
    expect(zipped(script('page.js'))).toBeLessThanOrEqual(5 * KILOBYTE);
  });

  it('the script for other sites fits 2 kB', () => {
    expect(zipped(script('embed.js'))).toBeLessThanOrEqual(2 * KILOBYTE);
  });
});
