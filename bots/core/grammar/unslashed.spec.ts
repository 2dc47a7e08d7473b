import { describe, expect, it } from '@jest/globals';
import { grammarNamed } from './grammar.js';
import { unslashed } from './unslashed.js';

describe('words without a slash', () => {
  it.each([
    'book list',
    ' Schedule show',
    'book cancel 7k2m',
    'book @ada tomorrow',
    'book help',
    'schedule why fri 15:00',
  ])('%j are a command', (text) => {
    expect(unslashed(text, grammarNamed())).toBe(`/${text.trim()}`);
  });

  it.each([
    ...[
      'book',
      'book a call tomorrow',
      'book cancel my appointment',
      'book move friday',
      'book club',
      'book ada tomorrow',
    ],
    ...['schedule a call', 'schedule a call with ada', 'list', 'hello there', ''],
  ])('%j are talk', (text) => {
    expect(unslashed(text, grammarNamed())).toBeNull();
  });

  it('are a command by the names that commands have here', () => {
    const renamed = grammarNamed({ book: 'meet', schedule: 'plan', scheduleAdmin: 'plan-admin' });
    expect(unslashed('meet list', renamed)).toBe('/meet list');
    expect(unslashed('book list', renamed)).toBeNull();
  });
});
