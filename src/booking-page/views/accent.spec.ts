import { describe, expect, it } from '@jest/globals';
import { stylesheet } from '../stylesheet.js';
import fc from 'fast-check';
import { accentStylesheet, accentTokens, contrast, DEFAULT_ACCENT, isAccent } from './accent.js';

const anyAccent = fc
  .integer({ min: 0, max: 0xffffff })
  .map((colour) => `#${colour.toString(16).padStart(6, '0')}`);

const THEMES = [0, 1] as const;
const PAPERS = ['#ffffff', '#16181d'] as const;

/** The light and the dark value of a token. */
function themed(tokens: Readonly<Record<string, string>>, name: string): readonly string[] {
  return tokens[name]?.match(/#[0-9a-f]{6}/g) ?? [];
}

describe('an accent', () => {
  it('carries ink that reads on it, whatever its colour', () => {
    fc.assert(
      fc.property(anyAccent, (accent) => {
        const ink = String(accentTokens(accent)['--accent-ink']);
        expect(contrast(ink, accent)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('gives text that reads on the paper and on both washes, light and dark', () => {
    fc.assert(
      fc.property(anyAccent, fc.constantFrom(...THEMES), (accent, theme) => {
        const tokens = accentTokens(accent);
        const text = themed(tokens, '--accent-text')[theme] ?? '';
        const grounds = [
          PAPERS[theme],
          themed(tokens, '--wash')[theme] ?? '',
          themed(tokens, '--wash-strong')[theme] ?? '',
        ];
        for (const ground of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('has an edge that stands out from the paper', () => {
    fc.assert(
      fc.property(anyAccent, fc.constantFrom(...THEMES), (accent, theme) => {
        const edge = themed(accentTokens(accent), '--accent-edge')[theme] ?? '';
        expect(contrast(edge, PAPERS[theme])).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it('stands in page.css as it is computed', () => {
    const css = stylesheet();
    for (const [name, value] of Object.entries(accentTokens(DEFAULT_ACCENT)))
      expect(css).toContain(`${name}: ${value};`);
  });

  it('travels as a style sheet of one rule', () => {
    expect(accentStylesheet('#ffd43b')).toMatch(/^:root\{--accent:#ffd43b;[^{}<]*\}\n$/);
  });

  it.each(['red', '#FFF', '#12345', '#12345g', '#3b5bdb;}'])('is never %s', (text) => {
    expect(isAccent(text)).toBe(false);
  });
});
