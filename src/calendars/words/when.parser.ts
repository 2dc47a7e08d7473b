import { DateTime } from 'luxon';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { MINUTE } from '../../slots/interval.js';
import {
  addDays,
  instantsOf,
  localDateOf,
  type LocalDate,
  type LocalTime,
} from '../../slots/wall-clock.js';
import { readDate, type DateContext, unreadableWords } from './date.parser.js';
import { readAmounts } from './duration.parser.js';
import { describeDate } from './local-date.js';
import { plainWords, quoted } from './plain-words.js';
import { localTime, MINUTES_PER_DAY, parseTimeOfDay } from './time-of-day.parser.js';
import { weekdaysNamed } from './weekday-names.js';
import { splitTime } from './when-parts.js';

/** A point in time, as an instant (epoch milliseconds) and as clocks in the context's zone show it. */
export interface WhenReading {
  readonly at: number;
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** False for `in 2 hours`, and where a zone was written: that is the same wherever clocks are. */
  readonly isByClock: boolean;
  /** The next `17:00`, epoch milliseconds, where `5` was written; null where nothing else is meant. */
  readonly orAt: number | null;
  /** What should be said beside the answer, such as that this time occurs twice. */
  readonly notes: readonly string[];
}

const MOST_LENGTH = 120;
const HALF_DAY = MINUTES_PER_DAY / 2;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads a date with a time, `tomorrow 15:00`, `fri 9am`, `2026-12-24T10:00`, `in 2 hours`, `15:00`
 * (the next one, or that of the day that is talked about). A time that a zone skips is refused; of one that occurs twice the first is taken.
 */
export function parseWhen(
  text: string,
  context: DateContext,
): Outcome<WhenReading, SentenceProblem> {
  const words = plainWords(text).replaceAll('\n', ' ');
  if (words.length > MOST_LENGTH) return unreadable(text);
  const instant = readInstant(words) ?? readElapsed(words, context.now);
  if (instant !== null) return done(readingAt(instant, context.timeZone));
  return readLocal(words, context);
}

/** Whether a text reads as a date with a time, whenever and wherever that is. */
export const namesWhen = (text: string): boolean => parseWhen(text, { now: 0, timeZone: 'UTC' }).ok;

/** Whether a text reads as a time of day that names no day. */
export function namesTimeAlone(text: string): boolean {
  const words = plainWords(text).replaceAll('\n', ' ');
  return splitTime(words, () => false)?.date === '' && namesWhen(words);
}

/** The point in time at an instant (epoch milliseconds). */
export function readingAt(at: number, timeZone: string): WhenReading {
  const [date, time] = [localDateOf(timeZone, at), timeAt(at, timeZone)];
  return { at, date, time, isByClock: false, orAt: null, notes: [] };
}

/** `Mon 7 Dec 2026, 10:00 (Europe/Berlin)`; with the offset when that time occurs twice. */
export function describeWhen(at: number, timeZone: string): string {
  const { date, time } = readingAt(at, timeZone);
  const isTwice = instantsOf(timeZone, date, time).length > 1;
  const zone = isTwice ? `${timeZone}, UTC${offsetAt(at, timeZone)}` : timeZone;
  return `${describeDate(date)}, ${time} (${zone})`;
}

function readInstant(words: string): number | null {
  const match = INSTANT.exec(words);
  if (!match) return null;
  const at = DateTime.fromISO(
    `${match[1] ?? ''}T${match[2] ?? ''}${match[3]?.toUpperCase() ?? ''}`,
  );
  return at.isValid ? at.toMillis() : null;
}

function readElapsed(words: string, now: number): number | null {
  if (words === 'now') return wholeMinute(now);
  const isElapsed = /^in | from now$| later$/.test(words);
  const amounts = isElapsed ? readAmounts(words) : null;
  if (!amounts?.every(({ unit }) => unit === 'minutes' || unit === 'hours')) return null;
  const minutes = amounts.reduce(
    (sum, { amount, unit }) => sum + amount * (unit === 'hours' ? 60 : 1),
    0,
  );
  return wholeMinute(now + minutes * MINUTE);
}

const wholeMinute = (instant: number): number => Math.floor(instant / MINUTE) * MINUTE;

function readLocal(words: string, context: DateContext): Outcome<WhenReading, SentenceProblem> {
  const today = localDateOf(context.timeZone, context.now);
  const parts = splitTime(words, (text) => readDate(text, today).ok);
  if (!parts) return noTime(words, today);
  const time = parseTimeOfDay(parts.time);
  if (!time.ok) return time;
  if (time.value.minutes === MINUTES_PER_DAY) {
    return refusedWith(say('words:time.impossible', { text: quoted(parts.time) }));
  }
  const talkedAbout = parts.date === '' ? (context.day ?? null) : null;
  const date = talkedAbout === null ? readDate(parts.date || 'today', today) : done(talkedAbout);
  if (!date.ok) return date;
  const named = { date: date.value, words: talkedAbout ?? parts.date, today };
  const first = nextAt(named, time.value.minutes, context);
  if (!first.ok || !time.value.mayBeLater) return first;
  const later = nextAt(named, time.value.minutes + HALF_DAY, context);
  return later.ok ? done({ ...first.value, orAt: later.value.at }) : first;
}

interface NamedDate {
  readonly date: LocalDate;
  /** As it was written or is talked about; empty where neither. */
  readonly words: string;
  readonly today: LocalDate;
}

function nextAt(
  { date, words, today }: NamedDate,
  minutes: number,
  context: DateContext,
): Outcome<WhenReading, SentenceProblem> {
  const local = { date, time: localTime(minutes) };
  const first = atLocal(local, context);
  // A bare time or weekday means the next one, so what is over today is not meant.
  const days = words === '' ? 1 : weekdaysNamed(words) === null ? 0 : 7;
  const isOver = first.ok && local.date === today && first.value.at <= context.now;
  if (!isOver || days === 0) return first;
  return atLocal({ ...local, date: addDays(today, days) }, context);
}

function noTime(words: string, today: LocalDate): Outcome<never, SentenceProblem> {
  const date = readDate(words, today);
  if (!date.ok) return unreadable(words);
  return refusedWith(say('words:when.noTime', { date: describeDate(date.value) }));
}

const unreadable = (text: string) => unreadableWords(text, 'when');

function atLocal(
  { date, time }: { readonly date: LocalDate; readonly time: LocalTime },
  context: DateContext,
): Outcome<WhenReading, SentenceProblem> {
  const timeZone = context.zoneOn?.(date) ?? context.timeZone;
  const [first, second] = instantsOf(timeZone, date, time);
  const facts = { time, date: describeDate(date), zone: timeZone };
  if (first === undefined) return refusedWith(say('words:when.skipped', facts));
  const reading = { at: first, date, time, isByClock: true, orAt: null };
  if (second === undefined) return done({ ...reading, notes: [] });
  const [early, late] = [offsetAt(first, timeZone), offsetAt(second, timeZone)];
  const other = `${date}T${time}${late}`;
  return done({ ...reading, notes: [say('words:when.twice', { ...facts, early, other })] });
}

const timeAt = (instant: number, timeZone: string): LocalTime =>
  DateTime.fromMillis(instant, { zone: timeZone }).toFormat('HH:mm');

const offsetAt = (instant: number, timeZone: string): string =>
  DateTime.fromMillis(instant, { zone: timeZone }).toFormat('ZZ');
