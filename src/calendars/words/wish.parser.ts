import { say } from '../../language/say.js';
import { done, type Outcome } from '../../shared/outcome.js';
import { refusedWith, type SentenceProblem } from '../../shared/sentence-problem.js';
import { namesDates, parseDates } from './dates.parser.js';
import { type DateContext, unreadableWords } from './date.parser.js';
import { plainWords } from './plain-words.js';
import { localDateOf, type LocalDate } from '../../slots/wall-clock.js';
import { describeWhen, namesWhen, parseWhen, type WhenReading } from './when.parser.js';
import { withoutSlips } from './when-slips.js';

export const DAY_PARTS = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** When somebody would like to meet, as exactly as they said it. */
export interface Wish {
  /** First and last day, both included; null for any day. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly part: DayPart | null;
  /** One exact time, epoch milliseconds. */
  readonly at: number | null;
}

const PART = /\b(?:(?:in|during) the |this )?(morning|afternoon|evening)s?\b|\b(tonight)\b/;
const THIS_PART = /\bthis (?:morning|afternoon|evening)\b|\btonight\b/;

/** Reads `tomorrow afternoon`, `next week`, `tuesday 15:00`, `evening`. */
export function parseWish(text: string, context: DateContext): Outcome<Wish, SentenceProblem> {
  const words = plainWords(text).replaceAll('\n', ' ');
  const exact = parseWhen(words, context);
  if (exact.ok) return stillAhead(exact.value, context);
  const { part, rest } = splitPart(words);
  if (rest === '' && part === null) return unreadableWords(text, 'when');
  if (rest === '') {
    const today = THIS_PART.test(words) ? localDateOf(context.timeZone, context.now) : null;
    return done({ from: today, to: today, part, at: null });
  }
  const dates = parseDates(rest, context);
  // Where a time of day was read but does not work, its own sentence says more than "no date".
  if (!dates.ok) return /\d[:h]\d|[ap]m$/.test(words) ? exact : dates;
  return done({ ...dates.value, part, at: null });
}

/** Nobody can meet in the past, and a wish for it leads nowhere. */
function stillAhead(
  { at, date }: WhenReading,
  { now, timeZone, zoneOn }: DateContext,
): Outcome<Wish, SentenceProblem> {
  if (at > now) return done({ from: date, to: date, part: null, at });
  const when = describeWhen(at, zoneOn?.(date) ?? timeZone);
  return refusedWith(say('words:until.over', { when }));
}

/** Whether a text says when at all, whenever that is. */
export function namesWish(text: string): boolean {
  const { part, rest } = splitPart(plainWords(text).replaceAll('\n', ' '));
  return rest === '' ? part !== null : namesDates(rest) || (part === null && namesWhen(rest));
}

/** The part of the day in which an hour (0–23) lies. */
export function dayPartOf(hour: number): DayPart {
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** The part of the day that words name, and what else they say. */
function splitPart(words: string): { readonly part: DayPart | null; readonly rest: string } {
  const rest = words.replace(PART, ' ').replace(/^(?:[\s,]|on\b|in\b|the\b)+|[\s,]+$/g, '');
  return { part: partNamed(PART.exec(words)), rest: rest.trim() };
}

function partNamed(match: RegExpExecArray | null): DayPart | null {
  if (match?.[2] !== undefined) return 'evening';
  return DAY_PARTS.find((part) => part === match?.[1]) ?? null;
}

/** Mended slips make a wish of it. */
export function resemblesWish(text: string): boolean {
  const meant = withoutSlips(text);
  return meant !== null && namesWish(meant);
}
