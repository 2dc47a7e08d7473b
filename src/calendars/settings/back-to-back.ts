import { say } from '../../language/say.js';
import { MINUTES_PER_DAY } from '../words/time-of-day.parser.js';
import { openBlocks } from '../words/open-blocks.js';
import type { CalendarSettings } from './calendar-settings.js';

type Lengths = Pick<
  CalendarSettings,
  | 'durationMinutes'
  | 'startIncrementMinutes'
  | 'startOffsetMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'weeklyHours'
>;

/** Three starts show the rhythm. */
const MOST_SHOWN = 3;

/**
 * Starts (minutes since midnight) of guests who follow each other as closely as duration, breaks and
 * grid allow, in the week's first block of hours that holds more than one; at most three.
 */
export function backToBackStarts(settings: Lengths): readonly number[] {
  const series = openBlocks(settings.weeklyHours).map(({ from, to }) =>
    startsIn({ from, to }, settings),
  );
  const best = series.find(({ length }) => length > 1) ?? series.find(({ length }) => length > 0);
  return (best ?? []).map((start) => start % MINUTES_PER_DAY);
}

/** `Back-to-back guests can start 9:00, 9:45, 10:30.` */
export function describeBackToBack(settings: Lengths): string {
  const times = backToBackStarts(settings).map(shortTime);
  const starts = times.join(', ');
  if (times.length === 0) return say('settings:backToBack.none');
  return times.length === 1
    ? say('settings:backToBack.one', { starts })
    : say('settings:backToBack.many', { starts });
}

function startsIn(
  block: { readonly from: number; readonly to: number },
  settings: Lengths,
): readonly number[] {
  const { durationMinutes, startIncrementMinutes, startOffsetMinutes } = settings;
  const pace = durationMinutes + settings.bufferAfterMinutes + settings.bufferBeforeMinutes;
  // Breaks add up, and the next start is the first one on the grid behind them.
  const distance = Math.ceil(pace / startIncrementMinutes) * startIncrementMinutes;
  const first = block.from + startOffsetMinutes;
  return Array.from({ length: MOST_SHOWN }, (_, index) => first + index * distance).filter(
    (start) => start + durationMinutes <= block.to,
  );
}

function shortTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
