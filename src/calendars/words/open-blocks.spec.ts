import { describe, expect, it } from '@jest/globals';
import { longestOpenMinutes, openBlocks } from './open-blocks.js';
import { parseWeeklyHours } from './weekly-hours.parser.js';

const hours = (text: string) => {
  const outcome = parseWeeklyHours(text);
  return outcome.ok ? outcome.value.weekly : [];
};

describe('open blocks of a week', () => {
  it('are the windows of the days', () => {
    expect(openBlocks(hours('mon 9-12, 13-17; tue 9-10'))).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1_020 },
      { from: 1_980, to: 2_040 },
    ]);
  });

  it('go on over midnight and over the end of the week', () => {
    expect(longestOpenMinutes(hours('mon 20-24; tue 0-2'))).toBe(360);
    expect(openBlocks(hours('sun 22-24; mon 0-2'))).toEqual([{ from: 9_960, to: 10_200 }]);
  });

  it('without a break are one without an end', () => {
    expect(longestOpenMinutes(hours('24/7'))).toBe(Infinity);
    expect(openBlocks(hours('24/7'))).toHaveLength(1);
  });

  it('of a closed week are none', () => {
    expect(openBlocks([])).toEqual([]);
    expect(longestOpenMinutes([])).toBe(0);
  });
});
