import { MINUTE } from './interval.js';
import type { SlotRequest } from './slot-request.js';

/** Those starts that are at least the minimum notice away from now. */
export function afterNotice({ rules, now }: SlotRequest, starts: readonly number[]): number[] {
  const earliest = now + rules.minimumNoticeMinutes * MINUTE;
  return starts.filter((start) => start >= earliest);
}

/** Those starts inside the booking window, `[from, to)`. */
export function insideWindow({ rules }: SlotRequest, starts: readonly number[]): number[] {
  const { from = -Infinity, to = Infinity } = rules.window ?? {};
  return starts.filter((start) => from <= start && start < to);
}
