import { describe, expect, it } from '@jest/globals';
import { entityTag, isUnchanged } from './entity-tag.js';

describe('an entity tag', () => {
  it('is the same for the same text and another for another', () => {
    expect(entityTag('{"a":1}')).toBe(entityTag('{"a":1}'));
    expect(entityTag('{"a":1}')).not.toBe(entityTag('{"a":2}'));
  });

  it.each([
    [undefined, false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
  ])('"a" is known to If-None-Match: %p: %p', (header, isKnown) => {
    expect(isUnchanged(header, '"a"')).toBe(isKnown);
  });
});
