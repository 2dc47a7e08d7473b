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

  it('of the whole names every first word', () => {
    const text = helpLines(grammar, 'schedule', '').join('\n');
    const words = grammar.commands
      .filter(({ top, path }) => top === 'schedule' && path !== 'help')
      .map(({ path }) => path.split(' ')[0] ?? '');
    for (const word of new Set(words)) expect(text).toMatch(new RegExp(`\\b${word}\\b`));
  });

  it('of what comes later says so', () => {
    expect(helpLines(grammar, 'schedule', 'connect').at(-1)).toContain('can be connected yet');
  });

  it('uses the names that were chosen', () => {
    const renamed = grammarNamed({ book: 'meet', schedule: 'slots', scheduleAdmin: 'slots-admin' });
    for (const line of helpLines(renamed, 'schedule', '')) expect(line).not.toContain('/schedule');
  });
});
