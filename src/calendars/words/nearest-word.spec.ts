import { describe, expect, it } from '@jest/globals';
import { nearestWord } from './nearest-word.js';

describe('the nearest word', () => {
  it.each([
    ['durration', 'duration'],
    ['titel', 'title'],
    ['dur', 'duration'],
    ['ration', 'duration'],
    ['d', null],
    ['xyzzy', null],
    ['wursteon', null],
    ['shw', 'show'],
    ['', null],
    ['x'.repeat(100_000), null],
  ])('to %j is %j', (word, nearest) => {
    expect(nearestWord(word, ['duration', 'title', 'show'])).toBe(nearest);
  });
});
