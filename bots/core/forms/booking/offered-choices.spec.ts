import { describe, expect, it } from '@jest/globals';
import { shownDays } from './offered-choices.js';

const days = Array.from({ length: 365 }, (_, index) => ({
  date: new Date(Date.UTC(2027, 1, 1 + index)).toISOString().slice(0, 10),
  times: [],
}));

describe('the days that can be chosen', () => {
  it('reach every day in the end, by the last one that is shown', () => {
    const seen = new Set<string>();
    let last: string | undefined;
    do {
      const dates = shownDays(days, last ?? null).map(({ date }) => date);
      expect(dates.length).toBeLessThanOrEqual(100);
      expect(dates).toContain(last ?? dates[0]);
      dates.forEach((date) => seen.add(date));
      last = last === dates.at(-1) ? undefined : dates.at(-1);
    } while (last !== undefined);
    expect([...seen]).toEqual(days.map(({ date }) => date));
  });
});
