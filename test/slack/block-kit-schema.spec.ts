import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { format, resolveConfig } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';
import { SLACK_LIMITS } from './slack-limits.js';
import { schemaFile } from './slack-problems.js';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

describe('the schema by which everything sent to Slack is judged', () => {
  it('is the one that @slack/types make today', async () => {
    const made = createGenerator({
      ...{ path: pathOf('./slack-shapes.ts'), tsconfig: pathOf('../../tsconfig.json') },
      ...{ type: 'SlackShapes', skipTypeCheck: true, jsDoc: 'none', additionalProperties: false },
    }).createSchema('SlackShapes');
    const file = fileURLToPath(schemaFile);
    const options = { ...(await resolveConfig(file)), parser: 'json' };
    const text = await format(JSON.stringify(made), options);
    // GOLDEN=write keeps what is made now; read the difference before you commit it.
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

const declarations = ['views', 'block-kit/blocks', 'block-kit/block-elements']
  .concat(['block-kit/composition-objects', 'block-kit/extensions'])
  .map((name) => pathOf(`../../node_modules/@slack/types/dist/${name}.d.ts`))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** The comment on a field, with no more of the declaration than that. */
function commentOn(named: string, field: string): string {
  const start = declarations.search(new RegExp(`interface ${named}\\b`));
  const body = declarations.slice(start, declarations.indexOf('\n}', start));
  const end = body.search(new RegExp(`^ {4}${field}\\??:`, 'm'));
  return body.slice(body.lastIndexOf('/**', end), end).replaceAll(/\s+\*?\s*/g, ' ');
}

describe('the limits', () => {
  const inTypes = SLACK_LIMITS.flatMap(({ named, field, most }) =>
    named === null ? [] : [[named, field, most] as const],
  );

  it.each(inTypes)('%s.%s is the %i that @slack/types say', (named, field, most) => {
    expect(commentOn(named, field)).toMatch(new RegExp(`\\b${String(most)}\\b`));
  });
});
