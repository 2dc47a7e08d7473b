import { MINUTE } from '../slots/interval.js';
import { type LocalDay, localDays } from '../slots/wall-clock.js';

/** A slot as epoch milliseconds, `[start, end)`. */
interface Times {
  readonly start: number;
  readonly end: number;
}

/** A local date and its slots, as RFC 3339 with the offset of that moment. */
export interface DayOfSlots {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly slots: readonly { readonly start: string; readonly end: string }[];
}

/**
 * Ascending slots under the local dates on which they start in `timeZone`; dates without slots are
 * left out. Works through the zone's stretches of constant offset, so that no slot is looked up.
 */
export function groupByDay(slots: readonly Times[], timeZone: string): DayOfSlots[] {
  const last = slots.at(-1);
  const [first] = slots;
  if (!first || !last) return [];
  const stretches = localDays(timeZone, { start: first.start, end: last.end + 1 });
  const byDate = new Map<string, { start: string; end: string }[]>();
  const starts = walker(stretches);
  const ends = walker(stretches);
  for (const { start, end } of slots) {
    const shown = { start: localText(start, starts(start)), end: localText(end, ends(end)) };
    const date = shown.start.slice(0, 10);
    const day = byDate.get(date);
    if (day) day.push(shown);
    else byDate.set(date, [shown]);
  }
  return [...byDate].map(([date, ofDay]) => ({ date, slots: ofDay }));
}

/** Answers the offset (local time less UTC, milliseconds) at instants that never go back. */
function walker(stretches: readonly LocalDay[]): (instant: number) => number {
  let index = 0;
  return (instant) => {
    while (index < stretches.length - 1 && (stretches[index]?.end ?? 0) <= instant) index += 1;
    const stretch = stretches[index];
    return stretch === undefined ? 0 : stretch.day * 86_400_000 - stretch.midnight;
  };
}

/** `2027-03-01T09:00:00+01:00`. */
function localText(instant: number, offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const sign = offset < 0 ? '-' : '+';
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const local = new Date(instant + offset).toISOString().slice(0, 19);
  return `${local}${sign}${padded(hours)}:${padded(rest)}`;
}

const padded = (value: number): string => String(value).padStart(2, '0');
