import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalisePersonText, noteSchema, personNameSchema, shownText } from './person-text.js';

const name = (text: string) => normalisePersonText(text, { maxLength: 100 });
const note = (text: string) =>
  normalisePersonText(text, { maxLength: 2_000, mayBeEmpty: true, isMultiline: true });

describe('text from a person', () => {
  it('is stored in NFC, trimmed, with single spaces', () => {
    expect(name('  Zoe\u0308   Muller\t ')).toEqual({ ok: true, value: 'Zoë Muller' });
  });

  it.each([
    ['NUL', 'a\0b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('with %s is refused', (_, text) => {
    expect(name(text).ok).toBe(false);
    expect(note(text).ok).toBe(false);
  });

  it('loses control and bidi characters', () => {
    expect(name('A\u001b[31mda\u009b \u202Eecila\u202C\u2066!')).toEqual({
      ok: true,
      value: 'A[31mda ecila!',
    });
  });

  it('becomes one line unless lines are allowed', () => {
    expect(name('Ada\r\nBcc: v@x')).toEqual({ ok: true, value: 'Ada Bcc: v@x' });
    expect(note('one\r\ntwo\u2028three')).toEqual({ ok: true, value: 'one\ntwo\nthree' });
  });

  it.each([
    ['nothing', ''],
    ['spaces', ' \t\u00a0\u3000 '],
    ['zero-width characters', '\u200b\u200d\u2060\ufeff'],
    ['Hangul and braille fillers', '\u3164\u115f\u2800'],
    ['marks without a letter', '\u0301'.repeat(20_000)],
  ])('that shows only %s is empty', (_, text) => {
    expect(name(text).ok).toBe(false);
    expect(note(text)).toEqual({ ok: true, value: '' });
  });

  it('keeps at most eight marks on a letter', () => {
    const zalgo = name(`Z${'\u0335'.repeat(20_000)}o`);
    expect(zalgo).toEqual({ ok: true, value: `Z${'\u0335'.repeat(8)}o` });
  });

  it('keeps scripts and emoji whole', () => {
    for (const text of ['नमस्ते', 'می‌خواهم', '👩‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'שָׁלוֹם', "O'Neil", '李小龍']) {
      expect(name(text)).toEqual({ ok: true, value: text.normalize('NFC') });
    }
  });

  it('is counted in characters, after normalising', () => {
    expect(name('😀'.repeat(100)).ok).toBe(true);
    expect(name('😀'.repeat(101)).ok).toBe(false);
    expect(name(`${' '.repeat(5_000)}Ada`).ok).toBe(true);
    expect(note('x'.repeat(1_000_000)).ok).toBe(false);
  });

  it('never throws, and what it answers it answers again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = note(text);
        if (once.ok) expect(note(once.value)).toEqual(once);
      }),
    );
  });

  it('keeps SQL, HTML and templates as what they are: text', () => {
    for (const text of ["'; DROP TABLE", '<img src=x onerror=1>', '%00', '{{7*7}} $t(x)']) {
      expect(name(text)).toEqual({ ok: true, value: text });
    }
  });
});

describe('the schemas', () => {
  it('refuse other types', () => {
    expect(personNameSchema.safeParse({ $ne: 1 }).success).toBe(false);
    expect(personNameSchema.safeParse(7).success).toBe(false);
    expect(noteSchema.parse('')).toBe('');
  });

  it('say why in our words', () => {
    const issue = personNameSchema.safeParse('x'.repeat(101)).error?.issues[0];
    expect(issue?.message).toBe('That text is too long: at most 100 characters fit.');
  });
});

describe('text shown back', () => {
  it('is one short clean line whatever was typed', () => {
    expect(shownText('a\0b\n\u202Ec\ud800', 40)).toMatch(/^ab c.$/);
    expect(shownText('x'.repeat(5_000), 10)).toBe('xxxxxxxxx…');
  });
});
