import { DateTime } from 'luxon';
import { type HostClocks, zoneAt } from '../../../../src/calendars/settings/zone-at.js';
import { dayPartOf } from '../../../../src/calendars/words/wish.parser.js';
import type { OfferedDay, OfferedTime } from '../booking/booking-facts.js';

/** Ascending slots by their local dates, as the clocks of whoever chooses show them. */
export function offeredDays(
  slots: readonly { readonly start: number }[],
  clocks: HostClocks,
): OfferedDay[] {
  const byDate = new Map<string, OfferedTime[]>();
  for (const { start } of slots) {
    const local = DateTime.fromMillis(start, { zone: zoneAt(clocks, start) });
    const date = local.toFormat('yyyy-MM-dd');
    const times = byDate.get(date) ?? [];
    const label = local.toFormat('HH:mm');
    // Where clocks go back, the second of two equal times is told by its offset.
    const isSecond = times.some((time) => time.label === label);
    const shown = isSecond ? `${label} (UTC${local.toFormat('ZZ')})` : label;
    byDate.set(date, [...times, { start, label: shown, part: dayPartOf(local.hour) }]);
  }
  return [...byDate].map(([date, times]) => ({ date, times }));
}
