import { describe, expect, it } from '@jest/globals';
import { prototypeKeyIn } from './prototype-keys.js';

describe('a key that reaches for prototypes', () => {
  it.each([
    ['{"__proto__":{}}', '__proto__'],
    ['{"a":[{"b":{"constructor":1}}]}', 'constructor'],
    ['[{"prototype":null}]', 'prototype'],
    ['{"a":"__proto__","b":["constructor"]}', null],
    ['null', null],
    ['"text"', null],
  ])('is found wherever it is: %s', (json, key) => {
    expect(prototypeKeyIn(JSON.parse(json))).toBe(key);
  });

  it('is found however deep the body is', () => {
    const body: unknown = JSON.parse(`${'['.repeat(5_000)}{"__proto__":1}${']'.repeat(5_000)}`);
    expect(prototypeKeyIn(body)).toBe('__proto__');
  });
});
