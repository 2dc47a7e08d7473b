import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerText } from './answer-words.js';
import { type GivenAnswer, readAnswer } from './answer.parser.js';
import { type AnswerValue, type Question, QUESTION_KINDS, type QuestionKind } from './question.js';

const ask = (kind: QuestionKind, required = false): Question => ({
  ...{ id: 'q', label: 'Q', kind, required, options: ['Sales', 'Support'] },
});

describe('an answer', () => {
  it.each<readonly [QuestionKind, GivenAnswer, AnswerValue | null, string?]>([
    ['text', '  ACME \n Ltd ', 'ACME Ltd'],
    ['text', 7, '7'],
    ['text', ' ', null],
    ['long-text', 'one\r\ntwo', 'one\ntwo'],
    ['phone', '+49 (30) 123456', '+4930123456', '+49 30 123456'],
    ['phone', '0049 30 123456', '+4930123456', '+49 30 123456'],
    ['number', '2,5', 2.5],
    ['number', -3, -3],
    ['number', ' +12 ', 12],
    ['select', 'Sales', 'Sales'],
    ['multi-select', ['Support', 'Sales', 'Sales'], ['Sales', 'Support'], 'Sales, Support'],
    ['multi-select', 'Sales', ['Sales']],
    ['multi-select', [], null],
    ['checkbox', true, true, 'yes'],
    ['checkbox', 'on', true, 'yes'],
    ['checkbox', 'false', false, 'no'],
    ['url', 'example.com/a?b', 'https://example.com/a?b'],
    ['url', 'http://example.com', 'http://example.com'],
  ])('to a %s is read from %j', (kind, given, value, ...[words]) => {
    expect(readAnswer(ask(kind), given)).toEqual({ ok: true, value });
    if (value !== null)
      expect(answerText({ kind, value })).toBe(words ?? answerText({ kind: 'text', value }));
    if (value !== null) expect(readAnswer(ask(kind), value)).toEqual({ ok: true, value });
  });

  it.each<readonly [QuestionKind, GivenAnswer]>([
    ['text', ['a', 'b']],
    ['text', true],
    ['text', 'x'.repeat(501)],
    ['text', 'a\0b'],
    ['long-text', 'x'.repeat(2_001)],
    ['phone', '030 123456'],
    ['phone', '+49'],
    ['phone', '+49 30 123456 and then'],
    ['number', '1e9'],
    ['number', 'NaN'],
    ['number', '0x10'],
    ['number', '1.2.3'],
    ['select', 'sales'],
    ['select', ['Sales']],
    ['multi-select', ['Sales', 'Navy']],
    ['multi-select', true],
    ['checkbox', 'maybe'],
    ['checkbox', ['on']],
    ['url', 'javascript:alert(1)'],
    ['url', 'https://ada:secret@example.com'],
    ['url', 'https://localhost/'],
    ['url', 'mailto:ada@example.com'],
    ['url', '//example.com'],
  ])('to a %s cannot be %j', (kind, given) => {
    expect(readAnswer(ask(kind), given)).toMatchObject({
      ok: false,
      problem: { sentence: expect.stringMatching(/.{10}/) },
    });
  });

  it.each(QUESTION_KINDS)('to a %s must be there when it is required', (kind) => {
    for (const given of [undefined, '', ' ']) {
      expect(readAnswer(ask(kind, true), given).ok).toBe(false);
      expect(readAnswer(ask(kind), given)).toEqual({
        ok: true,
        value: kind === 'checkbox' ? false : null,
      });
    }
    if (kind === 'checkbox') expect(readAnswer(ask(kind, true), false).ok).toBe(false);
  });

  it('is never too strange for its parser', () => {
    const given = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string()));
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_KINDS), given, (kind, answer) => {
        readAnswer(ask(kind), answer);
      }),
    );
  });
});

describe('A27 a text that makes patterns slow', () => {
  // That the patterns read it in proportion to its length is checked where they are written, by lint.
  it.each(QUESTION_KINDS)('as an answer to a %s is judged like any', (kind) => {
    const bombs = [
      ...['a', '1', '+', '-', '.', ' ', '/', 'a.', '1 ', '+1', '\u0300', '(', '%0'],
      ...['https://a.', 'a-', 'aa@'],
    ].map((piece) => piece.repeat(60_000 / piece.length));
    const kept = bombs.map((bomb) => bomb.slice(0, 2_000));
    for (const bomb of [...bombs, ...kept, ...kept.map((text) => `https://${text}!`)]) {
      expect([true, false]).toContain(readAnswer(ask(kind), bomb).ok);
    }
  });
});
