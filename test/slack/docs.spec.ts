import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SLACK_MODES } from '../../bots/slack/manifest/app-manifest.js';
import { SCOPE_REASONS } from '../../bots/slack/manifest/scopes.js';
import { environmentSchema } from '../../src/config/environment.schema.js';

const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const docs = textOf('docs/slack.md');
const rows = docs.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

/** The variables in the first column of a table. */
const tableOf = (text: string): string[] =>
  [...text.matchAll(/^\| (`[A-Z].*?) +\|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([A-Z][A-Z_…]+)`/g)].map(([, name = '']) => name),
  );

describe('docs/slack.md', () => {
  it('says of each scope why the app asks for it, and of no other', () => {
    const said = rows.flatMap(([, scope = '', reason = '']) =>
      /^`[a-z]+(?::[a-z.]+)?`$/.test(scope) && /[A-Z].*\.$/.test(reason)
        ? [[scope.slice(1, -1), reason]]
        : [],
    );
    expect(Object.fromEntries(said)).toEqual(SCOPE_REASONS);
  });

  it('and the README beside it say what every variable is, and of none that is not there', () => {
    const variables = [...tableOf(docs), ...tableOf(textOf('README.md'))];
    const known = Object.keys(environmentSchema.shape);
    expect(variables.filter((name) => name !== 'SLACK_…').sort()).toEqual(known.sort());
  });

  it.each(SLACK_MODES)('says how to print the manifest for %s', (mode) => {
    expect(docs).toContain(`npm run slack:manifest -- ${mode}`);
  });
});
