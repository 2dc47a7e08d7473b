import { describe, expect, it } from '@jest/globals';
import type { CommandEntry, TopLevel } from './command-entry.js';
import { findCommand, grammarNamed } from './grammar.js';
import { parseTextCommand } from './text-command.parser.js';

const grammar = grammarNamed();

const paths = (top: TopLevel, isWanted: (entry: CommandEntry) => boolean) =>
  grammar.commands.filter((entry) => entry.top === top && isWanted(entry)).map(({ path }) => path);

describe('the grammar', () => {
  it('says what works now', () => {
    expect(paths('schedule', ({ later }) => later === null)).toEqual([
      'setup',
      'show',
      'link',
      'agenda',
      'why',
      'pause',
      'resume',
      'help',
      'hours set',
      'hours clear',
      'hours list',
      'off add',
      'off open',
      'off remove',
      'off list',
      'set title',
      'set duration',
      'set step',
      'set buffer',
      'set timezone',
      'set notice',
      'set window',
      'alerts add',
      'alerts remove',
      'alerts list',
      'alerts test',
      'bookings list',
      'bookings move',
      'bookings cancel',
      'calendar new',
      'calendar use',
      'calendar list',
      'calendar host',
    ]);
  });

  it('knows what comes later, and says so in a sentence', () => {
    for (const { later } of grammar.commands) expect(later ?? 'It works.').toMatch(/\.$/);
    expect(paths('schedule', ({ later }) => later !== null)).toHaveLength(35);
    expect(paths('book', ({ later }) => later !== null)).toHaveLength(8);
    expect(paths('scheduleAdmin', ({ later }) => later !== null)).toHaveLength(5);
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
