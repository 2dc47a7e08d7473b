import { casual, type ParsedResult } from 'chrono-node/en';
import type { LocalDate } from '../../slots/wall-clock.js';
import { lastOfMonth, localDate } from './local-date.js';

/** Both ends included. */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const LOOKS_BACK = /\b(?:last|past|previous|ago|before|yesterday)\b/;
/** What may stand beside a date without meaning anything. */
const FILLING = /^(?:[\s,.]|on|the|from)*$/;

/**
 * Dates in English words, such as `next friday`, `24-31 dec` or `january`; null when the text holds
 * anything that is not a date, a time of day included.
 */
export function spokenDates(text: string, today: LocalDate): DateRange | null {
  // Figures alone are read without chrono, which takes 3/4 for the fourth of March.
  if (!/[a-z]/.test(text)) return null;
  const options = { forwardDate: !LOOKS_BACK.test(text) };
  const [result, ...others] = casual.parse(text, noonOf(today), options);
  if (!result || others.length > 0) return null;
  const rest = text.slice(0, result.index) + text.slice(result.index + result.text.length);
  return FILLING.test(rest) && isDateOnly(result) ? rangeOf(result) : null;
}

/**
 * chrono reckons in the zone of the process. Its reference is therefore the process's noon of the
 * date in question, and only year, month and day of its answer are used: no clock changes at noon,
 * so the zone of the process cannot show through.
 */
function noonOf(date: LocalDate): Date {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  return new Date(year ?? NaN, (month ?? NaN) - 1, day, 12);
}

function isDateOnly({ start, end }: ParsedResult): boolean {
  // chrono's end is null, not undefined, when a phrase such as `tomorrow` is a copy of another.
  const parts = end ? [start, end] : [start];
  return parts.every(
    (part) =>
      !part.isCertain('hour') && ![...part.tags()].some((tag) => tag.includes('CasualTime')),
  );
}

function rangeOf({ start, end }: ParsedResult): DateRange | null {
  const from = dateOf(start);
  const to = end ? dateOf(end) : from;
  if (from === null || to === null) return null;
  const last = end ?? start;
  if (namesDay(last)) return namesDay(start) ? { from, to } : null;
  return last.isCertain('month') ? { from: `${from.slice(0, 8)}01`, to: lastOfMonth(to) } : null;
}

const namesDay = (part: ParsedResult['start']): boolean =>
  part.isCertain('day') || part.isCertain('weekday');

function dateOf(part: ParsedResult['start']): LocalDate | null {
  const [year, month, day] = [part.get('year'), part.get('month'), part.get('day')];
  return year === null || month === null || day === null ? null : localDate(year, month, day);
}

/** The words of a sentence that say when, such as `next friday at 3pm`; null when none do. */
export function dateWords(sentence: string, today: LocalDate): string | null {
  const [found] = casual.parse(sentence, noonOf(today), { forwardDate: true });
  return found?.text ?? null;
}
