import { describe, expect, it } from '@jest/globals';
import { freeName, slugOf } from './handle.js';

describe('a piece of a link', () => {
  it.each([
    ['Intro call', 'intro-call'],
    ['Ärztliche Beratung!', 'arztliche-beratung'],
    ['Мария Кюри', 'mariya-kyuri'],
    ['日本', 'riben'],
    ["Ada's hour", 'adas-hour'],
    ['--__--', 'meeting'],
    ['🎉', 'tada'],
    ['long '.repeat(20), 'long-long-long-long-long-long-long-long'],
  ])('made of “%s” is %s', (text, slug) => {
    expect(slugOf(text, 'meeting')).toBe(slug);
  });

  it('is numbered when it is taken', () => {
    expect(freeName('intro', new Set(['intro', 'intro-2']))).toBe('intro-3');
  });

  it.each(['api', 'b', 'health', 'assets', 'privacy'])('is never the reserved %s', (name) => {
    expect(freeName(name, new Set())).toBe(`${name}-2`);
  });
});
