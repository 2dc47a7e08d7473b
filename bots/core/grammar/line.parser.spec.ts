import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textOf } from '../../../src/calendars/words/line-words.js';
import { parseLine } from './line.parser.js';

const words = (line: string): readonly string[] => {
  const outcome = parseLine(line);
  return outcome.ok ? outcome.value.map(({ text }) => text) : [outcome.problem.kind];
};

describe('a line', () => {
  it.each([
    ['set title "Intro call"', ['set', 'title', 'Intro call']],
    ['„Intro call“ “Intro call” «Intro call» »Intro call«', Array(4).fill('Intro call')],
    ["'Intro call' ‘Intro call’ ‹Intro call›", Array(3).fill('Intro call')],
    ['--title="Intro call" title:“Intro call”', ['--title=Intro call', 'title:Intro call']],
    ["don't Ada’s 5\" o'clock", ["don't", 'Ada’s', '5"', "o'clock"]],
    ["'Ada's call'", ["Ada's call"]],
    ['"say \\"hi\\" now"', ['say "hi" now']],
    ['"" x', ['', 'x']],
    ['  a\tb\n c ', ['a', 'b', 'c']],
    ['', []],
  ])('%j is split into words', (line, expected) => {
    expect(words(line)).toEqual(expected);
  });

  it('with a quote that is never closed is refused in a sentence', () => {
    expect(parseLine('set title “Intro')).toMatchObject({
      ok: false,
      problem: {
        kind: 'open-quote',
        sentence: 'A quote is opened with “ and never closed. Close it, or leave it out.',
      },
    });
  });

  it('that is far too long is refused', () => {
    expect(words('x'.repeat(8_001))).toEqual(['too-long']);
  });

  it('never makes the parser throw, and holds every token where it says', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('ab "\'“”‘’=:-—\\\n')) });
    fc.assert(
      fc.property(fc.oneof(fc.string(), typed), (line) => {
        const outcome = parseLine(line);
        if (!outcome.ok) return;
        for (const token of outcome.value) {
          if (token.quotedFrom === null)
            expect(line.slice(token.start, token.end)).toBe(token.text);
        }
      }),
    );
  });
});

describe('the text of several tokens', () => {
  it('is what was written, quotes and line ends included', () => {
    const line = 'set title Ada’s "deep"\ncall';
    const tokens = parseLine(line);
    expect(tokens.ok && textOf(line, tokens.value.slice(2))).toBe('Ada’s "deep"\ncall');
  });

  it('leaves out what was taken from between them', () => {
    const line = 'one --two three';
    const tokens = parseLine(line);
    const [one, , three] = tokens.ok ? tokens.value : [];
    expect(one && three && textOf(line, [one, three])).toBe('one three');
  });
});
