import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { readAmounts } from './duration.parser.js';
import { hoursTokens, type HoursToken } from './hours-tokens.js';
import { plainWords, quoted } from './plain-words.js';
import {
  localTime,
  MINUTES_PER_DAY,
  minutesOf,
  parseTimeOfDay,
  type TimeOfDay,
} from './time-of-day.parser.js';
import {
  describeIntervals,
  intervalOf,
  joinSpans,
  type DaySpan,
  type LocalInterval,
} from './weekly-hours.js';

const NOON = MINUTES_PER_DAY / 2;

/** Spans as read, and how many tokens they took. */
export interface SpansRead {
  readonly spans: readonly DaySpan[];
  readonly next: number;
}

/** Hours of one day; `notes` say what was changed, `confirm` asks what should be asked before saving. */
export interface DayHoursReading {
  readonly intervals: readonly LocalInterval[];
  readonly notes: readonly string[];
  readonly confirm?: string;
}

/** Hours without weekdays, such as `9-12, 13:00-17:00` or `all day`: those of a date, or a block. */
export function parseDayHours(text: string): Outcome<DayHoursReading, SentenceProblem> {
  const tokens = hoursTokens(plainWords(text));
  if (!tokens.ok) return tokens;
  const read = readSpans(tokens.value, 0);
  if (!read.ok) return read;
  const rest = tokens.value.slice(read.value.next).find(({ kind }) => kind !== 'break');
  if (rest) return refusedWith(say('words:hours.strange', { text: quoted(rest.text) }));
  const joined = joinSpans(read.value.spans);
  const intervals = joined.map(intervalOf);
  const isJoined = joined.length < read.value.spans.length;
  return done({
    intervals,
    notes: isJoined ? [say('words:hours.joined', { hours: describeIntervals(intervals) })] : [],
    ...pastMidnight(intervals),
  });
}

/** The question to ask when one of the intervals runs past midnight. */
export function pastMidnight(intervals: readonly LocalInterval[]): { readonly confirm?: string } {
  const late = intervals.find(({ start, end }) => end <= start);
  if (!late) return {};
  const other = minutesOf(late.end) + NOON;
  const isLikelySlip = other <= MINUTES_PER_DAY && other > minutesOf(late.start);
  return {
    confirm: isLikelySlip
      ? say('words:hours.pastMidnightOr', { ...late, other: localTime(other) })
      : say('words:hours.pastMidnight', { ...late }),
  };
}

const CLOCK_TIME = /\d[:.]\d|\d ?[ap]\.?m\b|\d ?(?:-|to|till|until) ?\d|\b(?:noon|midnight)\b/;
const HOUR_ALONE = /^(?:(?:at|after|before|by|from|until|till|since|around) )?\d{1,4}h?$/;

/** Whether words speak of a time of day or a length of time, readable or not: they are no mere reason. */
export function namesTime(text: string): boolean {
  const words = plainWords(text);
  return CLOCK_TIME.test(words) || HOUR_ALONE.test(words) || namesLength(words);
}

const namesLength = (words: string): boolean =>
  /\d|\bhour/.test(words) && readAmounts(words) !== null;

/** Reads `time - time` pairs, with or without commas between, from `first` on. */
export function readSpans(
  tokens: readonly HoursToken[],
  first: number,
): Outcome<SpansRead, SentenceProblem> {
  let spans: readonly DaySpan[] = [];
  let next = first;
  for (;;) {
    const kind = tokens[next]?.kind;
    if (kind === 'allDay') {
      spans = [...spans, { from: 0, to: MINUTES_PER_DAY }];
      next += 1;
    } else if (kind === 'time') {
      const span = readSpan(tokens.slice(next, next + 3));
      if (!span.ok) return span;
      spans = [...spans, span.value];
      next += 3;
    } else if (kind === 'comma' && spans.length > 0) {
      next += 1;
    } else break;
  }
  return spans.length > 0 ? done({ spans, next }) : refusedWith(noTimes(tokens[first]));
}

function noTimes(token: HoursToken | undefined): string {
  return token && token.kind !== 'break'
    ? say('words:hours.strange', { text: quoted(token.text) })
    : say('words:hours.noTimes');
}

function readSpan([first, dash, last]: readonly HoursToken[]): Outcome<DaySpan, SentenceProblem> {
  const start = parseTimeOfDay(first?.text ?? '');
  if (!start.ok) return start;
  if (dash?.kind !== 'dash' || last?.kind !== 'time') {
    return refusedWith(say('words:hours.noEnd', { text: quoted(first?.text ?? '') }));
  }
  const end = parseTimeOfDay(last.text);
  return end.ok ? spanBetween(start.value, end.value) : end;
}

function spanBetween(start: TimeOfDay, end: TimeOfDay): Outcome<DaySpan, SentenceProblem> {
  const from = shifted(start, end, (time) => time < end.minutes);
  const to = shifted(end, start, (time) => end.minutes <= from && time > from);
  if (from === MINUTES_PER_DAY) return refusedWith(say('words:hours.startsAtEnd'));
  if (from === to)
    return refusedWith(say('words:hours.empty', { time: intervalOf({ from, to }).start }));
  return done({ from, to: to <= from ? to + MINUTES_PER_DAY : to });
}

/** `1-5pm` and `9am-5` name the half of the day once: the other time takes pm where that fits. */
function shifted(time: TimeOfDay, other: TimeOfDay, fits: (minutes: number) => boolean): number {
  const mayTakePm = other.hasMeridiem && !time.hasMeridiem && time.minutes < NOON;
  return mayTakePm && fits(time.minutes + NOON) ? time.minutes + NOON : time.minutes;
}
