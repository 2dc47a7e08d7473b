import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { describeMinutes, readAmounts, type DurationUnit } from './duration.parser.js';
import { quoted } from './plain-words.js';

/**
 * How long before its start a meeting may be booked. Minutes and hours are elapsed time; days, weeks
 * and months are calendar arithmetic in the host's zone.
 */
export interface MinimumNotice {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** Reads `4h`, `90 min`, `1h30`, `2 days`, `1 week`, `none`. */
export function parseNotice(text: string): Outcome<MinimumNotice, SentenceProblem> {
  const amounts = readAmounts(text) ?? [];
  const [first] = amounts;
  const isElapsed = amounts.every(({ unit }) => unit === 'minutes' || unit === 'hours');
  if (!first || (amounts.length > 1 && !isElapsed)) return unreadable(text);
  const isWhole = amounts.length === 1 && Number.isInteger(first.amount);
  const notice = isWhole ? first : { amount: minutesOf(amounts), unit: 'minutes' as const };
  const isSayable = Number.isInteger(notice.amount) && (isWhole || isElapsed);
  return isSayable ? done({ amount: notice.amount, unit: notice.unit }) : unreadable(text);
}

/** `4 h`, `1 h 30 min`, `2 days`: a text that `parseNotice` reads back. */
export function describeNotice({ amount, unit }: MinimumNotice): string {
  if (amount === 0) return say('words:notice.none');
  if (unit === 'minutes') return describeMinutes(amount);
  if (unit === 'hours') return describeMinutes(amount * 60);
  return say(`words:notice.${unit}`, { count: amount });
}

const unreadable = (text: string) =>
  refusedWith(say('words:notice.unreadable', { text: quoted(text) }));

const minutesOf = (amounts: readonly MinimumNotice[]): number =>
  amounts.reduce((sum, { amount, unit }) => sum + amount * (unit === 'hours' ? 60 : 1), 0);
