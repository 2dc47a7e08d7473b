import { say } from '../language/say.js';
import { done, type Outcome, refused } from '../shared/outcome.js';
import type { FieldError } from '../shared/problem.js';
import { DAY, type Interval } from '../slots/interval.js';
import { endOfDate, startOfDate } from '../slots/wall-clock.js';

/** One end of a range: a local date, or an instant in epoch milliseconds. */
export type AskedTime =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'instant'; readonly at: number };

export interface AskedRange {
  readonly start: AskedTime;
  /** A date belongs to the range, an instant does not. */
  readonly end: AskedTime;
  readonly timeZone: string;
}

export const MOST_DAYS = 62;
/** Of 62 dates, one may have more than 24 hours: clocks are set back by three hours at most. */
const LONGEST = MOST_DAYS * DAY + 3 * 3_600_000;

/** The range in epoch milliseconds; what is wrong with it when it ends before it starts or is too long. */
export function askedRange({ start, end, timeZone }: AskedRange): Outcome<Interval, FieldError> {
  const range = {
    start: start.kind === 'date' ? startOfDate(timeZone, start.date) : start.at,
    end: end.kind === 'date' ? endOfDate(timeZone, end.date) : end.at,
  };
  if (range.end < range.start || (isDate(start) && isDate(end) && end.date < start.date)) {
    return refused({ pointer: '#/end', detail: say('problems:field.rangeOrder') });
  }
  if (range.end - range.start > LONGEST) {
    const detail = say('problems:field.rangeLength', { most: MOST_DAYS });
    return refused({ pointer: '#/end', detail });
  }
  return done(range);
}

const isDate = (time: AskedTime): time is Extract<AskedTime, { readonly kind: 'date' }> =>
  time.kind === 'date';
