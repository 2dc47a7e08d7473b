import { DAY } from '../../../slots/interval.js';

/** ISO weekday of a UTC midnight: 1 = Monday … 7 = Sunday. */
const isoWeekday = (at: number): number => new Date(at).getUTCDay() || 7;

/**
 * The weeks of a month ('YYYY-MM') as rows of seven local dates; `null` where a neighbouring month
 * would show. `first` is the ISO weekday a row starts with.
 */
export function monthWeeks(month: string, first: number): readonly (readonly (string | null)[])[] {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const lead = (isoWeekday(start) - first + 7) % 7;
  const end = new Date(start).setUTCMonth(new Date(start).getUTCMonth() + 1);
  const rows = Math.ceil((lead + (end - start) / DAY) / 7);
  const cell = (index: number): string | null => {
    const at = start + (index - lead) * DAY;
    return at < start || at >= end ? null : new Date(at).toISOString().slice(0, 10);
  };
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: 7 }, (_day, day) => cell(row * 7 + day)),
  );
}
