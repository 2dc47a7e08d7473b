import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pageStates, stateNamed } from './page-states.js';
import { renderPage } from '../../src/booking-page/render.js';

const fileOf = (name: string): URL => new URL(`./golden/${name}.html`, import.meta.url);

/** One tag a line, without the four hundred zones that every month page repeats. */
const readable = (html: string): string =>
  `${html.replace(/<optgroup.*<\/optgroup>/, '<!-- zones -->').replaceAll('><', '>\n<')}\n`;

describe('golden pages', () => {
  it.each(Object.keys(pageStates))('%s is what was last agreed on', (name) => {
    const html = readable(renderPage(stateNamed(name)));
    const file = fileOf(name);
    // GOLDEN=write keeps what the views make now; look at the difference before you commit it.
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, html);
    expect(html).toBe(readFileSync(file, 'utf8'));
  });
});
