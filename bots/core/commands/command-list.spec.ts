import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/e2e/app.js';
import { grammarNamed } from '../grammar/grammar.js';
import { CommandList } from './command-list.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('has a command for each entry of the table that does not come later, and no other', () => {
  const works = grammarNamed()
    .commands.filter(({ path, later }) => path !== 'help' && !later)
    .map(({ top, path }) => `${top} ${path}`);
  expect([...app.nest.get(CommandList).names].sort()).toEqual(works.sort());
});
