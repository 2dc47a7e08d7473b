import { describe, expect, it } from '@jest/globals';
import { grammarNamed } from './grammar.js';
import { helpLines } from './help.js';

const grammar = grammarNamed();

describe('help', () => {
  it('is at most twelve lines about whatever', () => {
    const topics = ['', 'nonsense', ...grammar.groups.map(({ name }) => name)];
    for (const top of ['book', 'schedule', 'scheduleAdmin'] as const) {
      for (const topic of [...topics, ...grammar.commands.map(({ path }) => path)]) {
        const lines = helpLines(grammar, top, topic);
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThanOrEqual(12);
      }
    }
  });

  it('starts with examples', () => {
    expect(helpLines(grammar, 'schedule', '')[0]).toMatch(/^\/schedule setup --title/);
    expect(helpLines(grammar, 'schedule', 'hours')[0]).toMatch(/^\/schedule hours set/);
    expect(helpLines(grammar, 'schedule', '/schedule off add')[0]).toBe(
      '/schedule off add 24 dec - 31 dec',
    );
    expect(helpLines(grammar, 'schedule', 'title')[0]).toBe('/schedule set title Intro call');
  });

  it.each(['book', 'schedule', 'scheduleAdmin'] as const)(
    'of the whole of %s names all of it',
    (top) => {
      const text = helpLines(grammar, top, '').join('\n');
      const words = grammar.commands
        .filter((entry) => entry.top === top && entry.path !== 'help')
        .flatMap(({ path, later }) =>
          later === null ? path.split(' ') : path.split(' ').slice(0, 1),
        )
        .filter((word) => word !== 'with');
      for (const word of new Set(words)) expect(text).toMatch(new RegExp(`\\b${word}\\b`));
    },
  );

  it.each(grammar.groups.map(({ top, name }) => [top, name] as const))(
    'of /%s %s names all of it',
    (top, name) => {
      const text = helpLines(grammar, top, name).join('\n');
      const own = grammar.commands.filter((entry) => entry.path.startsWith(`${name} `));
      for (const { path } of own) {
        const [, word = ''] = path.split(' ');
        // The group alone stands for its list.
        if (word !== 'list') expect(text).toMatch(new RegExp(`\\b${word}\\b`));
      }
    },
  );

  it('of what comes later says so', () => {
    expect(helpLines(grammar, 'schedule', 'connect').at(-1)).toContain('can be connected yet');
  });

  it('uses the names that were chosen', () => {
    const renamed = grammarNamed({ book: 'meet', schedule: 'slots', scheduleAdmin: 'slots-admin' });
    for (const line of helpLines(renamed, 'schedule', '')) expect(line).not.toContain('/schedule');
  });
});
