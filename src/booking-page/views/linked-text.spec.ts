import { describe, expect, it } from '@jest/globals';
import { textPieces } from './linked-text.view.js';

const links = (text: string): readonly string[] =>
  textPieces(text).flatMap(({ url }) => (url === null ? [] : [url]));

describe('a text with links', () => {
  it('loses nothing of what was written', () => {
    const text = 'See https://example.com/a?b=1#c, or (https://example.org). Or http://x.com!';
    expect(
      textPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(links(text)).toEqual(['https://example.com/a?b=1#c', 'https://example.org']);
  });

  it.each([
    'http://example.com',
    'https://ada@evil.tld',
    'https://example.com@evil.tld',
    'https://xn--80ak6aa92e.com',
    'https://аррle.com',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://example.com\\@evil.tld',
    'javascript:alert(1)//https:',
    '[bank](http://evil.tld)',
    '//evil.tld',
  ])('does not link what could lead elsewhere than it reads: %s', (text) => {
    expect(links(`Look: ${text} now`)).toEqual([]);
  });
});
