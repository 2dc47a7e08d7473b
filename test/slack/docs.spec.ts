import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SLACK_MODES } from '../../bots/slack/manifest/app-manifest.js';
import { SCOPE_REASONS } from '../../bots/slack/manifest/scopes.js';
import { slackVariables } from '../../src/config/slack-settings.js';

const docs = readFileSync(new URL('../../docs/slack.md', import.meta.url), 'utf8');
const rows = docs.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/slack.md', () => {
  it('says of each scope why the app asks for it, and of no other', () => {
    const said = rows.flatMap(([, scope = '', reason = '']) =>
      /^`[a-z]+(?::[a-z.]+)?`$/.test(scope) && /[A-Z].*\.$/.test(reason)
        ? [[scope.slice(1, -1), reason]]
        : [],
    );
    expect(Object.fromEntries(said)).toEqual(SCOPE_REASONS);
  });

  it.each(Object.keys(slackVariables))('says what %s is', (variable) => {
    expect(rows.some(([, first = '']) => first.includes(`\`${variable}\``))).toBe(true);
  });

  it.each(SLACK_MODES)('says how to print the manifest for %s', (mode) => {
    expect(docs).toContain(`npm run slack:manifest -- ${mode}`);
  });
});
