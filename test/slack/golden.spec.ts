import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { blockText } from './block-text.js';
import { everywhere, shownStates } from './rendered-states.js';
import { slackProblems } from './slack-problems.js';

const fileOf = (name: string): URL => new URL(`./golden/${name}.txt`, import.meta.url);

describe('what Slack is sent', () => {
  it.each(Object.entries(shownStates))('%s is what was last agreed on', (name, sent) => {
    const text = blockText({ ...sent });
    // GOLDEN=write keeps what is shown now; read the difference before you commit it.
    if (process.env['GOLDEN'] === 'write') writeFileSync(fileOf(name), text);
    expect(text).toBe(readFileSync(fileOf(name), 'utf8'));
  });

  it.each(Object.entries({ ...shownStates, ...everywhere }))('%s is taken', (_name, sent) => {
    expect(slackProblems(sent)).toEqual([]);
  });
});
