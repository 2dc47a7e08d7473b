import { describe, expect, it } from '@jest/globals';
import { findCommand, grammarNamed } from './grammar.js';
import { parseTextCommand } from './text-command.parser.js';

const grammar = grammarNamed();

describe('the grammar', () => {
  it('says of what comes later that it does, in a sentence', () => {
    for (const { later } of grammar.commands) expect(later ?? 'It works.').toMatch(/\.$/);
  });

  it('has a help of each top level for everybody', () => {
    for (const top of ['book', 'schedule', 'scheduleAdmin'] as const) {
      expect(findCommand(grammar, top, 'help')).toMatchObject({ who: 'anyone', later: null });
    }
  });

  it('shows examples that its own parser reads as that command', () => {
    for (const command of grammar.commands) {
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        const line = `/${grammar.names[command.top]} ${example}`;
        expect(parseTextCommand(line, grammar)).toMatchObject({
          ok: true,
          value: { command: { top: command.top, path: command.path } },
        });
      }
    }
  });

  it('shows examples of arguments that work', () => {
    for (const command of grammar.commands.filter(({ later }) => later === null)) {
      const flags = command.flags.map(({ name, example }) => `--${name} ${example}`);
      const words = command.arguments.map(({ example }) => example);
      const line = `/${grammar.names[command.top]} ${[command.path, ...words, ...flags].join(' ')}`;
      expect(parseTextCommand(line, grammar)).toMatchObject({
        ok: true,
        value: { command: { path: command.path } },
      });
    }
  });
});
