import { describe, expect, it } from '@jest/globals';
import { lookOf, toldApart } from './told-apart.js';

describe('names', () => {
  it.each([
    ['Ada', 'Аdа'],
    ['Paul Smith', 'PauI  Smith'],
    ['Oscar', '0scar'],
    ['Bob', 'B\u043eb\u200b'],
    ['Zoë', 'Zoe'],
    ['Mia', 'rnia'],
  ])('%s and %s look alike', (name, other) => {
    expect(lookOf(other)).toBe(lookOf(name));
  });

  it.each([
    ['Ada', 'Ade'],
    ['Anna', 'Hanna'],
    ['李娜', '李静'],
  ])('%s and %s do not', (name, other) => {
    expect(lookOf(other)).not.toBe(lookOf(name));
  });

  it('that look alike are told apart by what nobody can choose', () => {
    const people = [
      { userKey: 'U1', name: 'Ada' },
      { userKey: 'U2', name: 'Аda' },
      { userKey: 'U3', name: 'Bob' },
    ];
    expect(toldApart(people).map(({ label }) => label)).toEqual(['Ada (@U1)', 'Аda (@U2)', 'Bob']);
  });
});
