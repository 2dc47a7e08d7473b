import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { addDays, type LocalDate } from '../../slots/wall-clock.js';
import { spokenDates } from './date-speech.js';
import { readAmounts } from './duration.parser.js';
import { addMonths, isLocalDate, localDate } from './local-date.js';
import { quoted } from './plain-words.js';
import { withoutSlips } from './when-slips.js';

/** Where relative words such as `tomorrow` start: the instant (epoch milliseconds) and the zone. */
export interface DateContext {
  readonly now: number;
  /** IANA name, known to exist. */
  readonly timeZone: string;
  /** The zone in which the times of a date are meant, where that is not always the same. */
  readonly zoneOn?: (date: LocalDate) => string;
  /** The day that is talked about: a time without a day is one of it. Null where none is, as without. */
  readonly day?: LocalDate | null;
}

const LOOKS_ISO = /^\d{4}-\d{1,2}-\d{1,2}$/;
const NUMERIC = /^(\d{1,2})([./])(\d{1,2})(?:\2(\d{4})|\2)?$/;
const DAY_OF_MONTH = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)$/;
const RELATIVE = /^in | from now$| later$/;
const NEAR: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
  yesterday: -1,
};

/** One date, from words that went through `plainWords`; `today` is where relative words start. */
export function readDate(words: string, today: LocalDate): Outcome<LocalDate, SentenceProblem> {
  const text = words.replace(/^(?:on|from) /, '').trim();
  if (LOOKS_ISO.test(text)) return existing(isLocalDate(text) ? text : null, text);
  const near = Object.hasOwn(NEAR, text) ? NEAR[text] : undefined;
  if (near !== undefined) return done(addDays(today, near));
  const numeric = NUMERIC.exec(text);
  if (numeric) return readNumeric(numeric, today);
  const date = dayOfMonth(text, today) ?? afterAmount(text, today) ?? spokenDate(text, today);
  return date === null ? unreadableDate(words) : done(date);
}

export const unreadableDate = (words: string) => unreadableWords(words, 'date');

/** Why words are no date, or no date with a time; with what was meant where it was only mistyped. */
export function unreadableWords(words: string, as: 'date' | 'when') {
  const [text, meant] = [quoted(words), withoutSlips(words)];
  return refusedWith(
    meant === null
      ? say(`words:${as}.unreadable`, { text })
      : say('words:date.didYouMean', { text, meant: quoted(meant) }),
  );
}

function existing(date: LocalDate | null, text: string): Outcome<LocalDate, SentenceProblem> {
  return date === null
    ? refusedWith(say('words:date.notReal', { text: quoted(text) }))
    : done(date);
}

/** `24.12.` is day first everywhere; with a slash only a number above 12 tells which is the day. */
function readNumeric(
  [text, first, mark, second, year]: RegExpExecArray,
  today: LocalDate,
): Outcome<LocalDate, SentenceProblem> {
  const [one, other] = [Number(first), Number(second)];
  const isUnclear = mark === '/' && one <= 12 && other <= 12 && one !== other;
  if (isUnclear) return refusedWith(say('words:date.unclear', { text: quoted(text) }));
  const [day, month] = mark === '/' && other > 12 ? [other, one] : [one, other];
  if (year !== undefined) return existing(localDate(Number(year), month, day), text);
  const thisYear = Number(today.slice(0, 4));
  // The eighth year is the furthest a 29 February can be away.
  const ahead = Array.from({ length: 9 }, (_, years) => localDate(thisYear + years, month, day));
  return existing(ahead.find((date) => date !== null && date >= today) ?? null, text);
}

function dayOfMonth(text: string, today: LocalDate): LocalDate | null {
  const day = Number(DAY_OF_MONTH.exec(text)?.[1] ?? NaN);
  if (Number.isNaN(day)) return null;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = Array.from({ length: 12 }, (_, ahead) => {
    const index = month - 1 + ahead;
    return localDate(year + Math.floor(index / 12), (index % 12) + 1, day);
  });
  return months.find((date) => date !== null && date >= today) ?? null;
}

/** `in 3 days`, `2 weeks from now`; shorter units name no date. */
function afterAmount(text: string, today: LocalDate): LocalDate | null {
  const [amount, ...more] = RELATIVE.test(text) ? (readAmounts(text) ?? []) : [];
  if (!amount || more.length > 0 || !Number.isInteger(amount.amount)) return null;
  return afterDays(today, amount);
}

/** The date after a number of days, weeks or months; null for shorter units and far futures. */
export function afterDays(
  today: LocalDate,
  { amount, unit }: { readonly amount: number; readonly unit: string },
): LocalDate | null {
  if (amount > 1_000) return null;
  if (unit === 'days') return addDays(today, amount);
  if (unit === 'weeks') return addDays(today, amount * 7);
  return unit === 'months' ? addMonths(today, amount) : null;
}

function spokenDate(text: string, today: LocalDate): LocalDate | null {
  const spoken = spokenDates(text, today);
  return spoken?.from === spoken?.to ? (spoken?.from ?? null) : null;
}
