import { describe, expect, it } from '@jest/globals';
import { acceptedEncoding } from './encoding.js';

describe('the encoding of an answer', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'br'],
    ['GZIP', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['gzip;q=0.000', null],
    ['identity', null],
    ['*', null],
    ['', null],
    [undefined, null],
  ] as const)('of those in %p is %p', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });

  it('is one that is offered', () => {
    expect(acceptedEncoding('br, gzip', ['gzip'])).toBe('gzip');
    expect(acceptedEncoding('br', ['gzip'])).toBeNull();
  });
});
