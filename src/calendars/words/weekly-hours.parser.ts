import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { Weekday } from '../../slots/wall-clock.js';
import { pastMidnight, readSpans } from './day-hours.parser.js';
import { hoursTokens, type HoursToken } from './hours-tokens.js';
import { MOST_WORDS_LENGTH, plainWords, quoted } from './plain-words.js';
import { weekdayRange, WEEKDAYS } from './weekday-names.js';
import {
  describeWeeklyHours,
  hoursFromSpans,
  joinSpans,
  spansOfHours,
  type DaySpan,
  type WeeklyHours,
} from './weekly-hours.js';

/** Weekly hours as read; `confirm` is a question to ask before they are saved. */
export interface WeeklyHoursReading {
  readonly weekly: WeeklyHours;
  /** Every weekday that was named, closed ones too. */
  readonly named: readonly Weekday[];
  readonly notes: readonly string[];
  readonly runsPastMidnight: boolean;
  readonly confirm?: string;
}

interface Group {
  readonly days: readonly Weekday[];
  /** None means closed. */
  readonly spans: readonly DaySpan[];
}

const CLOSED_WEEK = /^(?:closed|none|no hours|closed all week)$/;

/**
 * Reads `mon-fri 09:00-12:00, 13:00-17:00; sat 10-14; sun closed`. Groups are parted by a semicolon,
 * a line end or the next weekday. Hours that overlap are joined, which `notes` say.
 */
export function parseWeeklyHours(text: string): Outcome<WeeklyHoursReading, SentenceProblem> {
  if (text.length > MOST_WORDS_LENGTH) return refusedWith(say('words:hours.tooLong'));
  const words = plainWords(text);
  if (CLOSED_WEEK.test(words)) {
    return done({ weekly: [], named: WEEKDAYS, notes: [], runsPastMidnight: false });
  }
  const tokens = hoursTokens(words);
  if (!tokens.ok) return tokens;
  const groups = readGroups(tokens.value);
  return groups.ok ? done(readingOf(groups.value)) : groups;
}

/** `current` with the weekdays that were named replaced: `sat 10-14` leaves Monday to Friday alone. */
export function withNamedDays(current: WeeklyHours, reading: WeeklyHoursReading): WeeklyHours {
  const before = spansOfHours(current);
  const after = spansOfHours(reading.weekly);
  return hoursFromSpans(
    new Map(
      WEEKDAYS.map((day) => {
        const kept = reading.named.includes(day) ? [] : (before.get(day) ?? []);
        return [day, [...kept, ...(after.get(day) ?? [])]];
      }),
    ),
  );
}

function readingOf(groups: readonly Group[]): WeeklyHoursReading {
  const spans = new Map(WEEKDAYS.map((day) => [day, spansOfDay(groups, day)] as const));
  const weekly = hoursFromSpans(spans);
  const overlapping = WEEKDAYS.filter((day) => {
    const own = spans.get(day) ?? [];
    return joinSpans(own).length < own.length;
  });
  const joined = weekly.filter(({ weekdays }) => weekdays.some((day) => overlapping.includes(day)));
  const question = pastMidnight(weekly);
  return {
    weekly,
    named: WEEKDAYS.filter((day) => groups.some(({ days }) => days.includes(day))),
    notes:
      overlapping.length > 0
        ? [say('words:hours.joined', { hours: describeWeeklyHours(joined) })]
        : [],
    runsPastMidnight: question.confirm !== undefined,
    ...question,
  };
}

/** In the order of writing; `closed` takes back what was said of the day before it. */
function spansOfDay(groups: readonly Group[], day: Weekday): readonly DaySpan[] {
  return groups
    .filter(({ days }) => days.includes(day))
    .reduce<readonly DaySpan[]>(
      (spans, group) => (group.spans.length === 0 ? [] : [...spans, ...group.spans]),
      [],
    );
}

function readGroups(tokens: readonly HoursToken[]): Outcome<readonly Group[], SentenceProblem> {
  let groups: readonly Group[] = [];
  let next = skipBreaks(tokens, 0);
  while (next < tokens.length) {
    const days = readDays(tokens, next);
    if (!days.ok) return days;
    const isClosed = tokens[days.value.next]?.kind === 'closed';
    const spans = isClosed
      ? done({ spans: [], next: days.value.next + 1 })
      : readSpans(tokens, days.value.next);
    if (!spans.ok) return spans;
    groups = [...groups, { days: days.value.days, spans: spans.value.spans }];
    next = skipBreaks(tokens, spans.value.next);
  }
  return groups.length > 0 ? done(groups) : refusedWith(say('words:hours.nothing'));
}

function skipBreaks(tokens: readonly HoursToken[], first: number): number {
  const length = tokens.slice(first).findIndex(({ kind }) => kind !== 'break' && kind !== 'comma');
  return length === -1 ? tokens.length : first + length;
}

interface DaysRead {
  readonly days: readonly Weekday[];
  readonly next: number;
}

function readDays(
  tokens: readonly HoursToken[],
  first: number,
): Outcome<DaysRead, SentenceProblem> {
  let days: readonly Weekday[] = [];
  let next = first;
  for (;;) {
    const [token, dash, last] = tokens.slice(next, next + 3);
    if (token?.kind === 'days') {
      const isRange = dash?.kind === 'dash' && last?.kind === 'days';
      days = [...days, ...(isRange ? daysBetween(token.days, last.days) : token.days)];
      next += isRange ? 3 : 1;
    } else if (token?.kind === 'comma' && days.length > 0) next += 1;
    else break;
  }
  if (days.length > 0) return done({ days, next });
  const token = tokens[first];
  const isTime = token === undefined || token.kind === 'time' || token.kind === 'allDay';
  return refusedWith(
    isTime ? say('words:hours.noDays') : say('words:hours.strange', { text: quoted(token.text) }),
  );
}

function daysBetween(first: readonly Weekday[], last: readonly Weekday[]): readonly Weekday[] {
  return weekdayRange(first[0] ?? 1, last.at(-1) ?? 7);
}
