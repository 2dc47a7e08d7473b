import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contains, intersection, merge, overlaps, type Interval } from './interval.js';

const span = (start: number, end: number): Interval => ({ start, end });
const anySpan = fc
  .tuple(fc.nat(40), fc.integer({ min: -3, max: 12 }))
  .map(([a, n]) => span(a, a + n));
const holds = ({ start, end }: Interval, instant: number) => start <= instant && instant < end;
const instants = Array.from({ length: 60 }, (_, index) => index);

describe('an interval is half-open', () => {
  it('touching is not overlapping', () => {
    expect(overlaps(span(9, 10), span(10, 11))).toBe(false);
    expect(overlaps(span(10, 11), span(9, 10))).toBe(false);
  });

  it('one shared instant is overlapping', () => {
    expect(overlaps(span(9, 11), span(10, 12))).toBe(true);
  });

  it('an empty interval overlaps nothing, not even what lies round it', () => {
    expect(overlaps(span(9, 12), span(10, 10))).toBe(false);
  });

  it('overlapping is sharing an instant, whichever is asked first', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const shared = instants.some((instant) => holds(a, instant) && holds(b, instant));
        expect(overlaps(a, b)).toBe(shared);
        expect(overlaps(b, a)).toBe(shared);
        const { start, end } = intersection(a, b);
        expect(start < end).toBe(shared);
      }),
    );
  });

  it('contains what ends with it', () => {
    expect(contains(span(9, 17), span(16, 17))).toBe(true);
    expect(contains(span(9, 17), span(16, 18))).toBe(false);
    expect(contains(span(9, 17), span(8, 10))).toBe(false);
  });
});

describe('merging', () => {
  it('makes one of what overlaps or touches, in any order', () => {
    expect(merge([span(12, 13), span(9, 11), span(11, 12), span(10, 10), span(20, 21)])).toEqual([
      span(9, 13),
      span(20, 21),
    ]);
  });

  it('keeps a long interval that holds shorter ones', () => {
    expect(merge([span(1, 9), span(2, 3), span(4, 5)])).toEqual([span(1, 9)]);
  });

  it('keeps every instant, adds none, and leaves gaps between what it returns', () => {
    fc.assert(
      fc.property(fc.array(anySpan), (spans) => {
        const merged = merge(Object.freeze(spans));
        for (const instant of instants) {
          expect(merged.some((one) => holds(one, instant))).toBe(
            spans.some((one) => holds(one, instant)),
          );
        }
        merged.slice(1).forEach(({ start }, index) => {
          expect(start).toBeGreaterThan(merged[index]?.end ?? Infinity);
        });
      }),
    );
  });
});
