import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { MINUTE } from '../../slots/interval.js';
import { instantsOf, localDateOf, startOfDate } from '../../slots/wall-clock.js';
import { afterDays, readDate, type DateContext } from './date.parser.js';
import { readAmounts } from './duration.parser.js';
import { plainWords, quoted } from './plain-words.js';
import { describeWhen, parseWhen, readingAt, type WhenReading } from './when.parser.js';

const MOST_LENGTH = 120;

/**
 * Reads how long something lasts: `until friday` (its first moment), `friday 14:00`, `2 weeks`,
 * `3 hours`. Always later than now. Days and longer keep the time of day.
 */
export function parseUntil(
  text: string,
  context: DateContext,
): Outcome<WhenReading, SentenceProblem> {
  const words = plainWords(text)
    .replaceAll('\n', ' ')
    .replace(/^(?:until|till|til|to|for) /, '');
  if (words.length > MOST_LENGTH || /^\d+$/.test(words)) return unreadable(text);
  const reading = afterAmounts(words, context) ?? atDate(words, context);
  const named = reading ? done(reading) : parseWhen(words, context);
  if (!named.ok) return /\d[:h]\d|[ap]m$/.test(words) ? named : unreadable(text);
  if (named.value.at > context.now) return named;
  const when = describeWhen(named.value.at, context.timeZone);
  return refusedWith(say('words:until.over', { when }));
}

const unreadable = (text: string) =>
  refusedWith(say('words:until.unreadable', { text: quoted(text) }));

function afterAmounts(words: string, { now, timeZone }: DateContext): WhenReading | null {
  // 18:00 is a time of day here, although it is a length elsewhere.
  const amounts = /[a-z]/.test(words) ? readAmounts(words) : null;
  const [first] = amounts ?? [];
  if (!amounts || !first || first.amount === 0) return null;
  if (amounts.every(({ unit }) => unit === 'minutes' || unit === 'hours')) {
    const minutes = amounts.reduce(
      (sum, { amount, unit }) => sum + amount * (unit === 'hours' ? 60 : 1),
      0,
    );
    return minutes > 5 * 366 * 1_440 ? null : wholeMinute(now + minutes * MINUTE, timeZone);
  }
  const date =
    Number.isInteger(first.amount) && amounts.length === 1
      ? afterDays(localDateOf(timeZone, now), first)
      : null;
  if (date === null) return null;
  const { time } = readingAt(now, timeZone);
  return readingAt(instantsOf(timeZone, date, time)[0] ?? startOfDate(timeZone, date), timeZone);
}

const wholeMinute = (instant: number, timeZone: string): WhenReading =>
  readingAt(Math.ceil(instant / MINUTE) * MINUTE, timeZone);

function atDate(words: string, context: DateContext): WhenReading | null {
  const date = readDate(words, localDateOf(context.timeZone, context.now));
  if (!date.ok) return null;
  const timeZone = context.zoneOn?.(date.value) ?? context.timeZone;
  return readingAt(startOfDate(timeZone, date.value), timeZone);
}
