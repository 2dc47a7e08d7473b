import { isDate } from '../../shared/text/instant.schema.js';
import { localDateOf } from '../../slots/wall-clock.js';
import { monthOf } from './months.js';

/** What of a month page somebody asked for; nothing, at first. */
export interface AskedMonth {
  /** `YYYY-MM`. */
  readonly month?: string;
  /** `YYYY-MM-DD`, within `month`. */
  readonly date?: string;
}

const MONTH = /^(?:19[7-9]\d|20\d\d)-(?:0[1-9]|1[0-2])$/;

/** Reads `month` and `date`, of which the month counts more; what is neither counts as not asked. */
export function askedMonth(query: Readonly<Record<string, unknown>>): AskedMonth {
  const { month, date } = query;
  const day = typeof date === 'string' && isDate(date) ? date : undefined;
  const asked = typeof month === 'string' && MONTH.test(month) ? month : undefined;
  if (day === undefined || !MONTH.test(monthOf(day))) return asked ? { month: asked } : {};
  if (asked !== undefined && asked !== monthOf(day)) return { month: asked };
  return { month: monthOf(day), date: day };
}

/** The day in the zone on which somebody chose a start, epoch milliseconds. */
export const askedOnDateOf = (zone: string, start: number): AskedMonth =>
  askedMonth({ date: localDateOf(zone, start) });
