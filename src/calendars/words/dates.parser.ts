import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { addDays, localDateOf, weekdayOf, type LocalDate } from '../../slots/wall-clock.js';
import { readDate, unreadableDate, type DateContext } from './date.parser.js';
import { spokenDates, type DateRange } from './date-speech.js';
import { daysBetween, describeDate } from './local-date.js';
import { plainWords } from './plain-words.js';

export interface DatesContext extends DateContext {
  /** True where dates that are over make sense, as in a search. */
  readonly isPastAllowed?: boolean;
}

/** Words for dates are short; chrono's patterns need not see more. */
const MOST_LENGTH = 120;
const ANY_DAY = '2026-01-01';
const FURTHEST_DAYS = 5 * 366;
const PARTS = /^(.+?)(?: ?\.{2,3} ?| - | (?:to|till|til|until|through|thru) )(.+)$/;
const ISO_PAIR = /^(\d{4}-\d{2}-\d{2}) ?[-/] ?(\d{4}-\d{2}-\d{2})$/;

/**
 * Reads a date or a range of dates, both ends included: `2026-12-24..2026-12-31`, `24 dec - 31 dec`,
 * `24-31 dec`, `tomorrow`, `next friday`, `next week`, `january`.
 */
export function parseDates(
  text: string,
  context: DatesContext,
): Outcome<DateRange, SentenceProblem> {
  const words = plainWords(text).replaceAll('\n', ' ');
  const today = localDateOf(context.timeZone, context.now);
  const range = words.length > MOST_LENGTH ? unreadableDate(words) : readRange(words, today);
  if (!range.ok) return range;
  return checkRange(range.value, today, context.isPastAllowed === true);
}

/** Whether a text reads as dates at all, whenever they are. */
export function namesDates(text: string): boolean {
  const words = plainWords(text).replaceAll('\n', ' ');
  return words.length <= MOST_LENGTH && readRange(words, ANY_DAY).ok;
}

/** `Thu 24 Dec 2026`, or `Thu 24 Dec 2026 – Thu 31 Dec 2026`. */
export function describeDates({ from, to }: DateRange): string {
  return from === to ? describeDate(from) : `${describeDate(from)} – ${describeDate(to)}`;
}

function readRange(words: string, today: LocalDate): Outcome<DateRange, SentenceProblem> {
  const week = namedWeek(words, today);
  if (week) return done(week);
  const single = readDate(words, today);
  if (single.ok) return done({ from: single.value, to: single.value });
  const pair = ISO_PAIR.exec(words) ?? PARTS.exec(words);
  const ends = readEnds(pair?.[1] ?? '', pair?.[2] ?? '', today);
  if (ends?.ok) return ends;
  const spoken = spokenDates(words, today);
  if (spoken) return done(spoken);
  return ends ?? single;
}

/** Null when the first part is no date: `24 - 31 dec` is one phrase. */
function readEnds(
  first: string,
  last: string,
  today: LocalDate,
): Outcome<DateRange, SentenceProblem> | null {
  const from = first === '' ? null : readDate(first, today);
  if (!from?.ok) return null;
  const to = readDate(last, from.value);
  return to.ok ? done({ from: from.value, to: to.value }) : to;
}

/** A week is Monday to Sunday; of this one, what is left. */
function namedWeek(words: string, today: LocalDate): DateRange | null {
  const monday = addDays(today, 1 - weekdayOf(today));
  const isWeekend = weekdayOf(today) >= 6;
  switch (words) {
    case 'this week':
      return { from: today, to: addDays(monday, 6) };
    case 'next week':
      return { from: addDays(monday, 7), to: addDays(monday, 13) };
    case 'weekend':
    case 'the weekend':
    case 'this weekend':
      return { from: isWeekend ? today : addDays(monday, 5), to: addDays(monday, 6) };
    case 'next weekend':
      return { from: addDays(monday, 12), to: addDays(monday, 13) };
    default:
      return null;
  }
}

function checkRange(
  range: DateRange,
  today: LocalDate,
  isPastAllowed: boolean,
): Outcome<DateRange, SentenceProblem> {
  const dates = describeDates(range);
  if (range.to < range.from) {
    const [from, to] = [describeDate(range.from), describeDate(range.to)];
    return refusedWith(say('words:date.backwards', { from, to }));
  }
  if (!isPastAllowed && range.to < today) return refusedWith(say('words:date.over', { dates }));
  const distance = Math.abs(daysBetween(today, range.to));
  const reach = Math.max(distance, daysBetween(range.from, range.to));
  return reach > FURTHEST_DAYS ? refusedWith(say('words:date.tooFar', { dates })) : done(range);
}
