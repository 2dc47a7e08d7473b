import { MINUTES_PER_DAY } from './time-of-day.parser.js';
import { WEEKDAYS } from './weekday-names.js';
import { joinSpans, spansOfHours, type DaySpan, type WeeklyHours } from './weekly-hours.js';

const WEEK_MINUTES = 7 * MINUTES_PER_DAY;

/**
 * Blocks in which the week is open without a break, in minutes since Monday 00:00, ascending. A block
 * may reach into the next week; without any break there is one, as long as the week.
 */
export function openBlocks(hours: WeeklyHours): readonly DaySpan[] {
  const spans = spansOfHours(hours);
  const week = WEEKDAYS.flatMap((day) =>
    (spans.get(day) ?? []).map((span) => shifted(span, (day - 1) * MINUTES_PER_DAY)),
  );
  // Two weeks in a row show what runs from Sunday into Monday as one block.
  const blocks = joinSpans([...week, ...week.map((span) => shifted(span, WEEK_MINUTES))]);
  const [first] = blocks;
  if (first && first.to - first.from >= WEEK_MINUTES) return [{ from: 0, to: WEEK_MINUTES }];
  const tail = blocks.find(({ from, to }) => from < WEEK_MINUTES && to > WEEK_MINUTES);
  const isTail = (block: DaySpan) => tail !== undefined && block.to <= tail.to - WEEK_MINUTES;
  return blocks.filter((block) => block.from < WEEK_MINUTES && !isTail(block));
}

/** Length of the longest block; infinite when there is no break in the week. */
export function longestOpenMinutes(hours: WeeklyHours): number {
  const lengths = openBlocks(hours).map(({ from, to }) => to - from);
  return lengths.includes(WEEK_MINUTES) ? Infinity : Math.max(0, ...lengths);
}

const shifted = ({ from, to }: DaySpan, minutes: number): DaySpan => ({
  from: from + minutes,
  to: to + minutes,
});
