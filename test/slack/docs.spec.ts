import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isWorking } from '../../bots/core/grammar/command-entry.js';
import { grammarNamed } from '../../bots/core/grammar/grammar.js';
import { parseTextCommand } from '../../bots/core/grammar/text-command.parser.js';
import { SLACK_MODES } from '../../bots/slack/manifest/app-manifest.js';
import { SCOPE_REASONS } from '../../bots/slack/manifest/scopes.js';
import { environmentSchema } from '../../src/config/environment.schema.js';
import { en } from '../../src/language/en/catalogue.js';

const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const docs = textOf('docs/slack.md');
const all = `${textOf('README.md')}\n${docs}`;
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
    const variables = tableOf(all);
    const known = Object.keys(environmentSchema.shape);
    expect(variables.filter((name) => name !== 'SLACK_…').sort()).toEqual(known.sort());
  });

  it('and the README name commands that work, and scripts that are there', () => {
    const lines = [...all.matchAll(/(?:`|^)(\/(?:book|schedule|schedule-admin) [^`\n]+)/gm)];
    const grammar = grammarNamed();
    const wrong = lines.flatMap(([, line = '']) => {
      const parsed = parseTextCommand(line, grammar);
      return parsed.ok && isWorking(parsed.value.command) ? [] : [line];
    });
    expect([lines.length > 20, wrong]).toEqual([true, []]);
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: object };
    const run = [...all.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(run));
  });

  it('quotes the product in its own words', () => {
    const quoted = [...docs.matchAll(/^\| “(.+?)”/gm)].map(([, words = '']) => words);
    const sentences = JSON.stringify(en);
    const isOurs = (words: string) => sentences.includes(words.replace('#sales', '{{shown}}'));
    expect(quoted.filter((words) => !isOurs(words))).toEqual([
      'dispatch_failed',
      'invalid command',
    ]);
  });

  it.each(SLACK_MODES)('says how to print the manifest for %s', (mode) => {
    expect(docs).toContain(`npm run slack:manifest -- ${mode}`);
  });
});
