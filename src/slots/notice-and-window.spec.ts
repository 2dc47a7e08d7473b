import { describe, expect, it } from '@jest/globals';
import { aSlotRequest } from '../../test/oracle/a-slot-request.js';
import { afterNotice, insideWindow } from './notice-and-window.js';

const HOUR = 3_600_000;

describe('notice', () => {
  it('is elapsed time from now, and exactly enough is enough', () => {
    const request = aSlotRequest({ now: 1000, rules: { minimumNoticeMinutes: 240 } });
    const earliest = 1000 + 4 * HOUR;
    expect(afterNotice(request, [0, earliest - 1, earliest, earliest + 1])).toEqual([
      earliest,
      earliest + 1,
    ]);
  });

  it('of nothing still leaves the past behind', () => {
    expect(afterNotice(aSlotRequest({ now: 10 }), [9, 10, 11])).toEqual([10, 11]);
  });
});

describe('the booking window', () => {
  it('bounds starts, its end excluded', () => {
    const request = aSlotRequest({ rules: { window: { from: 10, to: 20 } } });
    expect(insideWindow(request, [9, 10, 19, 20])).toEqual([10, 19]);
  });

  it('may be open on either side, or not be there', () => {
    const inside = (window: { from?: number; to?: number }) =>
      insideWindow(aSlotRequest({ rules: { window } }), [1, 5, 9]);
    expect(inside({ from: 5 })).toEqual([5, 9]);
    expect(inside({ to: 5 })).toEqual([1]);
    expect(inside({})).toEqual([1, 5, 9]);
    expect(insideWindow(aSlotRequest(), [1, 5, 9])).toEqual([1, 5, 9]);
  });
});
