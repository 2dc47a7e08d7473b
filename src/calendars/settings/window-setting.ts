import { z } from 'zod';
import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import type { LocalDate } from '../../slots/wall-clock.js';
import { parseDates } from '../words/dates.parser.js';
import { readAmounts } from '../words/duration.parser.js';
import { daysBetween, describeDate, isLocalDate } from '../words/local-date.js';
import { plainWords, quoted } from '../words/plain-words.js';
import { checked, type Setting, type SettingContext } from './setting.js';

/**
 * How far ahead people may book: so many days from today, between two dates of the calendar's zone
 * (both included), or without an own limit, which means two years.
 */
export type BookingWindow =
  | { readonly kind: 'rolling'; readonly days: number }
  | { readonly kind: 'fixed'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: 'unlimited' };

const MOST_WINDOW_DAYS = 731;

const days = { error: () => say('settings:window.range') };
const dates = { error: () => say('settings:window.dates') };
const realDate = z.string(dates).refine(isLocalDate, dates);
const DAYS_IN = { days: 1, weeks: 7, months: 30 } as const;
const UNLIMITED = /^(?:unlimited|no limit|none|off|any ?time|always)$/;

export const windowSetting: Setting<BookingWindow> = {
  name: 'window',
  schema: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('rolling'),
      days: z.int(days).min(1, days).max(MOST_WINDOW_DAYS, days),
    }),
    z
      .strictObject({ kind: z.literal('fixed'), from: realDate, to: realDate })
      .refine(({ from, to }) => isSpan(from, to), dates),
    z.strictObject({ kind: z.literal('unlimited') }),
  ]),
  parse: (text, context) => checked(windowSetting.schema, readWindow(text, context)),
  describe: describeWindow,
  from: ({ bookingWindow }) => bookingWindow,
  patch: (bookingWindow) => ({ bookingWindow }),
};

function describeWindow(window: BookingWindow): string {
  if (window.kind === 'unlimited') return say('settings:window.unlimited');
  if (window.kind === 'rolling') return say('settings:window.rolling', { count: window.days });
  const [from, to] = [describeDate(window.from), describeDate(window.to)];
  return say('settings:window.fixed', { from, to });
}

function isSpan(from: LocalDate, to: LocalDate): boolean {
  const length = daysBetween(from, to);
  return length >= 0 && length <= MOST_WINDOW_DAYS;
}

function readWindow(
  text: string,
  context: SettingContext,
): Outcome<BookingWindow, SentenceProblem> {
  const words = plainWords(text).replace(/^(?:the )?next (?=\d)/, '');
  if (UNLIMITED.test(words) || words === plainWords(say('settings:window.unlimited'))) {
    return done({ kind: 'unlimited' });
  }
  const rolling = rollingDays(words);
  if (rolling !== null) return done({ kind: 'rolling', days: rolling });
  const range = parseDates(text, context);
  if (range.ok) return done({ kind: 'fixed', ...range.value });
  const isDated = /\d{4}|\.\.| - /.test(words);
  return isDated ? range : refusedWith(say('settings:window.unreadable', { text: quoted(text) }));
}

/** A bare number counts days; weeks and months are turned into days. */
function rollingDays(words: string): number | null {
  // Eight digits may be a date.
  if (/^-?(?:\d{1,7}|\d{9,})$/.test(words)) return Number(words);
  const [amount, ...more] = readAmounts(words) ?? [];
  if (!amount || more.length > 0) return null;
  if (amount.unit === 'minutes' || amount.unit === 'hours') return null;
  return amount.amount * DAYS_IN[amount.unit];
}
